"""Searches in processes of their own: what becomes of one that dies, hangs or fails."""

import logging
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.errors import SearchError, TooLongError
from bot.telegram.incoming.question import Asked
from bot.telegram.search_processes import SearchProcesses
from bot.telegram.showing.source import Ask
from corpus.errors import ArchiveUnusableError
from retrieval.answer import Answer
from retrieval.errors import SearchTooLongError
from tests.telegram.answers import answer, quote

NOW = datetime(2021, 1, 27, tzinfo=UTC)
HANGS = 60.0  # seconds


def ask(asked: Asked, _asked_at: datetime, **how: object) -> Answer:
    match asked.text.split():
        case ["die"]:
            os.kill(os.getpid(), signal.SIGKILL)
        case ["die", "once", path]:
            if not Path(path).exists():
                Path(path).touch()
                os.kill(os.getpid(), signal.SIGKILL)
        case ["hang"]:
            time.sleep(HANGS)
        case ["fail"]:
            raise LookupError("a secret question")
        case ["last"]:
            raise SearchTooLongError
    return answer(quote(f"{asked.text} {how['limit']} by {os.getpid()}"))


@contextmanager
def opening() -> Iterator[Ask]:
    yield ask


@contextmanager
def opening_in_vain() -> Iterator[Ask]:
    raise ArchiveUnusableError("there is no archive")
    yield ask


def text(searches: SearchProcesses, words: str) -> str:
    return searches.ask(Asked(words), NOW, limit=2).quotes[0].text


def test_searches_outlive_what_goes_wrong_with_one(caplog: pytest.LogCaptureFixture) -> None:
    with SearchProcesses(opening, 1, patience=1.0) as searches:
        first = text(searches, "dam")
        assert first.startswith("dam 2 by ")
        with pytest.raises(SearchError, match=r"^LookupError at test_search_processes.py:\d+$"):
            text(searches, "fail")
        with pytest.raises(TooLongError):
            text(searches, "last")
        assert text(searches, "dam") == first
        assert not caplog.records
        with pytest.raises(TooLongError):
            text(searches, "hang")
        second = text(searches, "dam")
        assert second != first
        with pytest.raises(SearchError, match="each time"):
            text(searches, "die")
        assert text(searches, "dam") not in {first, second}
    assert [record.getMessage().partition("(")[0] for record in caplog.records] == [
        "A search's process ended "
    ] * 3
    assert "search" not in {process.name for process in multiprocessing.active_children()}


def test_what_a_dead_process_was_asked_is_asked_once_more(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with SearchProcesses(opening, 1) as searches:
        words = f"die once {tmp_path}/mark"
        assert text(searches, words).startswith(words)
    (record,) = caplog.records
    assert record.levelno == logging.WARNING
    assert record.getMessage() == "A search's process ended (-9); another takes its place."


def test_a_process_that_cannot_open_the_archive_says_so_in_a_line(
    capfd: pytest.CaptureFixture[str],
) -> None:
    with SearchProcesses(opening_in_vain, 1) as searches, pytest.raises(SearchError):
        text(searches, "dam")
    lines = set(capfd.readouterr().err.splitlines())
    assert "A search's process cannot begin: there is no archive" in lines
    assert not any("Traceback" in line for line in lines)


PROGRAM = """
import os, signal
from bot.telegram.incoming.question import Asked
from tests.telegram.test_search_processes import NOW, SearchProcesses, opening, text

searches = SearchProcesses(opening, 1)
print(text(searches, "dam").split()[-1], flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_no_process_outlives_a_bot_that_is_killed() -> None:
    command = [sys.executable, "-c", PROGRAM]
    ended = subprocess.run(command, stdout=subprocess.PIPE, check=False, timeout=60)
    assert ended.returncode == -signal.SIGKILL
    searching, end = int(ended.stdout), time.monotonic() + 20
    while _is_there(searching):
        assert time.monotonic() < end
        time.sleep(0.05)


def _is_there(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True

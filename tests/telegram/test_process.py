"""The bot as a process: how it begins, how it ends, what it writes."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from tests.telegram.bot_api_server import TOKEN, BotApiServer, Fault
from tests.telegram.messages import private

ROOT = Path(__file__).parents[2]


class Process:
    def __init__(
        self,
        api_url: str,
        *,
        token: str = TOKEN,
        seconds: float = 0.0,
        time_to_finish: float = 10.0,
        state: Path | None = None,
    ) -> None:
        self._folder = tempfile.TemporaryDirectory()
        folder = state or Path(self._folder.name)
        environment = {
            **os.environ,
            "BACKISSUE_TELEGRAM_TOKEN": token,
            "PYTHONPATH": str(ROOT),
            "PYTHONWARNINGS": "error",
        }
        program = [sys.executable, "-m", "tests.telegram.serve_here"]
        command = [*program, api_url, str(seconds), str(time_to_finish), str(folder)]
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 (open as long as the process runs)
        self._process = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=self._errors)

    def signal(self, number: signal.Signals) -> None:
        self._process.send_signal(number)

    def wait_until_written(self, words: str, timeout: float = 15.0) -> None:
        """Raises TimeoutError."""
        ends = time.monotonic() + timeout
        while words not in self._written():
            if time.monotonic() > ends:
                raise TimeoutError(words)
            time.sleep(0.02)

    def end(self, timeout: float = 20.0) -> tuple[int, str]:
        """Its exit code and all it wrote on stderr."""
        try:
            code = self._process.wait(timeout=timeout)
            return code, self._written()
        finally:
            self._process.kill()
            self._process.wait()
            self._errors.close()
            self._folder.cleanup()

    def _written(self) -> str:
        return os.pread(self._errors.fileno(), 10_000_000, 0).decode()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_lets_the_running_answer_be_sent_and_ends_with_0(
    api: BotApiServer, number: signal.Signals
) -> None:
    process = Process(api.url, seconds=0.5)
    api.wait_for("getUpdates", timeout=15)
    api.deliver(private("dam"))
    api.wait_for("getUpdates", count=2)  # the question was taken
    process.signal(number)
    code, _ = process.end()
    assert "At last: dam" in api.next_reply(timeout=0.1).text
    assert code == 0


def test_a_signal_lets_a_reply_held_back_be_sent(api: BotApiServer) -> None:
    api.fail("sendMessage", Fault(429, "Too Many Requests", {"retry_after": 1}))
    process = Process(api.url)
    api.deliver(private("dam"))
    api.wait_for("sendMessage", timeout=15)
    process.signal(signal.SIGTERM)
    assert process.end()[0] == 0
    assert "At last: dam" in api.next_reply(timeout=0.1).text


def test_what_was_answered_is_not_offered_again(api: BotApiServer) -> None:
    process = Process(api.url)
    api.deliver(private("dam"))
    api.next_reply(timeout=15)
    process.signal(signal.SIGTERM)
    process.end()
    assert api.confirmed == 1001


def test_a_signal_while_telegram_is_away_ends_at_once_with_0(api: BotApiServer) -> None:
    url = api.url
    api.go_down()
    process = Process(url)
    process.wait_until_written("Telegram cannot be reached")
    process.signal(signal.SIGTERM)
    started = time.monotonic()
    code, errors = process.end()
    api.come_back()
    assert (code, errors.count("Telegram cannot be reached")) == (0, 1)
    assert time.monotonic() - started < 3


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_second_signal_ends_at_once(api: BotApiServer, number: signal.Signals) -> None:
    process = Process(api.url, seconds=5)
    api.wait_for("getUpdates", timeout=15)
    api.deliver(private("dam"))
    api.wait_for("getUpdates", count=2)
    process.signal(number)
    time.sleep(0.3)
    process.signal(number)
    assert process.end(timeout=2)[0] == -number


def test_a_search_that_does_not_end_does_not_keep_the_process_and_is_done_after_the_next_start(
    api: BotApiServer, tmp_path: Path
) -> None:
    process = Process(api.url, seconds=60, time_to_finish=0.5, state=tmp_path)
    api.wait_for("getUpdates", timeout=15)
    for number in range(3):
        api.deliver(private(f"dam {number}"))
    while api.confirmed < 1003:
        time.sleep(0.01)
    process.signal(signal.SIGTERM)
    code, errors = process.end(timeout=5)
    assert (code, "Stopped with 3 to be answered after the next start" in errors) == (0, True)
    again = Process(api.url, state=tmp_path)
    answered = [api.next_reply(timeout=15).text for _ in range(3)]
    again.signal(signal.SIGTERM)
    again.end()
    assert [f"dam {number}" in text for number, text in enumerate(answered)] == [True] * 3


@pytest.mark.parametrize(
    ("token", "line"),
    [
        ("", "There is no Telegram token"),
        ("not-a-token", "The Telegram token is malformed"),
        ("1234:AB CD", "The Telegram token is malformed"),
        ("1234:wrong", "refused the token"),
    ],
)
def test_a_token_that_is_no_good_is_one_clear_line_without_it(
    api: BotApiServer, token: str, line: str
) -> None:
    code, errors = Process(api.url, token=token).end()
    shown = [text for text in errors.splitlines() if not text.startswith("DEBUG:")]
    assert code == 2
    assert len(shown) == 1
    assert line in shown[0]
    assert not token or token not in errors


@pytest.mark.parametrize("url", ["api.telegram.org", "ftp://api.telegram.org", "http://[broken"])
def test_an_api_address_that_is_none_is_one_clear_line(url: str) -> None:
    code, errors = Process(url).end()
    assert code == 2
    assert "BACKISSUE_TELEGRAM_API_URL has to begin with" in errors


def test_neither_token_nor_question_is_in_any_log(api: BotApiServer) -> None:
    api.fail("getMe", Fault(drop=True))
    api.fail("setMyCommands", Fault(500))
    process = Process(api.url)
    api.wait_for("getUpdates", timeout=15)
    api.fail("getUpdates", Fault(drop=True), Fault(500))
    api.fail("sendMessage", Fault(drop=True), Fault(500), Fault(403, "Forbidden: blocked"))
    for number in range(5):
        api.deliver(private(f"secretly {number}"))
    api.next_reply(timeout=15)
    api.deliver({"message_id": 1, "date": 1, "chat": {"kind": "none"}, "text": "secretly"})
    time.sleep(0.5)
    process.signal(signal.SIGTERM)
    code, errors = process.end()
    assert code == 0
    assert "not delivered" in errors  # the log is on
    assert TOKEN not in errors
    assert TOKEN.partition(":")[2] not in errors
    assert "secretly" not in errors

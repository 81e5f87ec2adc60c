"""The `ask` command: many questions from standard input."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bot.command_line import SCRIPT, Cli, one_line


def test_many_questions_are_answered_in_order_with_their_ids(filled: Cli) -> None:
    questions = [
        b"bridge Vilka",
        b"",
        b'{"question": "Kalnien\xc4\x97", "id": "q7", "asked_at": "2022-01-01"}',
        b'{"broken": ',
        b"\xff\xfe bridge",
        b'{"question": "x", "asked_at": "soon"}',
        b"the of and",
    ]
    ran = filled("ask", "-", "--json", "--archive", filled.archive, stdin=b"\n".join(questions))
    answers = [json.loads(line) for line in ran.out.splitlines()]
    assert [answer.get("id") for answer in answers] == [None, "q7", None, None, None, None]
    assert ["error" in answer for answer in answers] == [False, False, True, False, True, False]
    assert answers[1]["asked_at"].startswith("2022-01-01T00:00")
    assert answers[-1]["strength"] == "none"
    assert ran.code == 1


def test_bad_lines_are_told_apart_from_answers(filled: Cli) -> None:
    lines = b'bridge Vilka\n{"question": "x", "asked_at": "soon", "id": "q1"}\n{"id": 7}\n'
    ran = filled("ask", "-", "--archive", filled.archive, stdin=lines)
    assert (ran.code, len(ran.err.splitlines())) == (1, 2)
    assert "error" not in ran.out
    ran = filled("ask", "-", "--json", "--archive", filled.archive, stdin=lines)
    answers = [json.loads(line) for line in ran.out.splitlines()]
    assert [answer.get("id") for answer in answers] == [None, "q1", 7]


def test_a_moment_without_a_zone_is_in_the_zone_that_is_set(
    filled: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BACKISSUE_TIMEZONE", "Asia/Tokyo")
    line = b'{"question": "bridge", "asked_at": "2022-01-01T12:00"}'
    ran = filled("ask", "-", "--json", "--archive", filled.archive, stdin=line)
    assert ran.json["asked_at"] == "2022-01-01T12:00:00+09:00"


def test_a_reader_that_closes_the_pipe_is_no_error(home: Path) -> None:
    script = Path(sys.executable).with_name("backissue")
    ran = subprocess.run(
        ["/bin/sh", "-c", f"yes bridge | head -2000 | {script} ask - --json | head -1"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ},
    )
    assert "Traceback" not in ran.stderr
    assert "BrokenPipe" not in ran.stderr


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Programs started here take Ctrl-C, also where whoever runs the tests has it ignored.

    What is ignored is inherited, and Python raises no KeyboardInterrupt then; what has a handler
    is not.
    """
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_ctrl_c_says_that_it_stopped(filled: Cli) -> None:
    command = [str(SCRIPT), "ask", "-", "--json", "--archive", str(filled.archive)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write("bridge\n")
        process.stdin.flush()
        assert process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, said = process.communicate()
    assert (process.returncode, one_line(said)) == (130, True)
    assert "stopped" in said

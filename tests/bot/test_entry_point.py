"""What every command does alike: wrong usage, encodings, streams, the name of the program."""

import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from corpus.archive.archive import Archive
from tests.archives import article
from tests.bot.command_line import SAMPLE_LINE, Cli, one_line, run_in_shell


@pytest.mark.parametrize(
    "arguments",
    [
        ["ask"],
        ["ask", "bridge", "--limit", "0"],
        ["ask", "bridge", "--archive", ""],
        ["import", ""],
        ["ask", "bridge", "--limit", "many"],
        ["ask", "bridge", "--engine", "xapian"],
        ["ask", "bridge", "--asked-at", "soon"],
        ["ask", "bridge", "--since", "2021-13"],
        ["ask", "bridge", "--since", "2022", "--until", "2021"],
        ["ask", "bridge", "--source", "No Such Paper"],
        ["ask", "bridge", "--no-such-option"],
        ["import"],
        ["import", "no-such-file.txt"],
        ["import", ".", "--timezone", "Mars/Olympus"],
        ["frobnicate"],
    ],
)
def test_wrong_usage_is_one_line_and_exit_code_2(cli: Cli, arguments: Sequence[str]) -> None:
    ran = cli(*arguments)
    assert ran.code == 2
    assert ran.out == ""
    assert one_line(ran.err.replace(SAMPLE_LINE, "")), ran.err


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--limit", "0"),
        ("--since", "2021-13"),
        ("--since", ""),
        ("--until", "31.02.2021"),
        ("--asked-at", "soon"),
        ("--asked-at", ""),
        ("--order", "random"),
        ("--archive", ""),
    ],
)
def test_the_option_that_was_wrong_is_named(cli: Cli, option: str, value: str) -> None:
    ran = cli("ask", "bridge", option, value)
    assert ran.code == 2
    assert option in ran.err


def test_a_question_need_not_be_quoted_and_options_may_follow(filled: Cli) -> None:
    ran = filled("ask", "how", "old", "is", "Kalniene", "--archive", filled.archive, "--json")
    assert ran.json["question"] == "how old is Kalniene"


@pytest.mark.parametrize("command", ["ask", "said"])
def test_a_word_with_a_dash_is_told_from_an_option(filled: Cli, command: str) -> None:
    ran = filled(command, "bridge", "-ferry", "--archive", filled.archive)
    assert (ran.code, one_line(ran.err)) == (2, True)
    assert "behind --" in ran.err
    ran = filled(command, "--archive", filled.archive, "--json", "--", "bridge", "-ferry")
    assert ran.json["question" if command == "ask" else "quote"] == "bridge -ferry"


@pytest.mark.parametrize("arguments", [["ask", "ferry"], ["said", "ferry"], ["stats"], ["gaps"]])
def test_an_archive_without_articles_says_so(cli: Cli, arguments: Sequence[str]) -> None:
    with Archive(cli.archive, create=True) as archive, archive.writing():
        archive.add([article("x", "A ferry.")])
        archive.remove("x")
    ran = cli(*arguments, "--archive", cli.archive)
    assert ran.err.startswith(f"The archive in {cli.archive} is empty")
    assert one_line(ran.err)


@pytest.mark.parametrize("moment", [0.05, 0.1, 0.15, 0.2, 0.3])
def test_an_interrupt_while_loading_shows_no_traceback(home: Path, moment: float) -> None:
    """The interpreter itself must have started: it says so in a line."""
    program = "from bot.cli.start import main; print(flush=True); main()"
    running = subprocess.Popen(
        [sys.executable, "-c", program, "ask", "bridge"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert running.stdout
    running.stdout.readline()
    time.sleep(moment)
    running.send_signal(signal.SIGINT)
    _, err = running.communicate(timeout=60)
    assert "Traceback" not in err
    assert running.returncode in (-signal.SIGINT, 130, 0)


def test_the_program_is_installed_under_its_name(home: Path) -> None:
    script = Path(sys.executable).with_name("backissue")
    ran = subprocess.run([script, "--help"], capture_output=True, text=True, check=False)
    assert ran.returncode == 0
    for command in ("import", "ask", "shell", "serve", "evaluate", "stats", "show", "remove"):
        assert command in ran.stdout


ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@pytest.mark.parametrize("environment", [ASCII, {"PYTHONIOENCODING": "latin-1"}])
def test_json_is_utf_8_in_every_locale(home: Path, environment: dict[str, str]) -> None:
    ran = run_in_shell("backissue ask 'Kalnienė' --json", **environment)
    assert ran.json["question"] == "Kalnienė"
    assert "Kalnienė" in ran.json["quotes"][0]["text"]


def test_what_a_terminal_cannot_show_is_replaced(home: Path) -> None:
    ran = run_in_shell("backissue ask 'Kalnienė'", **ASCII)
    assert (ran.code, "Kalnien?" in ran.out) == (0, True)


def test_bytes_that_are_no_text_are_cleaned_in_arguments(home: Path) -> None:
    assert run_in_shell("backissue ask $'br\\xffidge' --json").json["question"] == "br\ufffdidge"
    assert "br\ufffdidge" in run_in_shell("backissue show $'br\\xffidge'").err


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        ("backissue ask bridge > /dev/full", 3, "No space left"),
        ("backissue stats --json > /dev/full", 3, "No space left"),
        ("backissue ask - <&-", 2, "standard input"),
    ],
)
def test_a_stream_that_cannot_be_used_is_one_line(
    home: Path, command: str, code: int, said: str
) -> None:
    ran = run_in_shell(command)
    assert ran.code == code
    assert one_line(ran.err.replace(SAMPLE_LINE, ""))
    assert said in ran.err

"""What every command does alike: wrong usage, encodings, streams, the name of the program."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

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


def test_wrong_usage_names_what_was_wrong(cli: Cli) -> None:
    assert "--limit" in cli("ask", "bridge", "--limit", "0").err


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

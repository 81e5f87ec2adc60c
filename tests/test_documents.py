"""The documents are true: examples are run, commands exist, places and links lead somewhere."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bot.command_line import Cli

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
DOCUMENTS = sorted(ROOT.glob("*.md")) + sorted(
    page
    for room in ("bot", "retrieval", "corpus", "tests", "deploy")
    for page in (ROOT / room).rglob("*.md")
)
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
EXAMPLES = [text for _, text in BLOCKS if text.startswith("$ backissue ")]
COMMANDS = (
    *(
        "import",
        "sources",
        "collect",
        "ask",
        "said",
        "timeline",
        "gaps",
        "shell",
        "serve",
        "evaluate",
    ),
    *("stats", "list", "show", "remove", "reindex"),
    *("export", "backup", "restore", "check"),
)


def backissue(*arguments: str) -> subprocess.CompletedProcess[str]:
    script = Path(sys.executable).with_name("backissue")
    return subprocess.run([script, *arguments], capture_output=True, text=True, check=False)


def without_figures(text: str) -> str:
    """Milliseconds differ from run to run."""
    return re.sub(r"\d+\.\d ms", "N ms", text).strip()


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_prints_what_the_readme_shows(example: str) -> None:
    command, _, shown = example.partition("\n")
    ran = backissue(*shlex.split(command)[2:])
    assert without_figures(ran.stdout) == without_figures(shown)


def test_there_are_examples() -> None:
    assert EXAMPLES


def test_the_two_commands_of_set_up_stand_on_lines_of_their_own() -> None:
    lines = README.splitlines()
    answering = [line for line in lines if line.startswith("pip install . && backissue ask ")]
    assert len(answering) == 1
    assert lines.count("pip install '.[test]' && pytest") == 1


def test_the_first_command_is_answered_by_the_sample() -> None:
    (line,) = re.findall(r"^pip install \. && backissue (.*)$", README, re.MULTILINE)
    ran = backissue(*shlex.split(line))
    assert ran.returncode == 0
    assert "“" in ran.stdout


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Cli:
    return Cli(capsys, monkeypatch, tmp_path)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_has_help_and_stands_in_the_readme(cli: Cli, command: str) -> None:
    ran = cli(command, "--help")
    assert ran.code == 0
    assert len(ran.out.split("\n\n")) > 1
    assert f"backissue {command}" in README


def test_every_command_there_is_is_known_to_these_tests(cli: Cli) -> None:
    listed = cli("--help").out.partition("Commands")[2]
    assert set(re.findall(r"^\W*([a-z]+)\s{2,}", listed, re.MULTILINE)) == set(COMMANDS)


@pytest.mark.parametrize("place", re.findall(r"^\| `([a-z][a-z/.]*)` \|", README, re.MULTILINE))
def test_a_place_that_the_readme_names_is_there(place: str) -> None:
    assert (ROOT / place).exists()


@pytest.mark.parametrize("page", DOCUMENTS, ids=lambda page: str(page.relative_to(ROOT)))
def test_what_a_document_names_is_there(page: Path) -> None:
    text = page.read_text("utf-8")
    linked = re.findall(r"\]\(((?!https?:)[^)#]+)\)|<img src=\"([^\"]+)\"", text)
    named = re.findall(r"`((?:bot|retrieval|corpus|tests)/[\w/.-]+)`", text)
    run = re.findall(r"python (tests/[\w/.-]+|deploy/[\w/.-]+)", text)
    places = [page.parent / (link or picture) for link, picture in linked]
    places += [ROOT / place for place in named + run]
    assert [str(place) for place in places if not place.exists()] == []

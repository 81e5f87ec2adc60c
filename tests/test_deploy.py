"""What is in `deploy/` is true of the program."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bot.setting_list import SETTINGS, variable
from bot.settings import load
from bot.telegram.health import Health
from bot.telegram.serving.prometheus import READINGS, PrometheusMeasures
from tests.test_documents import COMMANDS

ROOT = Path(__file__).parent.parent
DEPLOY = ROOT / "deploy"
EXAMPLE = (DEPLOY / "settings.example.toml").read_text("utf-8")
SETTING = re.compile(r"^# ((\w+) = .*)$", re.MULTILINE)


def test_the_example_of_settings_is_made_from_those_there_are() -> None:
    made = subprocess.run(
        [sys.executable, DEPLOY / "settings.py"], capture_output=True, text=True, check=True
    )
    assert made.stdout == EXAMPLE
    assert [name for _, name in SETTING.findall(EXAMPLE)] == list(SETTINGS)


@pytest.mark.parametrize(("line", "name"), SETTING.findall(EXAMPLE))
def test_a_setting_of_the_example_can_be_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str, name: str
) -> None:
    (tmp_path / "config.toml").write_text(line)
    monkeypatch.setenv("BACKISSUE_CONFIG", str(tmp_path / "config.toml"))
    assert getattr(load(), name) not in (None, ())


@pytest.mark.parametrize("name", SETTINGS)
def test_the_readme_names_every_setting(name: str) -> None:
    assert f"| `{variable(name)}` |" in (ROOT / "README.md").read_text("utf-8")


def test_the_run_book_keeps_backups_in_a_folder_that_it_makes() -> None:
    book = (DEPLOY / "runbook.md").read_text("utf-8")
    assert "install -d -o backissue -g backissue -m 0700 /var/backups/backissue\n" in book
    assert set(re.findall(r"/var/backups/[^\s/:`]*", book)) == {"/var/backups/backissue"}


def test_the_run_book_tells_what_every_measure_means() -> None:
    book = (DEPLOY / "runbook.md").read_text("utf-8")
    measures = PrometheusMeasures(Health())
    for name in READINGS:
        measures.reading(name, lambda: None)
    told = measures.text().decode()
    names = set(re.findall(r"^# TYPE (\w+?)(?:_created)? ", told, re.MULTILINE))
    assert len(names) > 10
    assert not [name for name in names if f"`{name}" not in book]


@pytest.mark.parametrize("unit", sorted((DEPLOY / "systemd").glob("*.service")), ids=str)
def test_a_unit_is_shut_off_from_its_machine(unit: Path) -> None:
    program = shutil.which("systemd-analyze")
    if program is None:
        pytest.skip("there is no systemd-analyze here")
    judged = subprocess.run(
        [program, "security", "--offline=true", "--threshold=20", unit],
        capture_output=True,
        text=True,
        check=False,
    )
    assert judged.returncode == 0, judged.stdout + judged.stderr


@pytest.mark.parametrize("unit", sorted((DEPLOY / "systemd").glob("*.service")), ids=str)
def test_a_unit_sets_what_there_is_to_set_and_starts_a_command_there_is(unit: Path) -> None:
    text = unit.read_text("utf-8")
    known = {variable(name) for name in SETTINGS} | {"BACKISSUE_CONFIG"}
    assert set(re.findall(r"^Environment=(\w+)=", text, re.MULTILINE)) <= known
    (command,) = re.findall(r"^ExecStart=/opt/backissue/bin/backissue (\w+)", text, re.MULTILINE)
    assert command in COMMANDS


def test_all_that_can_be_set_can_be_set_in_a_container() -> None:
    compose = (DEPLOY / "compose.yaml").read_text("utf-8")
    passed = re.findall(r"^      (BACKISSUE_\w+):", compose, re.MULTILINE)
    fixed = re.findall(r"\b(BACKISSUE_\w+)=", (DEPLOY / "Dockerfile").read_text("utf-8"))
    token = variable("telegram_token")  # which lies in a file
    assert {*passed, *fixed} == {variable(name) for name in SETTINGS} - {token}


@pytest.mark.parametrize("file", ["compose.yaml", "Dockerfile"])
def test_containers_set_what_there_is_to_set(file: str) -> None:
    named = set(re.findall(r"\bBACKISSUE_[A-Z_]+", (DEPLOY / file).read_text("utf-8")))
    assert named <= {variable(name) for name in SETTINGS} | {"BACKISSUE_CONFIG"}

"""What is in `deploy/` is true of the program."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from bot.setting_list import SETTINGS, variable
from bot.settings import load

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

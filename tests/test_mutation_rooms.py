"""The mutation run's rooms are there, and so are the tests that hold them."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = tomllib.loads((ROOT / "tests/mutation/rooms.toml").read_text("utf-8"))["part"]


def files(patterns: list[str]) -> set[Path]:
    return {path for pattern in patterns for path in ROOT.glob(pattern)}


@pytest.mark.parametrize("part", ROOMS, ids=lambda part: part["code"][0])
def test_a_room_has_code_and_tests(part: dict[str, Any]) -> None:
    assert files(part["code"]) - files(part.get("but", []))
    assert files(part["tests"]) - files(part.get("but_tests", []))
    assert len(files(part.get("but", []))) >= len(part.get("but", []))

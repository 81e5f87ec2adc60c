import sqlite3

import pytest

from corpus.archive.keeping.sqlite_version import VERSION, has_wal_race


@pytest.mark.parametrize(
    ("version", "has_it"),
    [
        ("3.6.23", False),
        ("3.7.0", True),
        ("3.40.1", True),
        ("3.44.5", True),
        ("3.44.6", False),
        ("3.45.0", True),
        ("3.50.6", True),
        ("3.50.7", False),
        ("3.51.2", True),
        ("3.51.3", False),
        ("3.53.0", False),
        ("4.0.0", False),
    ],
)
def test_the_versions_with_the_race_are_known(version: str, has_it: bool) -> None:
    assert has_wal_race(version) is has_it


def test_it_is_the_version_that_runs() -> None:
    assert sqlite3.sqlite_version == VERSION

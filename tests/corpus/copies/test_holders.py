"""Which articles have a paragraph is read as far as it is wanted."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.copies import table
from corpus.copies.table import holders


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    opened = sqlite3.connect(tmp_path / "prints")
    for name in ("fingerprint", "fresh_fingerprint"):
        opened.execute(
            f"CREATE TABLE {name} (hash INTEGER, seq INTEGER, PRIMARY KEY (hash, seq))"
            " WITHOUT ROWID"
        )
    opened.executemany("INSERT INTO fingerprint VALUES (7, ?)", [(n,) for n in range(5000)])
    opened.executemany("INSERT INTO fresh_fingerprint VALUES (8, ?)", [(n,) for n in range(3)])
    opened.execute("INSERT INTO fingerprint VALUES (8, 9)")
    yield opened
    opened.close()


def test_rare_ones_are_given_whole_beside_a_frequent_one(connection: sqlite3.Connection) -> None:
    found = holders(connection, [7, 8, 9], 501)
    assert len(found[7]) == 501
    assert sorted(found[8]) == [0, 1, 2, 9]
    assert found[9] == []


def test_a_frequent_one_is_not_read_to_its_end(connection: sqlite3.Connection) -> None:
    steps = [0]

    def count() -> int:
        steps[0] += 1
        return 0

    connection.set_progress_handler(count, 1)
    holders(connection, [7], 501)
    assert steps[0] < 20 * (table.AT_ONCE + 2 * 501)

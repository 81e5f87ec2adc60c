"""The table of fingerprints: which newest versions have a paragraph of just these words.

It is written in the transaction that stores, replaces or removes a version. Numbers so random land
anywhere in a table, and each costs a page written: so they wait in a small one, and go to the large
one together, in its order.
"""

import sqlite3
from collections.abc import Iterable, Sequence

from corpus.copies.fingerprints import fingerprints

TOGETHER = 8192  # versions

AT_ONCE = 1000  # fingerprints asked for in one statement


def record(connection: sqlite3.Connection, seq: int, hashes: Iterable[int]) -> None:
    """Add the fingerprints of a version, in their order, which is now its article's newest."""
    connection.executemany(
        "INSERT INTO fresh_fingerprint (hash, seq) VALUES (?, ?)",
        [(one, seq) for one in hashes],
    )
    if seq % TOGETHER == 0:
        connection.execute(
            "INSERT OR IGNORE INTO fingerprint (hash, seq)"
            " SELECT hash, seq FROM fresh_fingerprint ORDER BY hash, seq"
        )
        connection.execute("DELETE FROM fresh_fingerprint")


def forget(connection: sqlite3.Connection, seq: int, paragraphs: Iterable[str]) -> None:
    """Take a version out that is no longer its article's newest; `paragraphs` are its own."""
    rows = [(one, seq) for one in fingerprints(paragraphs)]
    for table in ("fingerprint", "fresh_fingerprint"):
        connection.executemany(f"DELETE FROM {table} WHERE hash = ? AND seq = ?", rows)  # noqa: S608 (our own words)


def holders(
    connection: sqlite3.Connection, hashes: Iterable[int], most: int
) -> dict[int, list[int]]:
    """For each fingerprint the versions (`seq`) that have it, in no order; at most so many.

    What is read does not grow with how often the most frequent one stands in the archive.
    """
    wanted = list(hashes)
    found: dict[int, list[int]] = {one: [] for one in wanted}
    for first in range(0, len(wanted), AT_ONCE):
        some = wanted[first : first + AT_ONCE]
        rows = _rows(connection, some, AT_ONCE + most)
        if len(rows) == AT_ONCE + most:
            rows = [row for one in some for row in _rows(connection, [one], most)]
        for one, seq in rows:
            found[one].append(seq)
    return found


def _rows(
    connection: sqlite3.Connection, hashes: Sequence[int], most: int
) -> list[tuple[int, int]]:
    marks = ",".join("?" * len(hashes))
    return connection.execute(
        f"SELECT hash, seq FROM fingerprint WHERE hash IN ({marks})"  # noqa: S608 (marks)
        f" UNION ALL SELECT hash, seq FROM fresh_fingerprint WHERE hash IN ({marks}) LIMIT ?",
        [*hashes, *hashes, most],
    ).fetchall()

"""The table of fingerprints: which newest versions have a paragraph of just these words.

It is written in the transaction that stores, replaces or removes a version. Numbers so random land
anywhere in a table, and each costs a page written: so they wait in a small one, and go to the large
one together, in its order.
"""

import sqlite3
from collections.abc import Iterable

from corpus.copies.fingerprints import fingerprints

TOGETHER = 8192  # versions

# Neither part of the union need be sorted: the caller sorts.
_HOLDERS = (
    "SELECT seq FROM fingerprint WHERE hash = :hash"
    " UNION ALL SELECT seq FROM fresh_fingerprint WHERE hash = :hash LIMIT :most"
)


def record(connection: sqlite3.Connection, seq: int, paragraphs: Iterable[str]) -> None:
    """Add a version, which is now its article's newest."""
    connection.executemany(
        "INSERT OR IGNORE INTO fresh_fingerprint (hash, seq) VALUES (?, ?)",
        [(one, seq) for one in fingerprints(paragraphs)],
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


def holders(connection: sqlite3.Connection, hash: int, *, most: int) -> list[int]:  # noqa: A002 (the column's name)
    """Versions (`seq`) with a fingerprint, at most so many, in no order."""
    return [seq for (seq,) in connection.execute(_HOLDERS, {"hash": hash, "most": most})]

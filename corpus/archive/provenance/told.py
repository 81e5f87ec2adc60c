"""What came in just so before, and which version it was then.

Whether something new is an article that is there depends on all that is there, and that changes
with each thing that comes. So of whatever was stored as something else than it was told as, the
outcome is kept: an import that is killed and run again, or run once more, ends as it did.
"""

import sqlite3
from typing import NamedTuple

from corpus.archive.provenance.preparing import Prepared
from corpus.archive.rows import read_digests


class Stored(NamedTuple):
    """A version by its article and its digest."""

    article: str
    digest: bytes


def stored_as(connection: sqlite3.Connection, given: Prepared) -> Stored | None:
    """The version that the article was when it came just so before; None where it never did."""
    row = connection.execute(
        "SELECT article, stored FROM told WHERE digest = ?", (given.digest,)
    ).fetchone()
    stored = Stored(*row) if row else Stored(given.arrival.article.id, given.digest)
    is_there = stored.digest in read_digests(connection, stored.article).values()
    return stored if is_there else None


def remember_stored(
    connection: sqlite3.Connection, told: bytes, stored: Stored, run: int | None
) -> None:
    """Keep what became of what was told, unless that was stored as it is."""
    if told != stored.digest:
        connection.execute(
            "INSERT OR REPLACE INTO told (digest, article, stored, run) VALUES (?, ?, ?, ?)",
            (told, *stored, run),
        )

"""The memory of what the keeper took down: it does not come back by itself."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.archive.provenance.arrival import Arrival
from corpus.archive.provenance.names import Kind, Name, names_of
from corpus.archive.rows import erase, read_versions


@dataclass(frozen=True, slots=True)
class Removed:
    """How many articles were removed. Where the log is not empty, words of them may stand there."""

    articles: int
    is_log_empty: bool

    def __bool__(self) -> bool:
        return self.articles > 0


LASTING = frozenset({Kind.ID, Kind.ADDRESS, Kind.GIVEN, Kind.TEXT})  # a file may hold another


def remember(connection: sqlite3.Connection, article: str, names: Iterable[Name]) -> None:
    """Keep out what has one of the names that lead to an article, or one of these."""
    connection.execute(
        "INSERT OR IGNORE INTO removed SELECT name FROM name WHERE article = ?", (article,)
    )
    connection.executemany(
        "INSERT OR IGNORE INTO removed (name) VALUES (?)", [(name.hash,) for name in names]
    )


def take_down(connection: sqlite3.Connection, article: str) -> bool:
    """Erase an article, and remember by what names it may come again. False where there is none."""
    versions = read_versions(connection, "article = ?", article).values()
    remember(
        connection,
        article,
        (name for each in versions for name in names_of(Arrival(each)) if name.kind in LASTING),
    )
    return erase(connection, article)


def is_kept_out(connection: sqlite3.Connection, names: Iterable[Name]) -> bool:
    hashes = [name.hash for name in names if name.kind in LASTING]
    marks = ",".join("?" * len(hashes))
    row = connection.execute(f"SELECT 1 FROM removed WHERE name IN ({marks}) LIMIT 1", hashes)  # noqa: S608 (marks)
    return row.fetchone() is not None


def let_in(connection: sqlite3.Connection, names: Iterable[Name]) -> None:
    """Forget that what has these names was removed."""
    connection.executemany("DELETE FROM removed WHERE name = ?", [(name.hash,) for name in names])

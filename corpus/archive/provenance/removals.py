"""The memory of what the keeper took down: it does not come back by itself."""

import sqlite3
from collections.abc import Iterable

from msgspec import Struct

from corpus.archive.provenance.arrival import Arrival
from corpus.archive.provenance.names import Kind, Name, names_of
from corpus.archive.provenance.texts import (
    LEAST_WORDS,
    having_text,
    headline_of,
    names_of_paragraphs,
    names_of_text,
)
from corpus.archive.rows import erase, read_versions
from corpus.article import Article


class Removed(Struct, frozen=True):
    """How many articles were removed. Where the log is not empty, words of them may stand there."""

    articles: int
    is_log_empty: bool

    def __bool__(self) -> bool:
        return self.articles > 0


# A file may hold another article than before, and a headline may come again.
LASTING = frozenset({Kind.ID, Kind.ADDRESS, Kind.GIVEN, Kind.TEXT, Kind.BODY})


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
    for each in read_versions(connection, "article = ?", article).values():
        names = [name for name in names_of(Arrival(each)) if name.kind in LASTING]
        names += [headline_of(each), *names_of_paragraphs(each)]
        if _is_its_own(connection, each):
            names += names_of_text(each)
        remember(connection, article, names)
    return erase(connection, article)


def _is_its_own(connection: sqlite3.Connection, article: Article) -> bool:
    """Whether no other article has the text."""
    held = having_text(connection, article)
    return held is not None and all(each.id == article.id for each in held.values())


def is_kept_out(connection: sqlite3.Connection, names: Iterable[Name]) -> bool:
    return any(_is_removed(connection, name) for name in names if name.kind in LASTING)


def is_half_removed(connection: sqlite3.Connection, article: Article) -> bool:
    """Whether half of its words, and enough to tell it, were removed under its headline."""
    if not _is_removed(connection, headline_of(article)):
        return False
    words = names_of_paragraphs(article)
    removed = sum(count for name, count in words.items() if _is_removed(connection, name))
    return removed >= LEAST_WORDS and 2 * removed >= sum(words.values())


def _is_removed(connection: sqlite3.Connection, name: Name) -> bool:
    found = connection.execute("SELECT 1 FROM removed WHERE name = ?", (name.hash,))
    return found.fetchone() is not None


def let_in(connection: sqlite3.Connection, names: Iterable[Name]) -> None:
    """Forget that what has these names was removed."""
    connection.executemany("DELETE FROM removed WHERE name = ?", [(name.hash,) for name in names])

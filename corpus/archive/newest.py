"""The articles that were published last, found by indexes (`migrations/newest.sql`)."""

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date

from corpus.archive.holdings import IS_NEWEST, MOMENT
from corpus.archive.reading import ReadableArchive
from corpus.article import Article

SPARE = 5  # damaged articles that may be among them
SURE = "digest IS NOT NULL AND faults IS NULL"


def newest(
    archive: ReadableArchive, count: int, *, until: date, sources: Sequence[str] = ()
) -> list[Article]:
    """At most so many, the newest first; of one moment first what came into the archive last.

    A plain date is the start of its UTC day. `until` is the last day: what bears a later one bears
    a wrong one, as does what something speaks against. `sources` are outlets or agencies, as
    articles name them; all, where none is named.
    """
    with archive.connected() as connection:
        seqs = sorted(set(_seqs(connection, count + SPARE, until, sources)), reverse=True)
    found = (archive.version(seq) for _, seq in seqs)
    return [article for article in found if article is not None][:count]


def _seqs(
    connection: sqlite3.Connection, count: int, until: date, sources: Sequence[str]
) -> Iterator[tuple[float, int]]:
    """The moment and the version (`seq`) of those that are the newest somewhere."""
    last = until.isoformat()
    if not sources:
        yield from connection.execute(query(), (last, count))
    for name in sources:
        for column in ("source", "agency"):
            yield from connection.execute(query(f" AND {column} = ?"), (name, last, count))


def query(condition: str = "") -> str:
    """An index gives the order; no more is read than is wanted."""
    return (
        f"SELECT {MOMENT}, seq FROM version WHERE {SURE}{condition}"  # noqa: S608 (our own words)
        f" AND {IS_NEWEST} AND substr(published, 1, 10) <= ?"
        f" ORDER BY {MOMENT} DESC, seq DESC LIMIT ?"
    )

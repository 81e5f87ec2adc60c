"""The articles that were published last."""

import sqlite3
from datetime import date

from corpus.archive.holdings import CURRENT
from corpus.archive.reading import ReadableArchive
from corpus.article import Article

SPARE = 5  # damaged articles that may be among them


def newest(
    archive: ReadableArchive, count: int, *, until: date, source: str | None = None
) -> list[Article]:
    """At most so many, the newest first; of one day first what came into the archive last.

    `until` is the last day: what bears a later one bears a wrong one. `source` is an outlet or an
    agency, as articles name it. All articles are looked at: some 30 ms for 27,000.
    """
    with archive.connected() as connection:
        seqs = _seqs(connection, count + SPARE, until, source)
    found = (archive.version(seq) for seq in seqs)
    return [article for article in found if article is not None][:count]


def _seqs(connection: sqlite3.Connection, count: int, until: date, source: str | None) -> list[int]:
    rows = connection.execute(
        f"SELECT seq FROM {CURRENT} AND substr(published, 1, 10) <= :until"  # noqa: S608 (our own words)
        " AND (:source IS NULL OR source = :source OR agency = :source)"
        " ORDER BY coalesce(julianday(published), julianday(substr(published, 1, 10))) DESC,"
        " seq DESC LIMIT :count",
        {"until": until.isoformat(), "source": source, "count": count},
    )
    return [seq for (seq,) in rows]

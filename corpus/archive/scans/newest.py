"""The newest articles, found by an index; and what each outlet has."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from corpus.archive.holdings import CURRENT
from corpus.archive.rows import stored_day

# As the indexes in `migrations/newest.sql` have it, or they are not used.
MOMENT = "coalesce(julianday(published), julianday(substr(published, 1, 10)))"
SURE = "digest IS NOT NULL AND faults IS NULL"


@dataclass(frozen=True, slots=True)
class Outlet:
    """`days`: on how many it has an article; `first` and `last` of them.

    Articles with a date that something speaks against are counted, their days are not.
    """

    name: str
    articles: int
    days: int
    first: date | None
    last: date | None


def newest(connection: sqlite3.Connection, sources: Sequence[str] = ()) -> Iterator[int]:
    """Newest versions (`seq`) by the moment of publication, the last one first; read when asked.

    Only of these outlets, if any is named. A plain date counts as the start of its UTC day;
    an article with a date that something speaks against is left out.
    """
    wanted = f" AND source IN ({','.join('?' * len(sources))})" if sources else ""
    rows = connection.execute(
        f"SELECT seq FROM version WHERE {SURE}{wanted}"  # noqa: S608 (marks)
        " AND EXISTS (SELECT 1 FROM current WHERE current.seq = version.seq)"
        f" ORDER BY {MOMENT} DESC, seq DESC",
        tuple(sources),
    )
    for (seq,) in rows:
        yield seq


def read_outlets(connection: sqlite3.Connection) -> list[Outlet]:
    """All outlets, that of most articles first; counted over all articles."""
    sure = "CASE WHEN faults IS NULL THEN substr(published, 1, 10) END"
    rows = connection.execute(
        f"SELECT CAST(source AS TEXT), count(*), count(DISTINCT {sure}), min({sure}), max({sure})"  # noqa: S608 (our own words)
        f" FROM {CURRENT} GROUP BY 1 ORDER BY 2 DESC, 1"
    )
    return [
        Outlet(name, articles, days, _day(first), _day(last))
        for name, articles, days, first, last in rows
    ]


def _day(stored: str | None) -> date | None:
    return stored_day(stored) if stored else None

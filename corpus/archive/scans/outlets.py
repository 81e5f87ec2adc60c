"""What each outlet has in an archive."""

import sqlite3
from datetime import date

from msgspec import Struct

from corpus.archive.rows import stored_day


class Outlet(Struct, frozen=True):
    """`days`: on how many it has an article; `first` and `last` of them.

    Articles with a date that something speaks against are counted, their days are not.
    """

    name: str
    articles: int
    days: int
    first: date | None
    last: date | None


def read_outlets(connection: sqlite3.Connection) -> list[Outlet]:
    """All outlets, that of most articles first."""
    sure = "iif(kind = 'day', day, NULL)"
    rows = connection.execute(
        f"SELECT name, sum(counted), count({sure}), min({sure}), max({sure}) FROM tally"  # noqa: S608 (our own words)
        " WHERE kind IN ('day', 'doubtful day') GROUP BY 1 ORDER BY 2 DESC, 1"
    )
    return [
        Outlet(name, articles, days, _day(first), _day(last))
        for name, articles, days, first, last in rows
    ]


def _day(stored: str | None) -> date | None:
    return stored_day(stored) if stored else None

"""What an archive holds, counted over the newest version of every article."""

import sqlite3
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from corpus.archive.rows import stored_date
from corpus.article import MAX_PARAGRAPHS

CURRENT = "version JOIN current USING (seq) WHERE digest IS NOT NULL"


@dataclass(frozen=True, slots=True)
class Holdings:
    """`first` and `last` are dates of publication.

    A plain date counts as the start of its day in UTC. `date_faults` counts articles by what
    speaks against their dates.
    """

    articles: int
    paragraphs: int
    sources: dict[str, int]
    first: datetime | date | None
    last: datetime | date | None
    bytes: int
    date_faults: dict[str, int] = field(default_factory=dict)


def count_by(
    connection: sqlite3.Connection, column: Literal["source", "language"]
) -> dict[str, int]:
    """How many articles have each value of a column, most first, then in alphabetical order."""
    rows = connection.execute(
        f"SELECT {column}, count(*) FROM {CURRENT} GROUP BY {column} ORDER BY 2 DESC, 1"  # noqa: S608 (our own words)
    )
    return dict(rows.fetchall())


def read_agencies(connection: sqlite3.Connection) -> list[str]:
    """Agencies named by at least one article, in alphabetical order."""
    rows = connection.execute(
        f"SELECT DISTINCT agency FROM {CURRENT} AND agency IS NOT NULL ORDER BY 1"  # noqa: S608 (our own words)
    )
    return [name for (name,) in rows]


def count_paragraphs(connection: sqlite3.Connection) -> int:
    """Paragraphs of all newest versions."""
    (count,) = connection.execute(f"SELECT total(paragraphs) FROM {CURRENT}").fetchone()  # noqa: S608 (our own words)
    return int(count)


def count_by_version(connection: sqlite3.Connection) -> dict[int, int]:
    """How many paragraphs each newest version (`seq`) has; at most as many as one may have."""
    rows = connection.execute(
        f"SELECT seq, min(paragraphs, {MAX_PARAGRAPHS}) FROM {CURRENT}"  # noqa: S608 (our own words)
        " AND typeof(paragraphs) = 'integer'"
    )
    return dict(rows.fetchall())


def published_between(
    connection: sqlite3.Connection,
) -> tuple[datetime | date | None, datetime | date | None]:
    """The first and the last date of publication; None where there is no article."""
    first, last = (
        connection.execute(
            f"SELECT published, {best}(coalesce(julianday(published),"  # noqa: S608 (our own words)
            f" julianday(substr(published, 1, 10)))) FROM {CURRENT}"
        ).fetchone()[0]
        for best in ("min", "max")
    )
    return _date(first), _date(last)


def _date(stored: str | None) -> datetime | date | None:
    """A date that SQLite can read; None where Python cannot, as it is damaged."""
    try:
        return stored_date(stored)
    except ValueError:
        return None

"""What an archive holds, over the newest version of every article.

Nothing is counted when it is asked: `tally` has the counts, and triggers keep it in the transaction
that gives an article another newest version (`migrations/tally.sql`).
"""

import sqlite3
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from corpus.archive.rows import stored_date
from corpus.article import MAX_PARAGRAPHS

CURRENT = "version JOIN current USING (seq) WHERE digest IS NOT NULL"
# As the indexes have it (`migrations/newest.sql`), or they are not used.
MOMENT = "coalesce(julianday(published), julianday(substr(published, 1, 10)))"
IS_NEWEST = "EXISTS (SELECT 1 FROM current WHERE current.seq = version.seq)"


@dataclass(frozen=True, slots=True)
class Holdings:
    """`first` and `last` are dates of publication, see `published_between`.

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
    connection: sqlite3.Connection, kind: Literal["source", "language", "faults"]
) -> dict[str, int]:
    """How many articles have each value, most first, then in alphabetical order."""
    rows = connection.execute(
        "SELECT name, counted FROM tally WHERE kind = ? ORDER BY 2 DESC, 1", (kind,)
    )
    return dict(rows.fetchall())


def read_agencies(connection: sqlite3.Connection) -> list[str]:
    """Agencies named by at least one article, in alphabetical order."""
    rows = connection.execute("SELECT name FROM tally WHERE kind = 'agency' ORDER BY 1")
    return [name for (name,) in rows]


def count_paragraphs(connection: sqlite3.Connection) -> int:
    """Paragraphs of all newest versions."""
    row = connection.execute("SELECT counted FROM tally WHERE kind = 'paragraphs'").fetchone()
    return int(row[0]) if row else 0


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
    """The first and the last date of publication; None where there is no article.

    Those that something speaks against count only where there are no others.
    """
    ends = (_end(connection, "ASC"), _end(connection, "DESC"))
    if None in ends:
        ends = (_end(connection, "ASC", "NOT NULL"), _end(connection, "DESC", "NOT NULL"))
    return ends


def _end(
    connection: sqlite3.Connection,
    order: Literal["ASC", "DESC"],
    faults: Literal["NULL", "NOT NULL"] = "NULL",
) -> datetime | date | None:
    """The first date in this order; of those without faults an index gives it."""
    row = connection.execute(
        f"SELECT published FROM version WHERE digest IS NOT NULL AND faults IS {faults}"  # noqa: S608 (our own words)
        f" AND {IS_NEWEST} AND {MOMENT} IS NOT NULL ORDER BY {MOMENT} {order} LIMIT 1"
    ).fetchone()
    return _date(row[0]) if row else None


def _date(stored: str | None) -> datetime | date | None:
    """A date that SQLite can read; None where Python cannot, as it is damaged."""
    try:
        return stored_date(stored)
    except ValueError:
        return None

"""How each source stands: when it was last collected from, what failed, whether it fell silent."""

import sqlite3
from datetime import date, datetime, timedelta

from msgspec import Struct

from corpus.archive.archive import Archive
from corpus.archive.gaps import is_hole_up_to
from corpus.collect.state.clocks import read_clocks
from corpus.collect.state.sources import Source, last_success, read_sources

ARTICLES = (
    "address JOIN current ON current.article = address.article JOIN version USING (seq)"
    " WHERE address.source = ? AND version.digest IS NOT NULL"
)


class Standing(Struct, frozen=True):
    """`articles` were collected, `waiting` addresses are still to be asked.

    `silent_since`: the last day with an article, where by its own rhythm the source should have
    had more since. `clock`: how far ahead of UTC its fresh articles say it is, where nobody named
    its zone.
    """

    source: Source
    articles: int
    waiting: int
    newest: date | None
    silent_since: date | None
    clock: timedelta | None = None

    @property
    def is_in_trouble(self) -> bool:
        return self.source.fault is not None or self.silent_since is not None


class Collection(Struct, frozen=True):
    """`collected`: when a collection from any source last came to a good end."""

    collected: datetime | None = None
    standings: tuple[Standing, ...] = ()

    @property
    def troubled(self) -> list[Standing]:
        return [standing for standing in self.standings if standing.is_in_trouble]


def collection_of(archive: Archive, now: datetime) -> Collection:
    """How collecting stands in an archive; without sources there is nothing to tell."""
    with archive.connected() as connection:
        return Collection(
            last_success(connection),
            tuple(_standing(connection, one, now) for one in read_sources(connection)),
        )


def _standing(connection: sqlite3.Connection, source: Source, now: datetime) -> Standing:
    rows = connection.execute(
        f"SELECT DISTINCT substr(version.published, 1, 10) FROM {ARTICLES} ORDER BY 1",  # noqa: S608 (our own words)
        (source.id,),
    )
    days = [date.fromisoformat(day) for (day,) in rows]
    today = now.astimezone(source.timezone).date()
    past = [day for day in days if day <= today]
    (articles,) = connection.execute(
        f"SELECT count(DISTINCT current.article) FROM {ARTICLES}",  # noqa: S608 (our own words)
        (source.id,),
    ).fetchone()
    (waiting,) = connection.execute(
        "SELECT count(*) FROM address WHERE source = ? AND due <= ?",
        (source.id, (now + timedelta(minutes=1)).timestamp()),
    ).fetchone()
    newest = past[-1] if past else None
    is_silent = is_hole_up_to([day.toordinal() for day in past], today.toordinal())
    clock = read_clocks(connection, source.id, now).told if source.timezone is None else None
    return Standing(source, articles, waiting, newest, newest if is_silent else None, clock)

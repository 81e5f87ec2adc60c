"""What fresh articles of a source say of its clock: what they print against when they came.

An article that was not listed a while ago was printed since. Where the paper's clock shows times
without saying how far it is from UTC, or calls its own time UTC, only one distance explains both.
Where articles do not agree, or are a few, nothing is said.
"""

import sqlite3
from collections import Counter
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from msgspec import Struct

SHORT = timedelta(minutes=40)  # since the listing was read before
SLACK = timedelta(minutes=5)  # between two clocks
LATE = timedelta(minutes=10)  # that an article is listed after it was printed
# How far zones are from UTC: whole hours, and a few of half and quarter hours.
ZONES = (*range(-12 * 60, 15 * 60, 60), -210, 210, 270, 330, 345, 390, 570, 630)  # minutes
LEAST, ROUNDS = 5, 3  # articles, and collections that brought them
SHARE = 0.9  # of them that agree
NEWEST = 2  # which must, as clocks are put back and forward
KEPT, RECENT = 60, timedelta(days=3)


class Said(StrEnum):
    """What a paper says of a time that it prints."""

    LOCAL = "local"  # nothing
    UTC = "utc"


class Clocks(Struct, frozen=True):
    """How far ahead of UTC a source's clock is, where told, by what it says of its times."""

    local: timedelta | None = None
    utc: timedelta | None = None

    @property
    def told(self) -> timedelta | None:
        """How far it is, where times by themselves would be misread."""
        return self.utc or self.local

    def by(self, said: Said) -> timedelta | None:
        return self.local if said is Said.LOCAL else self.utc or None


def read_clocks(connection: sqlite3.Connection, source: int, now: datetime) -> Clocks:
    """What fresh articles say these days."""
    return Clocks(*(told_distance(connection, source, said, now) for said in Said))


def distance(printed: datetime, fetched: datetime, before: datetime | None) -> int | None:
    """How many minutes ahead of UTC a clock is that showed `printed`, if only one number can be.

    `before`: when the source's listings were read last and had not this article.
    """
    if before is None or not timedelta() <= fetched - before <= SHORT:
        return None
    ahead = printed.replace(tzinfo=UTC) - fetched
    least, most = ahead - SLACK, ahead + (fetched - before) + LATE
    found = [zone for zone in ZONES if least <= timedelta(minutes=zone) <= most]
    return found[0] if len(found) == 1 else None


def remember(
    connection: sqlite3.Connection, source: int, said: Said, *, fetched: datetime, minutes: int
) -> None:
    """One article's word on a source's clock."""
    connection.execute(
        "INSERT INTO clock (source, said, fetched, minutes) VALUES (?, ?, ?, ?)",
        (source, said, fetched.timestamp(), minutes),
    )
    connection.execute(
        "DELETE FROM clock WHERE source = :source AND said = :said AND fetched <= (SELECT fetched"
        " FROM clock WHERE source = :source AND said = :said ORDER BY fetched DESC"
        " LIMIT 1 OFFSET :kept)",
        {"source": source, "said": said, "kept": KEPT},
    )


def told_distance(
    connection: sqlite3.Connection, source: int, said: Said, now: datetime
) -> timedelta | None:
    """How far ahead of UTC a source's clock is these days; None where the evidence is thin."""
    rows = connection.execute(
        "SELECT minutes, fetched FROM clock WHERE source = ? AND said = ? AND fetched >= ?"
        " ORDER BY fetched DESC",
        (source, said, (now - RECENT).timestamp()),
    ).fetchall()
    if len(rows) < LEAST:
        return None
    ((minutes, count),) = Counter(minutes for minutes, _ in rows).most_common(1)
    rounds = {fetched // SHORT.total_seconds() for told, fetched in rows if told == minutes}
    is_agreed = count >= LEAST and count >= SHARE * len(rows) and len(rounds) >= ROUNDS
    is_new = all(told == minutes for told, _ in rows[:NEWEST])
    return timedelta(minutes=minutes) if is_agreed and is_new else None

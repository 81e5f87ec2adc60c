"""What is collected from: sources as rows of the archive."""

import sqlite3
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
from msgspec import Struct

COLUMNS = "id, name, is_named, address, sites, timezone, since, succeeded, fault"

_sites = msgspec.json.Decoder(tuple[str, ...]).decode


class NewSource(Struct, frozen=True):
    """A source as the keeper gave it, and what its site said.

    `is_named`: the name is the keeper's, not the site's own. `sites` are those whose pages are
    taken (`site_of`). `since`: the first day whose articles are wanted.
    """

    name: str
    address: str
    key: str
    sites: tuple[str, ...]
    is_named: bool = False
    timezone: ZoneInfo | None = None
    since: date | None = None


class Source(Struct, frozen=True):
    """`succeeded`: when a collection last read what it lists; `fault`: why the last one did not."""

    id: int
    name: str
    is_named: bool
    address: str
    sites: tuple[str, ...]
    timezone: ZoneInfo | None
    since: date | None
    succeeded: datetime | None
    fault: str | None


def insert_source(connection: sqlite3.Connection, new: NewSource, now: datetime) -> int:
    """Its number. What it lists was just read: its first collection is begun by that."""
    connection.execute("DELETE FROM address WHERE source NOT IN (SELECT id FROM source)")
    row = connection.execute(
        "INSERT INTO source (name, is_named, address, key, sites, timezone, since, begun)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            new.name,
            new.is_named,
            new.address,
            new.key,
            msgspec.json.encode(new.sites).decode(),
            new.timezone.key if new.timezone else None,
            new.since.isoformat() if new.since else None,
            now.timestamp(),
        ),
    ).lastrowid
    assert row is not None  # noqa: S101 (an INSERT always has one)
    return row


def read_sources(connection: sqlite3.Connection) -> list[Source]:
    """All, in the order in which they were added."""
    rows = connection.execute(f"SELECT {COLUMNS} FROM source ORDER BY id")  # noqa: S608 (our own words)
    return [_source(row) for row in rows]


def delete_source(connection: sqlite3.Connection, source: int) -> None:
    """With all that is known of its addresses; its articles stay."""
    connection.execute("DELETE FROM address WHERE source = ?", (source,))
    connection.execute("DELETE FROM clock WHERE source = ?", (source,))
    connection.execute("DELETE FROM source WHERE id = ?", (source,))


def end_round(
    connection: sqlite3.Connection, source: int, now: datetime, fault: str | None
) -> None:
    """A collection from a source came to its end."""
    connection.execute(
        "UPDATE source SET ended = :now, fault = :fault,"
        " succeeded = CASE WHEN :fault IS NULL THEN :now ELSE succeeded END WHERE id = :id",
        {"now": now.timestamp(), "fault": fault, "id": source},
    )


def last_success(connection: sqlite3.Connection) -> datetime | None:
    """When a collection from any source last came to a good end."""
    (succeeded,) = connection.execute("SELECT max(succeeded) FROM source").fetchone()
    return moment(succeeded)


def moment(seconds: float | None) -> datetime | None:
    """A stored time."""
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)


def _source(row: tuple[Any, ...]) -> Source:
    number, name, is_named, address, sites, timezone, since, succeeded, fault = row
    return Source(
        id=number,
        name=name,
        is_named=bool(is_named),
        address=address,
        sites=_sites(sites),
        timezone=ZoneInfo(timezone) if timezone else None,
        since=date.fromisoformat(since) if since else None,
        succeeded=moment(succeeded),
        fault=fault,
    )

"""Which addresses are known, what is known of each, and which are due: rows of the archive."""

import sqlite3
from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from corpus.collect.state.schedule import believed_from
from corpus.collect.state.sources import moment

STALE = 6 * 3600  # seconds after which a collection that never ended is begun anew
A_DAY = 86_400
SKEW = 60
NOT_ASKED = "busy"  # as `Reason.BUSY`: its host is left alone


class Kind(StrEnum):
    LISTING = "listing"  # asked in every collection
    FRONT = "front"  # likewise: a page whose links lead to articles
    PART = "part"  # of a listing that names it, asked when that says it changed
    PAGE = "page"


LISTINGS = (Kind.LISTING, Kind.FRONT)


@dataclass(frozen=True, slots=True)
class Address:
    """All that is known of one address; times are seconds since 1970.

    `key` is the same for all spellings of it (`address_key`). `published` is what a listing says
    of it, then the article's own; `changed` the newest that a listing said of its last change.
    `digest` is that of what was taken, `article` the name under which. `tries` are failures in a
    row, `idle` how often it was asked in vain since it changed. `fault`: why nothing was taken.
    """

    key: str
    address: str
    host: str
    source: int
    kind: Kind
    published: str | None = None
    changed: float | None = None
    etag: str | None = None
    last_modified: str | None = None
    digest: bytes | None = None
    article: str | None = None
    asked: float | None = None
    due: float | None = None
    tries: int = 0
    idle: int = 0
    fault: str | None = None


COLUMNS = ", ".join(f"address.{field.name}" for field in fields(Address))
NAMES = COLUMNS.replace("address.", "")
MARKS = ", ".join("?" * len(fields(Address)))

# The day of what is listed, as far as anybody said; what nobody dated is as good as new.
DAY = (
    "CASE WHEN address.published IS NOT NULL THEN substr(address.published, 1, 10)"
    f" WHEN address.changed IS NOT NULL THEN date(address.changed + {A_DAY}, 'unixepoch')"
    " ELSE '9999' END"
)


@dataclass(frozen=True, slots=True)
class Scope:
    """What a collection is kept to: these sources, and what is not before the day `since`.

    A source may have a later first day of its own.
    """

    sources: tuple[int, ...]
    since: date | None = None


def begin(connection: sqlite3.Connection, scope: Scope, now: datetime) -> None:
    """Make the listings due, except where the last collection never came to its end.

    Such a one is gone on with: what it asked is not asked again.
    """
    for source in scope.sources:
        begun = connection.execute(
            "UPDATE source SET begun = :now, ended = NULL"
            " WHERE id = :id AND (begun IS NULL OR ended IS NOT NULL OR begun < :stale)",
            {"id": source, "now": now.timestamp(), "stale": now.timestamp() - STALE},
        ).rowcount
        if begun:
            connection.execute(
                "UPDATE address SET due = ?, tries = 0 WHERE source = ? AND kind IN (?, ?)",
                (now.timestamp(), source, *LISTINGS),
            )


def hosts_due(connection: sqlite3.Connection, scope: Scope, until: datetime) -> list[str]:
    """Hosts that have addresses due."""
    rows = connection.execute(
        f"SELECT DISTINCT host {_due(scope)} AND due <= ?",
        (*_values(scope), until.timestamp()),
    )
    return [host for (host,) in rows]


def due_at(
    connection: sqlite3.Connection, host: str, scope: Scope, *, until: datetime, limit: int
) -> list[Address]:
    """Addresses of one host that are due: listings, then the newest pages."""
    rows = connection.execute(
        f"SELECT {COLUMNS} {_due(scope)} AND host = ? AND due <= ?"
        f" ORDER BY address.kind = 'page', {DAY} DESC, changed DESC, address.key LIMIT ?",
        (*_values(scope), host, until.timestamp(), limit),
    )
    return [_address(row) for row in rows]


def next_due(
    connection: sqlite3.Connection, host: str, scope: Scope, now: datetime
) -> datetime | None:
    """When the next of a host's addresses is to be asked within the collection that goes on.

    Of what is not due yet only that is which failed: a paper always has something fresh.
    """
    (due,) = connection.execute(
        f"SELECT min(due) {_due(scope)} AND host = ? AND (address.tries > 0 OR due <= ?)",
        (*_values(scope), host, now.timestamp()),
    ).fetchone()
    return moment(due)


def count_due(connection: sqlite3.Connection, scope: Scope, until: datetime) -> int:
    """How many addresses are still to be asked."""
    (count,) = connection.execute(
        f"SELECT count(*) {_due(scope)} AND due <= ?",
        (*_values(scope), until.timestamp()),
    ).fetchone()
    return int(count)


def unread(connection: sqlite3.Connection, source: int, now: datetime) -> str | None:
    """Why none of a source's listings could be asked, where they are all still due."""
    row = connection.execute(
        "SELECT min(due <= ?), max(coalesce(fault, '')) FROM address WHERE source = ?"
        " AND kind IN (?, ?)",
        (now.timestamp(), source, *LISTINGS),
    ).fetchone()
    return (row[1] or NOT_ASKED) if row[0] else None


def find(connection: sqlite3.Connection, key: str) -> Address | None:
    row = connection.execute(
        f"SELECT {COLUMNS} FROM address WHERE key = ?",  # noqa: S608 (our own words)
        (key,),
    ).fetchone()
    return _address(row) if row else None


def save(connection: sqlite3.Connection, addresses: Iterable[Address]) -> None:
    connection.executemany(
        f"INSERT OR REPLACE INTO address ({NAMES}) VALUES ({MARKS})",  # noqa: S608 (our own words)
        map(astuple, addresses),
    )


def note(connection: sqlite3.Connection, listed: Address, now: datetime) -> None:
    """Take in what a listing says of an address: a new one is due, and one that changed since."""
    known = find(connection, listed.key)
    if known is None:
        save(connection, [replace(listed, due=now.timestamp())])
        return
    if (known.source, known.kind) != (listed.source, listed.kind):
        return  # it stays whose it was first
    changed = max(filter(None, (known.changed, listed.changed)), default=None)
    seen = replace(known, changed=changed, published=known.published or listed.published)
    if known.asked is None and len(listed.address) < len(known.address):
        seen = replace(seen, address=listed.address, host=listed.host)  # without what tracks
    if changed is not None and changed != known.changed and _is_believed(known, changed, now):
        seen = replace(seen, due=now.timestamp(), tries=0)
    if seen != known:
        save(connection, [seen])


def _is_believed(known: Address, changed: float, now: datetime) -> bool:
    """Whether what is said to have changed is asked again now; what was never asked is due anyway.

    Two clocks may differ by a minute.
    """
    asked = moment(known.asked)
    if asked is None:
        return False
    return changed > asked.timestamp() - SKEW and believed_from(asked, known.idle) <= now


def _due(scope: Scope) -> str:
    """What is asked within a scope, if it is due."""
    marks = ", ".join("?" * len(scope.sources))
    return (
        "FROM address JOIN source ON source.id = address.source"
        f" WHERE address.due IS NOT NULL AND source.id IN ({marks})"
        f" AND {DAY} >= max(coalesce(source.since, ''), ?)"
    )


def _values(scope: Scope) -> tuple[int | str, ...]:
    return (*scope.sources, scope.since.isoformat() if scope.since else "")


def _address(row: tuple[Any, ...]) -> Address:
    address = Address(*row)
    return replace(address, kind=Kind(address.kind))

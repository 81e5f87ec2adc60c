"""Sources are added and taken away."""

import sqlite3
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from corpus.addresses import address_key
from corpus.collect.sites import host_of, is_of
from corpus.collect.state.frontier import Address, Kind, find, note, save
from corpus.collect.state.ledger import Ledger
from corpus.collect.state.sources import (
    NewSource,
    Source,
    delete_source,
    insert_source,
    read_sources,
)
from corpus.errors import CorpusError

if TYPE_CHECKING:  # it loads HTTP, which taking a source away does not need
    from corpus.collect.surveying import FoundListing, Survey


class SourceError(CorpusError):
    """A source that is there already, or is not there."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What the keeper says of a new source; what he leaves out is the site's to say."""

    name: str | None = None
    timezone: ZoneInfo | None = None
    since: date | None = None


def add_source(ledger: Ledger, found: "Survey", wish: Wish, now: datetime) -> Source:
    """Add a source with all that was found of it, in one transaction. Raises SourceError."""
    new = NewSource(
        name=wish.name or found.name,
        address=found.address,
        key=address_key(found.address),
        sites=found.sites,
        is_named=wish.name is not None,
        timezone=wish.timezone,
        since=wish.since,
    )
    added: list[Source] = []

    def beside(connection: sqlite3.Connection) -> None:
        for other in read_sources(connection):
            if address_key(other.address) == new.key:
                raise SourceError(f"{other.address} is a source already: {other.name}")
            if other.name.casefold() == new.name.casefold():
                raise SourceError(f"there is a source called {other.name}; give another --name")
        number = insert_source(connection, new, now)
        stored = [_store(connection, number, listing, found.sites) for listing in found.listings]
        if not any(stored):
            raise SourceError(f"what {found.address} lists is collected already")
        added.extend(one for one in read_sources(connection) if one.id == number)

    ledger.write(beside)
    return added[0]


def remove_source(ledger: Ledger, source: Source) -> None:
    """Collect from it no more; its articles stay."""
    ledger.write(lambda connection: delete_source(connection, source.id))


def named_source(ledger: Ledger, name: str) -> Source:
    """By its name or its address. Raises SourceError."""
    key = address_key(name)
    with ledger.reading() as connection:
        for source in read_sources(connection):
            if (
                source.name.casefold() == name.casefold()
                or key == address_key(source.address) != ""
            ):
                return source
    raise SourceError(f"there is no source called {name}; see: backissue sources list")


def _store(
    connection: sqlite3.Connection, source: int, found: "FoundListing", sites: tuple[str, ...]
) -> bool:
    """A listing as it was read, and what it lists. False where another source has it."""
    response = found.response
    if find(connection, address_key(response.address)):
        return False
    listing = Address(
        key=address_key(response.address),
        address=response.address,
        host=host_of(response.address),
        source=source,
        kind=found.kind,
        etag=response.etag,
        last_modified=response.last_modified,
        digest=found.digest,
        asked=response.fetched.timestamp(),
    )
    save(connection, [listing])
    for listed in (*found.listed.parts, *found.listed.pages):
        if listed.kind is Kind.PART or is_of(listed.address, sites):
            note(connection, replace(listed, source=source), response.fetched)
    return True

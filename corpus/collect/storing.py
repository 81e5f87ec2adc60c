"""Answers → the archive: page, article and what is known of the address in one transaction."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from corpus.addresses import address_key
from corpus.archive.archive import Added, Arrival
from corpus.collect import visits
from corpus.collect.again import hides, is_redated, known_as
from corpus.collect.network.exchange import Response
from corpus.collect.reading.clock_dates import Shown
from corpus.collect.reading.leading_on import leads_back
from corpus.collect.reading.links import read_linked
from corpus.collect.reading.listed import Answered, Listed, page_address, read_listed
from corpus.collect.reading.taking import Known, NotTaken, Taken, take
from corpus.collect.sites import host_of, is_of
from corpus.collect.state.alike import taken_from_many
from corpus.collect.state.clocks import distance, read_clocks, remember
from corpus.collect.state.frontier import LISTINGS, Address, Kind, find, note, save
from corpus.collect.state.ledger import CollectingRun, Ledger
from corpus.collect.state.sources import Source
from corpus.collect.tally import Tally
from corpus.pages import Page
from corpus.workers.pool import NotParsed, ParsingPool

NO_LISTING = "no feed or sitemap"
NO_LINKS = "hardly a link to an article"
ELSEWHERE = "it leads to another site"
GATE = "it leads to a page that asks for consent or a login first"
SHARED = "its text is that of other articles of the outlet: it asks for consent, or is no article"
REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Storing:
    """For one collection from some `sources`, by number; may be used from any thread."""

    ledger: Ledger
    run: CollectingRun
    pool: ParsingPool
    tally: Tally
    sources: Mapping[int, Source]
    since: date | None

    def drop_removed(self, address: Address) -> bool:
        """Forget an address whose article the keeper took down."""
        if not self.ledger.archive.is_removed(address.key):
            return False
        self._save(replace(address, due=None, fault=REMOVED))
        return True

    def unchanged(self, address: Address, response: Response) -> None:
        self.tally.not_modified()
        if address.kind in LISTINGS:
            self.tally.listing_read(address.source)
        if address.digest and address.kind is Kind.PAGE:
            self.tally.add(Added(unchanged=1))
        self._save(visits.not_modified(address, response.fetched))

    def listing(self, address: Address, response: Response) -> None:
        """What is listed becomes known, and due, in one transaction with the listing's marks."""
        answered = Answered(
            response.body,
            response.address,
            response.content_type,
            response.fetched,
            address.source,
        )
        is_front = address.kind is Kind.FRONT
        read = self.pool.call(read_linked if is_front else read_listed, answered)
        if isinstance(read, Listed):
            self.tally.listing_read(address.source)
            self._store_listing(address, response, read)
            return
        reason = _reason(read) if read else NO_LINKS if is_front else NO_LISTING
        self.tally.listing_failed(address.source, reason)
        self._save(visits.not_taken(address, response, reason))

    def page(self, address: Address, response: Response) -> None:
        source = self.sources[address.source]
        if not is_of(response.address, source.sites):
            self.refuse(address, response, ELSEWHERE)
            return
        if leads_back(response.address, address.address):
            self.refuse(address, response, GATE)
            return
        page = Page(response.body, response.address, response.content_type, response.fetched)
        with self.ledger.reading() as connection:
            clocks = read_clocks(connection, source.id, response.fetched)
        known = Known(source.name, source.is_named, source.timezone, address.published, clocks)
        read = self.pool.call(take, page, known)
        if isinstance(read, Taken):
            self._take(address, response, read)
        elif isinstance(read, NotTaken) and read.leads_to and is_of(read.leads_to, source.sites):
            self._lead_on(address, read.leads_to, response)
        else:
            self.refuse(address, response, _reason(read))

    def _lead_on(self, address: Address, place: str, response: Response) -> None:
        """Ask where a page leads, with what is known of the page."""
        found = page_address(place, address.source)
        seen = visits.moved(address, response.fetched)

        def beside(connection: sqlite3.Connection) -> None:
            if found:
                listed = replace(found, published=address.published, changed=address.changed)
                note(connection, listed, response.fetched)
            save(connection, [seen])

        self.ledger.write(beside)

    def _store_listing(self, address: Address, response: Response, read: Listed) -> None:
        sites = self.sources[address.source].sites
        pages = [page for page in read.pages if is_of(page.address, sites)]

        def beside(connection: sqlite3.Connection) -> None:
            for listed in (*read.parts, *pages):
                note(connection, listed, response.fetched)
            save(connection, [visits.read_as_listing(address, response)])

        self.ledger.write(beside)

    def _take(self, address: Address, response: Response, read: Taken) -> None:
        article = read.finished.article
        first = max(filter(None, (self.since, self.sources[address.source].since)), default=None)
        if first and article.day < first:
            self._save(visits.too_old(address, article))
            return
        with self.ledger.reading() as connection:
            place, others = _place(connection, address, response)
            before = taken_from_many(connection, article)
            known = known_as(connection, place.article)
            is_hidden = known is not None and hides(read, known)
            is_same = read.digest == place.digest and not (
                known and is_redated(connection, read, known, response.address)
            )
        seen = visits.taken(place, response, article, read.digest)
        ahead = self._distance(address, response, read.shown)

        def beside(connection: sqlite3.Connection) -> None:
            save(connection, [seen, *others])
            if read.shown and ahead is not None:
                fetched = response.fetched
                said = read.shown.said
                remember(connection, address.source, said, fetched=fetched, minutes=ahead)

        if is_same or is_hidden:
            self.ledger.write(beside)
            self.tally.add(Added(unchanged=1))
            return
        if before:
            advice = f"taken before that was known: {', '.join(before)}"
            self.refuse(address, response, SHARED, advice)
            return
        added = self.run.add(_arrival(read, response), beside)
        self.tally.add(added)
        if added.kept_out:
            self._save(replace(seen, due=None, digest=None, fault=REMOVED))

    def _distance(self, address: Address, response: Response, shown: Shown | None) -> int | None:
        """What a page that is asked for the first time says of its source's clock."""
        if shown is None or address.asked is not None:
            return None
        before = self.sources[address.source].succeeded
        return distance(shown.printed, response.fetched, before)

    def refuse(self, address: Address, response: Response, reason: str, advice: str = "") -> None:
        """Nothing is taken from an answer; it is not asked for again unless it changes."""
        self._save(visits.not_taken(address, response, reason))
        self.tally.rejected(response.address, reason, advice)

    def _save(self, address: Address) -> None:
        self.ledger.write(lambda connection: save(connection, [address]))


def _arrival(read: Taken, response: Response) -> Arrival:
    """Known by the address that it came from; not by one that only led there, as to a list."""
    finished = read.finished
    names = (*finished.names, response.address)
    return Arrival(finished.article, response.address, names=names, faults=finished.faults)


def _place(
    connection: sqlite3.Connection, asked: Address, response: Response
) -> tuple[Address, list[Address]]:
    """The address that an answer came from, and the one that only led to it."""
    key, host = address_key(response.address), host_of(response.address)
    if key == asked.key:  # by another scheme, perhaps: it is asked there from now on
        return replace(asked, address=response.address, host=host), []
    found = find(connection, key) or replace(
        asked,
        key=key,
        address=response.address,
        host=host,
        digest=None,
        idle=0,
    )
    return found, [visits.moved(asked, response.fetched)]


def _reason(read: NotTaken | NotParsed) -> str:
    return read.reason if isinstance(read, NotTaken) else f"it cannot be parsed: {read.fault}"

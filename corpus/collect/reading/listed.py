"""What an answer lists, made ready to be stored: for a worker process, as it may be hostile."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from corpus.addresses import address_key
from corpus.collect.listings.listing import Kind as ListingKind
from corpus.collect.listings.listing import Listing
from corpus.collect.listings.reading import read_listing
from corpus.collect.sites import host_of
from corpus.collect.state.frontier import Address, Kind
from corpus.dates import parse_date
from corpus.errors import UnreadableError

MOST_PARTS = 20_000  # of one index
AHEAD = timedelta(days=1)  # how far a time may lie in the future and still say something
LAST_SECOND = time(23, 59, 59)
LONGEST = 2_000  # characters of an address


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer that may be a listing, of the source of that number."""

    body: bytes
    address: str
    content_type: str | None
    fetched: datetime
    source: int = 0


@dataclass(frozen=True, slots=True)
class Listed:
    """`pages` and `parts` in the order of the listing, each once. `title`: the site's name."""

    is_feed: bool
    pages: tuple[Address, ...]
    parts: tuple[Address, ...]
    title: str | None
    is_cut_off: bool


def read_listed(answered: Answered) -> Listed | None:
    """What is listed; None where the answer is no listing."""
    listing = read_listing(answered.body, answered.address, answered.content_type)
    if listing is None:
        return None
    pages: dict[str, Address] = {}
    for page in _pages(listing, answered):
        seen = pages.get(page.key, page)
        changed = max(filter(None, (seen.changed, page.changed)), default=None)
        pages[page.key] = replace(seen, changed=changed, published=seen.published or page.published)
    parts = {part.key: part for part in _parts(listing, answered)}
    return Listed(
        listing.kind is ListingKind.FEED,
        tuple(pages.values()),
        tuple(parts.values()),
        listing.title,
        listing.is_cut_off,
    )


def _pages(listing: Listing, answered: Answered) -> Iterator[Address]:
    for entry in listing.entries:
        page = page_address(entry.address, answered.source)
        if page is None:
            continue
        published, updated = _moment(entry.published), _moment(entry.updated)
        is_timed = isinstance(published, datetime) and published.tzinfo is not None
        yield replace(
            page,
            published=published.isoformat() if published and is_timed else None,
            changed=_changed([published, updated], answered.fetched),
        )


def page_address(address: str, source: int = 0) -> Address | None:
    """What is known of a page that something leads to; None where it is none of the web."""
    return _address(address, Kind.PAGE, source)


def _parts(listing: Listing, answered: Answered) -> Iterator[Address]:
    for child in listing.children[:MOST_PARTS]:
        if part := _address(child.address, Kind.PART, answered.source):
            changed = _changed([_moment(child.last_modified)], answered.fetched)
            yield replace(part, changed=changed)


def _address(address: str, kind: Kind, source: int) -> Address | None:
    key = address_key(address)
    host = host_of(address)
    if not (key and host) or len(address) > LONGEST:
        return None
    return Address(key=key, address=address, host=host, source=source, kind=kind)


def _moment(text: str | None) -> datetime | date | None:
    try:
        return parse_date(text) if text else None
    except UnreadableError:
        return None


def _changed(times: list[datetime | date | None], now: datetime) -> float | None:
    """The last of some times. A day may be meant to its end, a time without a zone is in UTC."""
    seconds = []
    for given in filter(None, times):
        moment = given if isinstance(given, datetime) else datetime.combine(given, LAST_SECOND)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        if moment <= now + AHEAD:
            seconds.append(moment.timestamp())
    return max(seconds, default=None)

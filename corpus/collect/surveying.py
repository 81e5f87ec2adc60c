"""What there is to collect at an address: its listings, found and read once."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from urllib.parse import urljoin

from corpus.collect.network.exchange import LISTING_LIMIT, Failure, Request, Response
from corpus.collect.network.fetching import Fetcher
from corpus.collect.reading.front_page import FrontPage, read_front_page
from corpus.collect.reading.links import Links, read_linked, read_links
from corpus.collect.reading.listed import Answered, Listed, read_listed
from corpus.collect.sites import site_of
from corpus.collect.state.frontier import Kind
from corpus.collect.visits import digest_of
from corpus.errors import CorpusError
from corpus.outlets.files import outlet_of
from corpus.outlets.outlet import UNKNOWN
from corpus.workers.pool import ParsingPool

MOST_TRIED = 20  # addresses at which a listing may be
NO_PAGES = ("image/", "video/", "audio/", "font/", "application/pdf", "application/zip")
MOST_PARTS = 12  # of a site without listings, of which the links are followed


class UnreachableError(CorpusError):
    """An address that could not be read; `failure` says why."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(f"{failure.address} could not be read: {failure.reason}")
        self.failure = failure


class NothingListedError(CorpusError):
    """A site that has neither feeds nor sitemaps, and hardly links to an article."""


@dataclass(frozen=True, slots=True)
class FoundListing:
    """A listing as it was read. `response` is without its body, whose digest is kept.

    `kind`: a listing, or a page whose links lead to articles.
    """

    response: Response
    digest: bytes
    listed: Listed
    kind: Kind = Kind.LISTING


@dataclass(frozen=True, slots=True)
class Survey:
    """`name`: what the site calls itself. `sites` are those whose pages would be taken.

    `article`: what was asked about, where that was one article of the site at `address`.
    `outlet_file`: which one speaks of the address.
    """

    address: str
    name: str
    sites: tuple[str, ...]
    listings: tuple[FoundListing, ...]
    article: str | None = None
    outlet_file: str | None = None


def survey(address: str, fetcher: Fetcher, pool: ParsingPool) -> Survey:
    """Read a site, a feed or a sitemap, and what listings it leads to. For an article, its site's.

    Raises UnreachableError, NothingListedError.
    """
    came = fetcher.fetch(Request(address, limit=LISTING_LIMIT))
    if isinstance(came, Failure):
        raise UnreachableError(came)
    outlet = outlet_of(came.address) or UNKNOWN
    if found := _read(came, pool):
        sites = _sites(came.address, found)
        name = outlet.name or found.listed.title or sites[0]
        return Survey(came.address, name, sites, (found,), outlet_file=outlet.file)
    front = pool.call(read_front_page, came.body, came.address, came.content_type)
    page = front if isinstance(front, FrontPage) else FrontPage()
    if page.is_article and came.address != urljoin(came.address, "/"):
        whole = survey(urljoin(came.address, "/"), fetcher, pool)
        return replace(whole, article=came.address)
    said = (*outlet.feeds, *outlet.sitemaps, *fetcher.sitemaps(came.address), *page.listings)
    listings = list(_listings(said, fetcher, pool))
    for usual, is_feed in ((page.usual_sitemaps, False), (page.usual_feeds, True)):
        if not any(found.listed.is_feed is is_feed for found in listings):
            listings += islice(_listings(usual, fetcher, pool), 1)
    listings = listings or _linked(came, fetcher, pool)
    kind = (came.content_type or "").partition(";")[0].strip()
    if not listings and (not came.body or kind.startswith(NO_PAGES)):
        raise NothingListedError(
            f"{came.address} is no web page but {kind if came.body else 'empty'}"
        )
    if not listings:
        raise NothingListedError(
            f"{came.address} leads to no feed, no sitemap and hardly any article;"
            " give the address of a feed, a sitemap or a page that links to the newest articles"
        )
    titles = (found.listed.title for found in listings)
    name = outlet.name or page.name or next(filter(None, titles), None) or site_of(came.address)
    sites = outlet.sites or (site_of(came.address),)
    return Survey(came.address, name, sites, tuple(listings), outlet_file=outlet.file)


def _listings(
    addresses: Iterable[str], fetcher: Fetcher, pool: ParsingPool
) -> Iterator[FoundListing]:
    for address in list(dict.fromkeys(addresses))[:MOST_TRIED]:
        came = fetcher.fetch(Request(address, limit=LISTING_LIMIT))
        if isinstance(came, Response) and (found := _read(came, pool)):
            yield found


def _linked(front: Response, fetcher: Fetcher, pool: ParsingPool) -> list[FoundListing]:
    """The page itself, and those parts of its site that link to articles which it does not."""
    links = pool.call(read_links, _answered(front))
    first = _read(front, pool, Kind.FRONT)
    if first is None or not isinstance(links, Links):
        return []
    found = [first]
    known = {page.key for page in first.listed.pages}
    for part in links.parts[:MOST_PARTS]:
        came = fetcher.fetch(Request(part.address, limit=LISTING_LIMIT))
        read = _read(came, pool, Kind.FRONT) if isinstance(came, Response) else None
        if read and not known.issuperset(page.key for page in read.listed.pages):
            known.update(page.key for page in read.listed.pages)
            found.append(read)
    return found


def _read(came: Response, pool: ParsingPool, kind: Kind = Kind.LISTING) -> FoundListing | None:
    read = pool.call(read_listed if kind is Kind.LISTING else read_linked, _answered(came))
    if not isinstance(read, Listed):
        return None
    return FoundListing(replace(came, body=b""), digest_of(came.body), read, kind)


def _answered(came: Response) -> Answered:
    return Answered(came.body, came.address, came.content_type, came.fetched)


def _sites(address: str, found: FoundListing) -> tuple[str, ...]:
    """Of a listing given by itself: its own site, and the one that it is mostly about.

    A paper's feed may lie with somebody else.
    """
    counts = Counter(site_of(page.address) for page in found.listed.pages)
    sites = (site_of(address), *(site for site, _ in counts.most_common(1)))
    return tuple(dict.fromkeys(filter(None, sites)))

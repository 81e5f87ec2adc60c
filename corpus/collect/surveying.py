"""What there is to collect at an address: its listings, found and read once."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from urllib.parse import urljoin

from corpus.collect.network.exchange import LISTING_LIMIT, Failure, Request, Response
from corpus.collect.network.fetching import Fetcher
from corpus.collect.reading.front_page import FrontPage, read_front_page
from corpus.collect.reading.listed import Answered, Listed, read_listed
from corpus.collect.sites import site_of
from corpus.collect.visits import digest_of
from corpus.errors import CorpusError
from corpus.outlets.outlet import UNKNOWN, outlet_of
from corpus.workers.pool import ParsingPool

MOST_TRIED = 20  # addresses at which a listing may be


class UnreachableError(CorpusError):
    """An address that could not be read; `failure` says why."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(f"{failure.address} could not be read: {failure.reason}")
        self.failure = failure


class NothingListedError(CorpusError):
    """A site that has neither feeds nor sitemaps."""


@dataclass(frozen=True, slots=True)
class FoundListing:
    """A listing as it was read. `response` is without its body, whose digest is kept."""

    response: Response
    digest: bytes
    listed: Listed


@dataclass(frozen=True, slots=True)
class Survey:
    """`name`: what the site calls itself. `sites` are those whose pages would be taken.

    `article`: what was asked about, where that was one article of the site at `address`.
    """

    address: str
    name: str
    sites: tuple[str, ...]
    listings: tuple[FoundListing, ...]
    article: str | None = None


def survey(address: str, fetcher: Fetcher, pool: ParsingPool) -> Survey:
    """Read a site, a feed or a sitemap, and what listings it leads to. For an article, its site's.

    Raises UnreachableError, NothingListedError.
    """
    came = fetcher.fetch(Request(address, limit=LISTING_LIMIT))
    if isinstance(came, Failure):
        raise UnreachableError(came)
    if found := _read(came, pool):
        sites = _sites(came.address, found)
        return Survey(came.address, found.listed.title or sites[0], sites, (found,))
    outlet = outlet_of(came.address) or UNKNOWN
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
    if not listings:
        raise NothingListedError(
            f"{came.address} leads to no feed and no sitemap; give the address of one"
        )
    titles = (found.listed.title for found in listings)
    name = outlet.name or page.name or next(filter(None, titles), None) or site_of(came.address)
    return Survey(came.address, name, outlet.sites or (site_of(came.address),), tuple(listings))


def _listings(
    addresses: Iterable[str], fetcher: Fetcher, pool: ParsingPool
) -> Iterator[FoundListing]:
    for address in list(dict.fromkeys(addresses))[:MOST_TRIED]:
        came = fetcher.fetch(Request(address, limit=LISTING_LIMIT))
        if isinstance(came, Response) and (found := _read(came, pool)):
            yield found


def _read(came: Response, pool: ParsingPool) -> FoundListing | None:
    answered = Answered(came.body, came.address, came.content_type, came.fetched)
    read = pool.call(read_listed, answered)
    if not isinstance(read, Listed):
        return None
    return FoundListing(replace(came, body=b""), digest_of(came.body), read)


def _sites(address: str, found: FoundListing) -> tuple[str, ...]:
    """Of a listing given by itself: its own site, and the one that it is mostly about.

    A paper's feed may lie with somebody else.
    """
    counts = Counter(site_of(page.address) for page in found.listed.pages)
    sites = (site_of(address), *(site for site, _ in counts.most_common(1)))
    return tuple(dict.fromkeys(filter(None, sites)))

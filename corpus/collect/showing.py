"""The newest articles of a source that is only tried: read, and not stored."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from corpus.collect.network.exchange import LISTING_LIMIT, Failure, Request
from corpus.collect.network.fetching import Fetcher
from corpus.collect.reading.listed import Answered, Listed, read_listed
from corpus.collect.reading.taking import Known, NotTaken, Taken, take
from corpus.collect.sites import is_of
from corpus.collect.state.frontier import Address
from corpus.collect.surveying import Survey
from corpus.pages import Page
from corpus.workers.pool import NotParsed, ParsingPool

MOST_TRIED = 10  # pages
MOST_PARTS = 2  # of an index of sitemaps that are read where nothing else lists pages


@dataclass(frozen=True, slots=True)
class Shown:
    """A page that was asked for, and the article there; else why there is none."""

    address: str
    came: Taken | NotTaken | NotParsed | Failure


def newest_pages(
    found: Survey, zone: ZoneInfo | None, web: tuple[Fetcher, ParsingPool], most: int
) -> list[Shown]:
    """The newest of what is listed, as a collection would take them, at most so many articles.

    Among them are the pages that were asked for in vain.
    """
    fetcher, pool = web
    listed = {
        page.key: page
        for page in (*_listed(found), *_in_parts(found, fetcher, pool))
        if is_of(page.address, found.sites)
    }
    newest = sorted(listed.values(), key=lambda page: page.changed or 0.0, reverse=True)
    shown: list[Shown] = []
    for page in newest[:MOST_TRIED]:
        if sum(isinstance(one.came, Taken) for one in shown) == most:
            break
        shown.append(_shown(page, Known(found.name, zone=zone), web))
    return shown


def _listed(found: Survey) -> Iterator[Address]:
    for listing in found.listings:
        yield from listing.listed.pages


def _in_parts(found: Survey, fetcher: Fetcher, pool: ParsingPool) -> Iterator[Address]:
    """Of the newest sitemaps of an index, where only an index was found."""
    parts = [part for listing in found.listings for part in listing.listed.parts]
    if any(listing.listed.pages for listing in found.listings):
        return
    parts.sort(key=lambda part: part.changed or 0.0, reverse=True)
    for part in parts[:MOST_PARTS]:
        came = fetcher.fetch(Request(part.address, limit=LISTING_LIMIT))
        if isinstance(came, Failure):
            continue
        answered = Answered(came.body, came.address, came.content_type, came.fetched)
        read = pool.call(read_listed, answered)
        if isinstance(read, Listed):
            yield from read.pages


def _shown(page: Address, known: Known, web: tuple[Fetcher, ParsingPool]) -> Shown:
    fetcher, pool = web
    came = fetcher.fetch(Request(page.address))
    if isinstance(came, Failure):
        return Shown(page.address, came)
    answered = Page(came.body, came.address, came.content_type, came.fetched)
    return Shown(came.address, pool.call(take, answered, replace(known, listed=page.published)))

"""A page as it came → the article to be stored: for a worker process, as it may be hostile."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from corpus.article import Article
from corpus.collect.reading.clock_dates import PLACE, Shown, by_clock, shown_time
from corpus.collect.reading.leading_on import leads_on
from corpus.collect.reading.listed_dates import surest_date
from corpus.collect.state.clocks import Clocks
from corpus.errors import UnreadableError
from corpus.outlets.files import outlet_of
from corpus.outlets.outlet import UNKNOWN
from corpus.pages import Evidence, Found, NoArticle, Page, PageArticle, read_page
from corpus.readers.draft import Defaults, Finished, finish
from corpus.readers.reading import Draft

BY_ITSELF = frozenset({Evidence.OFFSET, Evidence.PRINTED})


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a page before it is read.

    `name` and `zone` are the source's; `is_named`: the keeper gave the name, so that it goes
    before the page's own. `listed`: when the page was published, as a listing says, with offset.
    `clocks`: what fresh articles of the source say of its clock.
    """

    name: str
    is_named: bool = False
    zone: ZoneInfo | None = None
    listed: str | None = None
    clocks: Clocks = field(default_factory=Clocks)


@dataclass(frozen=True, slots=True)
class Taken:
    """An article. `digest` is that of its headline and paragraphs: while they stay, it stays.

    `found`: each field as it stands on the page, and where. `is_dated`: the page by itself tells
    the moment of publication. `shown`: a time that tells nothing by itself, but something of the
    source's clock.
    """

    finished: Finished
    digest: bytes
    found: Mapping[str, Found]
    is_paywalled: bool
    is_dated: bool
    shown: Shown | None = None


@dataclass(frozen=True, slots=True)
class NotTaken:
    """A page that is no article, or one that cannot be stored.

    `leads_to`: where a browser goes on from it by itself.
    """

    reason: str
    leads_to: str | None = None


def take(page: Page, known: Known) -> Taken | NotTaken:
    """The article of a page, finished as those of files are."""
    outlet = outlet_of(page.address) or replace(UNKNOWN, name=known.name)
    zone = known.zone or outlet.zone
    listed = datetime.fromisoformat(known.listed) if known.listed else None
    if listed and listed.tzinfo:  # else only a day
        page = replace(page, listed=listed)
    read = read_page(page, replace(outlet, zone=zone))
    if isinstance(read, NoArticle):
        return NotTaken(read.reason, leads_on(page))
    shown = shown_time(read) if zone is None else None
    if (
        shown
        and page.fetched
        and not page.listed
        and (moment := by_clock(shown, known.clocks, page.fetched))
    ):
        read = _at(read, moment)
    try:
        finished = finish(_draft(read, replace(known, zone=zone)), Defaults(known.name, zone))
    except UnreadableError as error:
        return NotTaken(str(error))
    return Taken(
        finished,
        digest_of(finished.article),
        read.found,
        is_paywalled=read.is_paywalled,
        is_dated=read.date_evidence in BY_ITSELF,
        shown=shown,
    )


def _at(read: PageArticle, moment: datetime) -> PageArticle:
    """The article with the moment that the source's clock tells."""
    place = f"{read.found['published'].place}, {PLACE}"
    found = {**read.found, "published": Found(moment.isoformat(), place)}
    draft = replace(read.draft, published=moment.isoformat())
    return replace(read, draft=draft, found=found, date_evidence=Evidence.FRESH)


def digest_of(article: Article) -> bytes:
    """Of what makes an update when it changes; not of what stands around it."""
    text = "\x1f".join((article.title, *article.paragraphs))
    return hashlib.blake2b(text.encode("utf-8"), digest_size=16).digest()


def _draft(read: PageArticle, known: Known) -> Draft:
    published = surest_date(
        read.draft.published, read.date_evidence, listed=known.listed, zone=known.zone
    )
    source = known.name if known.is_named else read.draft.source
    return replace(read.draft, published=published, source=source)

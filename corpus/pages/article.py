"""A page → its article. Only `reading` imports it: it loads all that parses HTML."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from lxml.etree import Element, XPathError
from lxml.html import HtmlElement

from corpus.date_faults import DateFault
from corpus.lines.byline import other_than
from corpus.lines.tidying import Tidied
from corpus.outlets.files import outlet_of
from corpus.outlets.outlet import UNKNOWN, Outlet
from corpus.pages.around import own_text
from corpus.pages.blocks import Blocks
from corpus.pages.body import body_blocks
from corpus.pages.fields.authors import Credits, find_credits
from corpus.pages.fields.clock import Circumstances, Settled, settle
from corpus.pages.fields.day import day_by_guess, day_in_address
from corpus.pages.fields.head import Head
from corpus.pages.fields.json_ld import LinkedArticle, linked_article
from corpus.pages.fields.moments import (
    Moment,
    printed_updates,
    published_moments,
    updated_moments,
)
from corpus.pages.fields.site import address_of, language_of, section_of, site_name, source_of
from corpus.pages.fields.title import find_title, parts_of
from corpus.pages.kinds import Seen, headed_by_links, pictures_in, why_no_article
from corpus.pages.page import Found, NoArticle, NoArticleKind, Page, PageArticle
from corpus.pages.printed import PLACE as PRINTED
from corpus.pages.printed import Printed, Shown, printed, stamps_in
from corpus.pages.tree import page_tree, strip_frame, strip_machinery
from corpus.readers.reading import Draft

ONLY_UPDATED = "time of an update"


@dataclass(frozen=True, slots=True)
class _Read:
    """A page's fields, before its text is taken and its dates are settled."""

    head: Head
    linked: LinkedArticle
    outlet: Outlet
    address: Found | None
    source: Found | None
    title: Found | None
    credits: Credits
    moments: Sequence[Moment]
    stamps: Sequence[datetime]  # where the outlet is known to print its date
    updates: Sequence[tuple[str, datetime | date | None]]  # as they are printed, and read
    pictures: int


def article_of(page: Page, outlet: Outlet | None) -> PageArticle | NoArticle:
    """Raises UnreadableError where the page cannot be parsed."""
    tree = page_tree(page.body, page.content_type)
    read = _fields(page, tree, outlet)
    told = (read.title.value if read.title else None, read.linked.headline)
    headlines = [*filter(None, told), *_headlines(tree)]
    strip_frame(tree)
    blocks = Blocks(tree)
    kept = body_blocks(tree, blocks)
    source = read.source.value if read.source else ""
    text = own_text(kept, headlines, outlet=source, page=blocks.all)
    why = why_no_article(
        Seen(
            linked=read.linked,
            head=read.head,
            address=read.address.value if read.address else None,
            title=read.title.value if read.title else "",
            paragraphs=[line.text for line in text.paragraphs],
            pictures=read.pictures,
            links=sum(block.linked for block in blocks.all),
            headed=headed_by_links(blocks.all, kept),
        )
    )
    if why:
        return why
    updates = [text for text, _ in read.updates]
    header = printed(Shown(blocks, kept, headlines, updates, read.outlet.zone), source)
    dates = _dates(page, read, header)
    if dates is None:
        return NoArticle(NoArticleKind.UNDATED, "no date of publication on the page")
    if read.credits.place is None:
        read = replace(read, credits=header.credits)
    return _article(read, text, dates)


def _fields(page: Page, tree: HtmlElement, outlet: Outlet | None) -> _Read:
    head = Head(tree)
    address = address_of(page.address, head)
    linked = linked_article(tree, address.value if address else None)
    known = outlet_of(address.value if address else page.address) or UNKNOWN
    whose = outlet.over(known) if outlet else known
    source = source_of(whose, linked, head)
    strip_machinery(tree)
    name = source.value if source else ""
    names = [name, linked.publisher or "", site_name(address.value if address else None)]
    return _Read(
        head=head,
        linked=linked,
        outlet=whose,
        address=address,
        source=source,
        title=find_title(linked, head, _headlines(tree), names),
        credits=find_credits(linked, head, tree, name),
        moments=list(published_moments(linked, head, tree, whose.zone)),
        stamps=list(_outlet_stamps(tree, whose)),
        updates=list(printed_updates(tree)),
        pictures=pictures_in(tree),
    )


def _headlines(tree: HtmlElement) -> list[str]:
    """What is printed as such; without that, what of the page's title stands on it by itself."""
    headlines = [text for h1 in tree.iter("h1") if (text := _text_of(h1))]
    if headlines:
        return headlines
    parts = set(parts_of(" ".join((tree.findtext(".//title") or "").split())))
    return [text for one in _leaves(tree) if (text := _text_of(one)) in parts]


def _leaves(tree: HtmlElement) -> Iterator[HtmlElement]:
    """What holds only words."""
    body = tree.find("body")
    elements = body.iter(Element) if body is not None else ()
    yield from (one for one in elements if len(one) == 0 and one.tag != "a")


def _text_of(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def _outlet_stamps(tree: HtmlElement, outlet: Outlet) -> Iterator[datetime]:
    if outlet.stamp is None:
        return
    try:
        elements = tree.xpath(outlet.stamp)
    except XPathError:
        return
    for element in elements:
        yield from stamps_in(" ".join(element.text_content().split()), outlet.zone)


def _dates(page: Page, read: _Read, header: Printed) -> tuple[Settled, Found | None] | None:
    """When it was published, and when updated."""
    stamps = [*read.stamps, *header.stamps]
    known = Circumstances(stamps, read.outlet.zone, page.fetched)
    seen = [Moment(one, PRINTED) for one in (*read.stamps, *header.moments)]
    timed = [one for one in seen if isinstance(one.value, datetime)]
    moments = [*read.moments, *(timed[:1] if not read.moments else ())]
    address = read.address.value if read.address else page.address
    first = next(iter(moments), None) or day_in_address(address) or next(iter(seen), None)
    if first is None and page.listed and read.title:  # else it is hardly a page
        first = Moment(page.listed, "feed")
    first = first or day_by_guess(page)
    zone = read.outlet.zone or ZoneInfo("UTC")  # else a zone of many meanings were the published's
    updated = next(updated_moments(read.linked, read.head, zone), None)
    if first is None and (updated := _last_update(read.updates)):
        first = Moment(_day(updated.value), ONLY_UPDATED)
    if first is None:
        return None
    settled = settle(first, moments[1:], known)
    if updated is None:
        return settled, None
    return settled, Found(settled.also(updated.value).isoformat(), updated.place)


def _last_update(updates: Sequence[tuple[str, datetime | date | None]]) -> Moment | None:
    """The last of those that are marked on the page; one that only its head names is of any page.

    Without a date of publication the article is not younger than that.
    """
    values = [value for _, value in updates if value is not None]
    return Moment(max(values, key=_day), ONLY_UPDATED) if values else None


def _day(value: datetime | date) -> date:
    return value.date() if isinstance(value, datetime) else value


def _article(read: _Read, text: Tidied, dates: tuple[Settled, Found | None]) -> PageArticle:
    published, updated = dates
    source = read.source.value if read.source else ""
    agency = read.credits.agency or other_than(source, text.attribution)
    found: dict[str, Found | None] = {
        "title": read.title,
        "published": Found(published.value.isoformat(), published.place),
        "updated": updated,
        "source": read.source,
        "agency": Found(agency, read.credits.place or "text") if agency else None,
        "authors": _named(read.credits),
        "section": section_of(read.linked, read.head),
        "language": language_of(
            read.outlet, read.linked, read.head, [line.text for line in text.paragraphs]
        ),
        "url": read.address,
    }
    there = {name: field for name, field in found.items() if field is not None}
    value = {name: field.value for name, field in there.items()}
    key = read.outlet.article_key(value.get("url"))
    return PageArticle(
        draft=Draft(
            published=value["published"],
            lines=text.paragraphs,
            title=value.get("title"),
            url=value.get("url"),
            updated=value.get("updated"),
            source=value.get("source"),
            agency=agency,
            authors=read.credits.authors,
            section=value.get("section"),
            language=value.get("language"),
            names=(key,) if key else (),
            faults=(DateFault.ONLY_UPDATED,) if published.place == ONLY_UPDATED else (),
        ),
        address=value.get("url"),
        found=there,
        date_evidence=published.evidence,
        is_paywalled=read.linked.is_free is False,
        article_key=key,
    )


def _named(credited: Credits) -> Found | None:
    if not credited.authors or credited.place is None:
        return None
    return Found(", ".join(credited.authors), credited.place)

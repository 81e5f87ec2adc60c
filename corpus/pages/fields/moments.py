"""The dates that a page names, where it names them, in the order in which they are believed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from lxml.etree import XPath
from lxml.html import HtmlElement

from corpus.dates import parse_date
from corpus.errors import UnreadableError
from corpus.languages.table import CALENDARS
from corpus.pages.fields.head import Head
from corpus.pages.fields.json_ld import LinkedArticle

FIRST_YEAR, LAST_YEAR = 1700, 9998  # so that any zone has it
EPOCH = date(1970, 1, 1)  # what a program prints that has no date
PUBLISHED = (
    "article:published_time og:article:published_time article:published datepublished"
    " published_time og:published_time pubdate publishdate publish-date publish_date pub_date"
    " published-date publication_date publicationdate parsely-pub-date sailthru.date"
    " cxenseparse:recs:publishtime dcterms.created dc.date.issued dcterms.issued dc.date"
    " dcterms.date dc.date.created datecreated date article_date_original"
    " analyticsattributes.articledate citation_publication_date og:pubdate"
).split()
UPDATED = (
    "article:modified_time og:updated_time article:modified datemodified modified_time"
    " last-modified lastmod dcterms.modified dc.date.modified"
).split()
# As programs write it: `Tue Nov 19 2019 05:44:06 GMT+0000 (UTC)`.
SCRIPTED = re.compile(
    r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d\d) (\d{4}) (\d\d:\d\d:\d\d) GMT([+-]\d{4})(?: \([^)]*\))?"
)
DIGITS = re.compile(r"(\d{4})(\d\d)(\d\d)")
NAMED_ZONE = re.compile(r" \(?[A-Z]{2,5}\)?$")
OF_COMMENT = re.compile(r"comment|related|sidebar|teaser|widget|promo", re.I)
OF_UPDATE = re.compile(rf"update\b|\b(?:{'|'.join(one.updated for one in CALENDARS)})", re.I)
MOST_TIMES = 40
PUBLISHED_CLASS = XPath(
    "//body//*[contains(concat(' ', @class, ' '), ' published ')][@title or @content]"
    "[not(self::time)]"
)
APART = frozenset({"aside", "nav", "footer"})


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as it was read, and where it stands."""

    value: datetime | date
    place: str


def published_moments(
    linked: LinkedArticle, head: Head, tree: HtmlElement, zone: ZoneInfo | None
) -> Iterator[Moment]:
    """When it was published: by JSON-LD, by meta, by `time`. `zone` is the outlet's, as below."""
    if linked.published and (value := read_moment(linked.published, zone)):
        yield Moment(value, "JSON-LD datePublished")
    for found in head.meta(*PUBLISHED):
        if value := read_moment(found.value, zone):
            yield Moment(value, found.place)
    yield from _in_text(tree, "datePublished", zone)
    yield from _by_class(tree, zone)
    yield from _times(tree, zone)


def updated_moments(linked: LinkedArticle, head: Head, zone: ZoneInfo) -> Iterator[Moment]:
    """When it was changed last."""
    if linked.modified and (value := read_moment(linked.modified, zone)):
        yield Moment(value, "JSON-LD dateModified")
    for found in head.meta(*UPDATED):
        if value := read_moment(found.value, zone):
            yield Moment(value, found.place)


def printed_updates(tree: HtmlElement) -> Iterator[tuple[str, datetime | date | None]]:
    """The texts of the `time` elements that tell of a change, and the moments that they name."""
    for element in tree.iter("time"):
        if is_of_update(element):
            yield " ".join(element.text_content().split()), _value_of(element, None)


def read_moment(text: str, zone: ZoneInfo | None = None) -> datetime | date | None:
    """A date as programs write it into pages; None for what is none, or none that can be.

    A time without a zone stays one, whatever the outlet's `zone`: other dates of the page may
    tell. The name of a zone that has several meanings counts where it is one of the outlet's,
    else the day alone; where the outlet's is not known, it is as if none was named.
    """
    text = " ".join(text.split())[:80]
    if scripted := SCRIPTED.fullmatch(text):
        month, day, year, clock, offset = scripted.groups()
        text = f"{day} {month} {year} {clock} {offset}"
    if digits := DIGITS.fullmatch(text):
        text = "-".join(digits.groups())
    value = _parsed(text, zone) or _day_of(_parsed(NAMED_ZONE.sub("", text), zone))
    day = _day_of(value)
    is_possible = day is not None and FIRST_YEAR <= day.year <= LAST_YEAR and day != EPOCH
    return value if is_possible else None


def _day_of(value: datetime | date | None) -> date | None:
    return value.date() if isinstance(value, datetime) else value


def _parsed(text: str, zone: ZoneInfo | None) -> datetime | date | None:
    try:
        value = parse_date(text, zone)
    except UnreadableError:
        return None
    if zone is None or not isinstance(value, datetime):
        return value
    if value.tzinfo is None:  # it names a zone, and nobody knows which
        return value.date()
    return value.replace(tzinfo=None) if value.tzinfo is zone else value


def _in_text(tree: HtmlElement, name: str, zone: ZoneInfo | None) -> Iterator[Moment]:
    """By the attributes of elements that are printed."""
    marked = tree.xpath("//body//*[contains(@itemprop, $name)][not(self::meta)]", name=name)
    for element in marked[:MOST_TIMES]:
        if not _is_apart(element) and (value := _value_of(element, zone)):
            yield Moment(value, f"itemprop {name}")


def _by_class(tree: HtmlElement, zone: ZoneInfo | None) -> Iterator[Moment]:
    """By the class that says so, on an element that has the date for programs. Source: hAtom."""
    for element in PUBLISHED_CLASS(tree)[:MOST_TIMES]:
        given = element.get("title") or element.get("content") or ""
        if not _is_apart(element) and (value := read_moment(given, zone)):
            yield Moment(value, "class published")


def _times(tree: HtmlElement, zone: ZoneInfo | None) -> Iterator[Moment]:
    """The `time` elements from the headline on, that of a publication first."""
    body = tree.find("body")
    if body is None:
        return
    found: list[tuple[bool, Moment]] = []
    headline = body.find(".//h1")
    is_below = headline is None
    own = set() if headline is None else set(headline.iterancestors("article"))
    for number, element in enumerate(body.iter("h1", "time")):
        if element.tag == "h1":
            is_below = True
            continue
        article = next(element.iterancestors("article"), None)
        if own and article is not None and article not in own:
            continue  # another one, below the first or within it
        if is_below and _is_of_page(element) and (value := _value_of(element, zone)):
            marks = (element.get("class", ""), element.get("itemprop", ""), element.text or "")
            is_marked = "publish" in " ".join(marks).lower() or "pubdate" in element.attrib
            found.append((not is_marked, Moment(value, "time")))
        if number > MOST_TIMES:
            break
    yield from (moment for _, moment in sorted(found, key=lambda one: one[0]))


def _value_of(element: HtmlElement, zone: ZoneInfo | None) -> datetime | date | None:
    for attribute in ("datetime", "content", "title"):
        if (given := element.get(attribute)) and (value := read_moment(given, zone)):
            return value
    return read_moment(element.text_content(), zone)


def _is_of_page(element: HtmlElement) -> bool:
    return not _is_apart(element) and not is_of_update(element)


def is_of_update(element: HtmlElement) -> bool:
    """Whether a `time` is that of a change, by its names or the words before it."""
    parent = element.getparent()
    names = (element.get("itemprop", ""), element.get("class", ""), element.text or "")
    before = (parent.text or "") if parent is not None and parent.tag != "body" else ""
    is_both = "publish" in names[1].lower()
    return not is_both and bool(OF_UPDATE.search(" ".join((*names, before[-40:]))))


def _is_apart(element: HtmlElement) -> bool:
    """Whether it stands in what is about other articles, or in a reader's comment."""
    around = [element, *element.iterancestors()][:6]
    return any(
        one.tag in APART or OF_COMMENT.search(f"{one.get('class', '')} {one.get('id', '')}")
        for one in around
        if one.tag not in {"body", "html"}
    )

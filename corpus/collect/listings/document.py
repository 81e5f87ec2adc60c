"""A listing in XML, taken apart before a parser sees it.

No document type and no entities of its own, no comments, no marked sections; each item by itself,
so that a broken one spoils none of the others, and that none is half of one.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape, unescape
from itertools import pairwise

from corpus.collect.listings.encoding import CONTROLS

# What lists articles, by its outermost element; the element of one.
ITEMS: Mapping[str, str] = {
    "rss": "item",
    "RDF": "item",
    "channel": "item",
    "feed": "entry",
    "urlset": "url",
    "sitemapindex": "sitemap",
}
NAME = re.compile(r"<((?:[\w.-]{1,60}:)?([\w.-]{1,60}))(?=[\s/>])")
FURTHEST = 1 << 16  # characters before the outermost element
MOST = 200_000  # items; a sitemap may have 50,000
LONGEST = 5_000_000  # characters of an item
LONG_TAG = re.compile(r"<[^<>]{10000}")  # thousands of attributes take a parser minutes
AMPERSAND = re.compile(r"&(?:(#(?:\d{1,7}|[xX][\da-fA-F]{1,6})|\w{2,32});)?")
MARKS = frozenset("<>&")
APART = re.compile(r"<!\[CDATA\[|<!--")
ENDS = {"<![CDATA[": "]]>", "<!--": "-->"}


@dataclass(frozen=True, slots=True)
class Document:
    """`root` is the local name of its outermost element; `head` is that and what stands before
    the first item, without an end.

    `is_cut_off`: it lacks its end; `items` are the whole ones before that.
    """

    root: str
    head: str
    items: tuple[str, ...]
    is_cut_off: bool


def document(text: str) -> Document | None:
    """The listing that a text is; None for any other."""
    start = _start(text)
    name = NAME.match(text, start) if start is not None else None
    if name is None or name[2] not in ITEMS:
        return None
    if LONG_TAG.match(text, name.start()):
        return None
    text = "".join(_plain(text[name.start() :]))
    end = text.rfind(f"</{name[1]}")
    is_cut_off = end < 0 and not text[: text.find(">") + 1].endswith("/>")
    text = text[:end] if end >= 0 else text
    places = [found.start() for found in _starts(text, ITEMS[name[2]])]
    items = tuple(_items(text, places, is_cut_off=is_cut_off))
    return Document(name[2], text[: places[0]] if places else text, items, is_cut_off)


def _start(text: str) -> int | None:
    """Where the outermost element begins, behind declarations, comments and a document type."""
    place = text.find("<", 0, FURTHEST)
    while 0 <= place < FURTHEST:
        if text.startswith("<?", place):
            end = text.find("?>", place)
        elif text.startswith("<!--", place):
            end = text.find("-->", place)
        elif text.startswith("<!", place):
            end = _end_of_type(text, place)
        else:
            return place
        place = text.find("<", end + 1) if end >= 0 else -1
    return None


def _end_of_type(text: str, place: int) -> int:
    """It may have declarations of its own, in square brackets."""
    end, inner = text.find(">", place), text.find("[", place)
    return text.find("]", inner) if 0 <= inner < end else end


def _plain(text: str) -> Iterator[str]:
    """Comments left out, marked sections as escaped text, only entities that XML has."""
    place = 0
    while found := APART.search(text, place):
        yield AMPERSAND.sub(_known_entity, text[place : found.start()])
        end = text.find(ENDS[found[0]], found.end())
        if end < 0:  # what has no end is cut off there
            return
        if found[0] != "<!--":
            yield escape(text[found.end() : end], quote=False)
        place = end + 3
    yield AMPERSAND.sub(_known_entity, text[place:])


def _known_entity(found: re.Match[str]) -> str:
    """`&eacute;` → `é`; `?a=1&b=2` → `?a=1&amp;b=2`; a number that is no character's → nothing."""
    if found[1] is None:
        return "&amp;"
    char = unescape(found[0])
    if char in MARKS:
        return escape(char)
    is_known = found[1][0] == "#" or len(char) <= 2
    return CONTROLS.sub("", char) if is_known else f"&amp;{found[1]};"


def _starts(text: str, item: str) -> Iterator[re.Match[str]]:
    """Where the items begin: elements of one name, with the prefix that the first one has."""
    first = re.search(rf"<(?:[\w.-]{{1,60}}:)?{item}(?=[\s>])", text)
    if first:
        yield from re.compile(rf"{re.escape(first[0])}(?=[\s>])").finditer(text)


def _items(text: str, places: list[int], *, is_cut_off: bool) -> Iterator[str]:
    name = NAME.match(text, places[0]) if places else None
    if name is None:
        return
    end = re.compile(rf"</{re.escape(name[1])}\s*>")
    for start, following in pairwise([*places[:MOST], len(text)]):
        closed = end.search(text, start, min(following, start + LONGEST))
        item = text[start : closed.end() if closed else following]
        is_whole = closed or not (is_cut_off and following == len(text))
        if is_whole and len(item) < LONGEST and not LONG_TAG.search(item):
            yield item

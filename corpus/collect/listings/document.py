"""A text in XML, before a parser sees it: no document type, no entities, no half article."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape

# What lists articles, by its outermost element; the element of one.
ITEMS: Mapping[str, str] = {
    "rss": "item",
    "RDF": "item",
    "channel": "item",
    "feed": "entry",
    "urlset": "url",
    "sitemapindex": "sitemap",
}
NAME = re.compile(r"<((?:[\w.-]{1,60}:)?([\w.-]{1,60}))[\s/>]")
FURTHEST = 1 << 16  # characters before the outermost element
AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});)(\w{2,32};)?")
CDATA, CDATA_END = "<![CDATA[", "]]>"


@dataclass(frozen=True, slots=True)
class Document:
    """`root` is the local name of its outermost element; `text` begins with that.

    `is_cut_off`: it lacks its end, and what is not whole before it is left out.
    """

    root: str
    text: str
    is_cut_off: bool


def document(text: str) -> Document | None:
    """The listing that a text is; None for any other."""
    start = _start(text)
    name = NAME.match(text, start) if start is not None else None
    if name is None or name[2] not in ITEMS:
        return None
    text, is_cut_off = _whole(text[name.start() :], name[1], ITEMS[name[2]])
    return Document(name[2], _with_plain_entities(text), is_cut_off)


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


def _whole(text: str, name: str, item: str) -> tuple[str, bool]:
    """The text up to its end; where it has none, to the last whole item, and whether it is so."""
    end = text.rfind(f"</{name}")
    if end >= 0:
        return f"{text[:end]}</{name}>", False
    if text[: text.find(">") + 1].endswith("/>"):
        return text[: text.find(">") + 1], False
    last = 0
    for found in re.finditer(rf"</(?:[\w.-]{{1,60}}:)?{item}\s*>", text):
        last = found.end()
    return f"{text[:last]}</{name}>" if last else f"<{name}/>", True


def _with_plain_entities(text: str) -> str:
    """`&eacute;` → `é`, `?a=1&b=2` → `?a=1&amp;b=2`; what is marked as no markup stays."""
    first, *marked = text.split(CDATA)
    parts = [AMPERSAND.sub(_plain, first)]
    for part in marked:
        inside, end, outside = part.partition(CDATA_END)
        parts.append(CDATA + inside + end + AMPERSAND.sub(_plain, outside))
    return "".join(parts)


def _plain(found: re.Match[str]) -> str:
    char = unescape(found[0])
    is_known = found[1] is not None and len(char) <= 2 and char not in {"<", ">", "&"}
    return char if is_known else f"&amp;{found[1] or ''}"

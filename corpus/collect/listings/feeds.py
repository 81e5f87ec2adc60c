"""RSS 0.9 to 2.0, RDF and Atom.

Dates are taken as they are printed: the parser's own reading of them drops zones, and makes
November of `2021.01.27`.
"""

import re
from collections.abc import Iterator
from html import escape
from io import BytesIO
from typing import Any

import feedparser

from corpus.collect.listings.document import Document
from corpus.collect.listings.listing import Child, Entry, Kind, Listing
from corpus.collect.listings.places import absolute
from corpus.collect.listings.repairing import MOST_ITEMS, repaired
from corpus.errors import UnreadableError
from corpus.lines.markup import without_tags

FURTHER = frozenset({"next", "prev-archive"})  # source: RFC 5005
MAILBOX = re.compile(r"(?:mailto:)?[^\s<>()@]+@[^\s<>()@]+")
Fields = dict[str, Any]  # its values are texts, dictionaries and lists, by the names asked for


def read_feed(document: Document, address: str) -> Listing | None:
    """What one feed lists. An entry that names no address has an empty one.

    In a file, whose own address nobody knows, addresses go on from that of the site.
    """
    text = repaired(document)
    if text is None:
        return None
    parsed = feedparser.parse(
        BytesIO(text),
        response_headers={
            "content-type": "application/xml; charset=utf-8",
            "content-location": address,
        },
        resolve_relative_uris=False,
        sanitize_html=False,
    )
    site = parsed.feed
    address = address or site.get("link") or ""
    further = (
        absolute(address, link.get("href"))
        for link in site.get("links", ())
        if link.get("rel") in FURTHER
    )
    return Listing(
        Kind.FEED,
        tuple(_entries(parsed.entries, address, is_atom=document.root == "feed")),
        tuple(Child(place) for place in further if place),
        title=_plain(site.get("title")),
        language=site.get("language"),
        is_cut_off=document.is_cut_off or len(document.items) > MOST_ITEMS,
    )


def _entries(items: list[Fields], address: str, *, is_atom: bool) -> Iterator[Entry]:
    for item in filter(_is_published, items):
        published, updated = item.get("published"), dict.get(item, "updated")
        if not is_atom and not published:  # what RSS has from the Dublin Core is one date only
            published, updated = item.get("created") or updated, None
        yield Entry(
            absolute(address, item.get("feedburner_origlink") or item.get("link")) or "",
            published=published,
            updated=updated,
            title=_plain(item.get("title")),
            authors=_authors(item, is_atom=is_atom),
            source=_plain(item.get("source", {}).get("title")),
            section=next((tag.get("term") for tag in item.get("tags", ())), None),
            language=item.get("title_detail", {}).get("language"),
            text=_text(item),
        )


def _is_published(item: Fields) -> bool:
    """An export of WordPress has drafts, pages and pictures among the articles."""
    kind, status = item.get("wp_post_type", "post"), item.get("wp_status", "publish")
    return (kind, status) == ("post", "publish")


def _authors(item: Fields, *, is_atom: bool) -> tuple[str, ...]:
    """RSS has a mailbox with or without a name, in one field, which the parser cuts wrongly."""
    if "wp_post_type" in item:  # there it is what somebody logs in with
        return ()
    authors = item.get("authors", ())
    names = [author.get("name") for author in authors]
    if not is_atom and any("email" in author for author in authors):
        names = [item.get("author")]
    plain = (_plain(MAILBOX.sub(" ", name or "")) for name in names)
    return tuple(name for one in plain if one and (name := one.strip(" ()<>,;")))


def _text(item: Fields) -> str | None:
    """The longest part that is content, not summary."""
    parts = [
        part.get("value", "") if "html" in part.get("type", "") else _escaped(part.get("value", ""))
        for part in item.get("content", ())
    ]
    return max(parts, key=len, default="") or None


def _escaped(text: str) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())


def _plain(field: str | None) -> str | None:
    try:
        return " ".join(without_tags(field).split()) or None if field else None
    except UnreadableError:
        return None

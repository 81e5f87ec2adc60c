"""JSON Feed. Source: jsonfeed.org, versions 1 and 1.1."""

from collections.abc import Iterator, Sequence

import msgspec

from corpus.collect.listings.listing import Child, Entry, Kind, Listing
from corpus.collect.listings.places import absolute

MOST_ITEMS = 10_000
VERSION = "jsonfeed.org/version/"


class Author(msgspec.Struct):
    name: str | None = None


class Item(msgspec.Struct):
    """One article as it is written; the standard's other fields say nothing of it."""

    url: str | None = None
    external_url: str | None = None
    id: str | int | float | None = None
    title: str | None = None
    content_html: str | None = None
    content_text: str | None = None
    date_published: str | None = None
    date_modified: str | None = None
    author: Author | None = None
    authors: list[Author] | None = None
    tags: list[str] | None = None
    language: str | None = None


class Feed(msgspec.Struct):
    version: str
    items: list[msgspec.Raw]
    title: str | None = None
    language: str | None = None
    next_url: str | None = None
    author: Author | None = None
    authors: list[Author] | None = None


_feed = msgspec.json.Decoder(Feed).decode
_item = msgspec.json.Decoder(Item).decode


def read_json_feed(text: str, address: str) -> Listing | None:
    """None where it is no JSON Feed. An item whose fields are of other kinds is left out."""
    try:
        feed = _feed(text)
    except (msgspec.DecodeError, RecursionError):
        return None
    if VERSION not in feed.version:
        return None
    further = absolute(address, feed.next_url)
    return Listing(
        Kind.FEED,
        tuple(_entries(feed, address)),
        (Child(further),) if further else (),
        title=feed.title,
        language=feed.language,
        is_cut_off=len(feed.items) > MOST_ITEMS,
    )


def _entries(feed: Feed, address: str) -> Iterator[Entry]:
    for raw in feed.items[:MOST_ITEMS]:
        try:
            item = _item(raw)
        except (msgspec.DecodeError, RecursionError):
            continue
        named = item.id if isinstance(item.id, str) and "://" in item.id else None
        yield Entry(
            absolute(address, item.url or named) or "",
            published=item.date_published,
            updated=item.date_modified,
            title=item.title,
            authors=_names(item.authors or _one(item.author) or feed.authors or _one(feed.author)),
            section=next(iter(item.tags or ()), None),
            language=item.language or feed.language,
            text=item.content_html or _escaped(item.content_text),
        )


def _one(author: Author | None) -> Sequence[Author]:
    return [author] if author else []


def _names(authors: Sequence[Author]) -> tuple[str, ...]:
    return tuple(author.name for author in authors if author.name)


def _escaped(text: str | None) -> str | None:
    """A plain text as HTML; its lines are paragraphs."""
    if not text:
        return None
    plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return "".join(f"<p>{line}</p>" for line in plain.splitlines() if line.strip())

"""What listings a page points to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from corpus.collect.listings.encoding import as_text
from corpus.collect.listings.listing import Kind
from corpus.collect.listings.places import absolute

if TYPE_CHECKING:
    from lxml import etree

FEED_TYPES = frozenset(
    """
    application/rss+xml application/atom+xml application/rdf+xml application/feed+json
    application/rss application/atom application/x.atom+xml application/x-atom+xml text/xml
    """.split()
)
LIKE_A_FEED = re.compile(
    r"/(?:rss|feeds?|atom)/?$|/(?:rss|feed|atom|index)\.xml$|\.(?:rss|atom)$"
    r"|/(?:rss|feed|atom)\.\w{3,5}$",
    re.I,
)
CALLED_A_FEED = re.compile(r"\W*(?:rss|atom)\W*(?:feeds?\W*|2\.0)?", re.I)
COMMENTS = re.compile(r"\bcomments\b", re.I)  # of its address, or what it is called
# Where they commonly are.
USUAL = (
    ("sitemap.xml", Kind.SITEMAP),
    ("sitemap_index.xml", Kind.SITEMAP_INDEX),
    ("sitemap-index.xml", Kind.SITEMAP_INDEX),
    ("rss", Kind.FEED),
    ("feed", Kind.FEED),
    ("rss.xml", Kind.FEED),
    ("feed.xml", Kind.FEED),
    ("atom.xml", Kind.FEED),
    ("feed.json", Kind.FEED),
)
MOST = 200


@dataclass(frozen=True, slots=True)
class Candidate:
    """An address where a listing may be; `title` is what the page calls it.

    `is_said`: the page says so; else it is only where others have theirs.
    """

    address: str
    kind: Kind
    title: str | None = None
    is_said: bool = True


def discover(body: bytes, address: str, content_type: str | None = None) -> tuple[Candidate, ...]:
    """Where the listings of the site may be that a page belongs to, the likeliest first.

    What the page links to, then where they commonly are. robots.txt names sitemaps, too: see
    `Fetcher.sitemaps`. To be called by a worker process.
    """
    found: dict[str, Candidate] = {}
    for candidate in (*_linked(as_text(body, content_type), address), *_usual(address)):
        found.setdefault(candidate.address, candidate)
    return tuple(found.values())[:MOST]


def _usual(address: str) -> Iterator[Candidate]:
    for name, kind in USUAL:
        yield Candidate(urljoin(address, f"/{name}"), kind, is_said=False)


def _linked(text: str, address: str) -> Iterator[Candidate]:
    """Links that are said to be feeds, first; then those whose address looks like a feed's."""
    said: list[Candidate] = []
    likely: list[Candidate] = []
    base = address
    for element in _links(text):
        place = absolute(base, element.get("href"))
        if place is None:
            continue
        if element.tag == "base":
            base = place
        elif element.tag == "link" and (kind := _kind(element)):
            said.append(Candidate(place, kind, element.get("title")))
        elif element.tag == "a" and _is_like_a_feed(element, place):
            likely.append(Candidate(place, Kind.FEED))
    # A feed of what readers say is as well linked as that of the articles.
    yield from (one for one in (*said, *likely) if not _is_of_comments(one))


def _is_like_a_feed(link: "etree._Element", place: str) -> bool:
    text = " ".join("".join(link.itertext()).split())
    return bool(LIKE_A_FEED.search(urlsplit(place).path) or CALLED_A_FEED.fullmatch(text))


def _is_of_comments(candidate: Candidate) -> bool:
    told = f"{urlsplit(candidate.address).path} {candidate.title or ''}"
    return COMMENTS.search(told) is not None


def _links(text: str) -> Iterator["etree._Element"]:
    from lxml import etree  # noqa: PLC0415 (loaded only where a page is read)

    data = text.encode("utf-8", errors="replace")
    try:
        root = etree.fromstring(data, etree.HTMLParser(encoding="utf-8", no_network=True))
    except etree.XMLSyntaxError:  # nothing in it
        return
    if root is not None:
        yield from root.iter("base", "link", "a")


def _kind(link: "etree._Element") -> Kind | None:
    """What a `<link>` says that it leads to."""
    relations = (link.get("rel") or "").lower().split()
    kind_of_text = (link.get("type") or "").partition(";")[0].strip().lower()
    if "sitemap" in relations:
        return Kind.SITEMAP
    if "feed" in relations or ("alternate" in relations and kind_of_text in FEED_TYPES):
        return Kind.FEED
    return None

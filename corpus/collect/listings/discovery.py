"""What listings a page points to."""

from dataclasses import dataclass

from corpus.collect.listings.listing import Kind


@dataclass(frozen=True, slots=True)
class Candidate:
    """An address where a listing may be; `title` is what the page calls it."""

    address: str
    kind: Kind
    title: str | None = None


def discover(body: bytes, address: str, content_type: str | None = None) -> tuple[Candidate, ...]:
    """Where the listings of the site may be that a page belongs to, the likeliest first.

    What the page links to, then where they commonly are. robots.txt names sitemaps, too: see
    `Fetcher.sitemaps`. To be called by a worker process.
    """
    raise NotImplementedError

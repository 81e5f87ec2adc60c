"""What a feed or a sitemap lists."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    FEED = "feed"
    SITEMAP = "sitemap"
    SITEMAP_INDEX = "sitemap-index"


@dataclass(frozen=True, slots=True)
class Entry:
    """One article of a listing. Dates are as they are printed there, all else is plain text.

    `text` is the whole text of the article in HTML, where a feed has it; never a summary.
    """

    address: str
    published: str | None = None
    updated: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    source: str | None = None
    section: str | None = None
    language: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Child:
    """A sitemap that an index names, or the next part of a feed."""

    address: str
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """All that is listed, in its order; `title` and `language` are the site's.

    `is_cut_off`: it ends before its end; what stands before is good.
    """

    kind: Kind
    entries: tuple[Entry, ...] = ()
    children: tuple[Child, ...] = ()
    title: str | None = None
    language: str | None = None
    is_cut_off: bool = False

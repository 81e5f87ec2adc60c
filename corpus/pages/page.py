"""A page as it came, and what was read from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from corpus.readers.reading import Draft


@dataclass(frozen=True, slots=True)
class Page:
    """The bytes of a page, without content encoding; what was asked for and what was answered.

    `content_type` is the header as it came. `fetched` is aware; it tells what a date without a
    zone can mean. `listed` is when it was published, as a feed says, for a page that does not.
    """

    body: bytes
    address: str | None = None
    content_type: str | None = None
    fetched: datetime | None = None
    listed: datetime | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """One field as it goes into the draft, and where on the page it was found.

    `place` names it by the page's own terms: `JSON-LD headline`, `meta og:title`, `h1`.
    """

    value: str
    place: str


class Evidence(StrEnum):
    """What makes sure which moment a date means, the surest first."""

    OFFSET = "offset"  # the page says how far it is from UTC
    PRINTED = "printed"  # the same moment is printed on the page, by the outlet's clock
    FRESH = "fresh"  # as UTC it would lie after the page was fetched; by the outlet's clock not
    UTC = "utc"  # `Z`, and nothing speaks against it
    LOCAL = "local"  # no zone is named; by the outlet's clock, where that is known
    DAY = "day"  # a day without a time


@dataclass(frozen=True, slots=True)
class PageArticle:
    """The article of a page. `found` holds its fields by name, as they stand in the draft.

    `address` is the page's own, canonical one where it names one. `article_key` is the outlet's
    number of the article, where an outlet is known to have one in its addresses. `is_paywalled`:
    the page itself says that not everybody may read it whole.
    """

    draft: Draft
    address: str | None
    found: Mapping[str, Found]
    date_evidence: Evidence
    is_paywalled: bool = False
    article_key: str | None = None


class NoArticleKind(StrEnum):
    """Why a page is no article."""

    UNREADABLE = "unreadable"  # no HTML, too large, nested too deep
    EMPTY = "empty"  # nothing that could be an article's text
    LIST = "list"
    LIVE = "live"
    GALLERY = "gallery"
    VIDEO = "video"
    CONSENT = "consent"
    PAYWALL = "paywall"
    ERROR = "error"
    UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class NoArticle:
    """A page that was not taken; `reason` is for a report of rejected inputs."""

    kind: NoArticleKind
    reason: str

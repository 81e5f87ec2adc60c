"""What the archive holds."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

MAX_PARAGRAPHS = 1 << 16  # a paragraph's number in the archive keeps 16 bits for its position
HEADLINE = -1  # the position of a headline, where one stands as a paragraph does
UNKNOWN_OUTLET = "unknown outlet"  # the source of an article that nobody named one for


@dataclass(frozen=True, slots=True)
class Article:
    """One article as the paper gave it.

    `published` is an aware datetime, or a plain date where the paper gives no usable time; its
    zone is kept. `source` is the outlet, `agency` who wrote it where that is somebody else.
    `paragraphs` are the quotable ones, in the paper's order, without surrounding white space.
    `title` may be empty: some real articles have none.
    """

    id: str
    title: str
    published: datetime | date
    source: str
    paragraphs: tuple[str, ...]
    url: str | None = None
    updated: datetime | date | None = None
    agency: str | None = None
    authors: tuple[str, ...] = ()
    section: str | None = None
    language: str = "en"

    @property
    def day(self) -> date:
        """The day of publication as the paper prints it, in the paper's own zone."""
        if isinstance(self.published, datetime):
            return self.published.date()
        return self.published


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of an article: what is quoted is `text[start:end]`, character for character."""

    article: str
    position: int
    text: str


def instant(published: datetime | date) -> datetime:
    """When an article was published, to be compared: a plain date is the start of its UTC day."""
    if isinstance(published, datetime):
        return published
    return datetime(published.year, published.month, published.day, tzinfo=UTC)


def article_id(
    url: str | None,
    source: str,
    published: datetime | date,
    title: str,
    *,
    paragraphs: Sequence[str],
) -> str:
    """A stable name: the URL where there is one, else a hash of source, date and title.

    Without a title the text takes its place: a paper prints many such on one day. The hash is 16
    hexadecimal digits of BLAKE2b.
    """
    if url:
        return url
    told = (title,) if title else ("", *paragraphs)
    seed = "\x1f".join((source, published.isoformat(), *told))
    return hashlib.blake2b(seed.encode("utf-8"), digest_size=8).hexdigest()


def paragraph_number(seq: int, position: int) -> int:
    """A paragraph's number in its archive: a version's paragraphs follow one another."""
    return seq * MAX_PARAGRAPHS + position


def place_of(number: int) -> tuple[int, int]:
    """The version (`seq`) and the position of a paragraph number."""
    return divmod(number, MAX_PARAGRAPHS)

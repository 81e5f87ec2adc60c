"""A web page in a file: one article."""

from collections.abc import Iterator
from dataclasses import replace
from io import BufferedIOBase

from corpus.article import UNKNOWN_OUTLET
from corpus.errors import UnreadableError
from corpus.readers.reading import Draft, Origin, Rejected, read_whole

MAX_BYTES = 3_000_000


def read_html(stream: BufferedIOBase, origin: Origin) -> Iterator[Draft | Rejected]:
    """The page's article. Raises UnreadableError with the reason where it has none."""
    from corpus.pages import NoArticle, Page, read_page  # noqa: PLC0415 (pages use this package)

    page = read_page(Page(read_whole(stream, MAX_BYTES)))
    if isinstance(page, NoArticle):
        raise UnreadableError(page.reason)
    is_named = origin.outlet != UNKNOWN_OUTLET
    yield replace(page.draft, source=origin.outlet) if is_named else page.draft

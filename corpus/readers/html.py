"""A web page in a file: one article."""

from collections.abc import Iterator
from io import BufferedIOBase

from corpus.article import UNKNOWN_OUTLET
from corpus.outlets import Outlet
from corpus.readers.reading import Draft, Origin, PassedOver, Rejected, read_whole
from corpus.readers.saved.page import saved_from

MAX_BYTES = 3_000_000


def read_html(stream: BufferedIOBase, origin: Origin) -> Iterator[Draft | Rejected]:
    """The article of the page, which may say where it was saved from; passed over without one."""
    from corpus.pages import NoArticle, Page, read_page  # noqa: PLC0415 (pages use this package)

    body = read_whole(stream, MAX_BYTES)
    saved = saved_from(body, origin.name)
    name = None if origin.outlet == UNKNOWN_OUTLET else origin.outlet
    told = Outlet(name=name, zone=origin.timezone)
    page = read_page(Page(body, saved.address, fetched=saved.at), told)
    if isinstance(page, NoArticle):
        yield PassedOver(origin.name, None, page.reason)
        return
    yield page.draft

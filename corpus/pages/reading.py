"""A page → its article, or why it has none."""

import logging

from corpus.errors import UnreadableError
from corpus.outlets.outlet import Outlet
from corpus.pages.page import NoArticle, NoArticleKind, Page, PageArticle

for _library in ("trafilatura", "htmldate"):  # what they say in logs is here told as a value
    logging.getLogger(_library).setLevel(logging.CRITICAL)


def read_page(page: Page, outlet: Outlet | None = None) -> PageArticle | NoArticle:
    """The article of a page. Never asks the network.

    `outlet` is whose page it is; what it leaves open is taken from the one of the address, if any.
    """
    from corpus.pages.article import article_of  # noqa: PLC0415 (loads lxml and trafilatura)

    try:
        return article_of(page, outlet)
    except UnreadableError as error:
        return NoArticle(NoArticleKind.UNREADABLE, str(error))

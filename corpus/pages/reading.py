"""A page → its article, or why it has none."""

from corpus.outlets.outlet import Outlet
from corpus.pages.page import NoArticle, NoArticleKind, Page, PageArticle


def read_page(page: Page, outlet: Outlet | None = None) -> PageArticle | NoArticle:
    """The article of a page. Never raises, never asks the network.

    `outlet` is whose page it is, where the caller knows more than the page's address tells.
    """
    return NoArticle(NoArticleKind.UNREADABLE, "web pages are not read yet")

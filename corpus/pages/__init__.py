"""Web pages → articles, or why a page is none. Nothing here asks the network."""

from corpus.pages.page import Evidence, Found, NoArticle, NoArticleKind, Page, PageArticle
from corpus.pages.reading import read_page

__all__ = [
    "Evidence",
    "Found",
    "NoArticle",
    "NoArticleKind",
    "Page",
    "PageArticle",
    "read_page",
]

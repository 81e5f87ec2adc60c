"""A site's front page: what the site is called, and where its listings are."""

import re
from dataclasses import dataclass

from corpus.collect.listings.discovery import discover
from corpus.collect.listings.listing import Kind
from corpus.errors import UnreadableError
from corpus.names import fold
from corpus.pages import Page, PageArticle, read_page

LONGEST, MOST_WORDS = 80, 5  # characters and words of a site's name
SEPARATOR = re.compile(r"\s+[|–—•·»«:-]+\s+|\s*\|\s*|:\s+")


@dataclass(frozen=True, slots=True)
class FrontPage:
    """`listings` are those that the page leads to; at the usual addresses others have theirs.

    `is_article`: it is no front page, but one article.
    """

    name: str | None = None
    listings: tuple[str, ...] = ()
    usual_feeds: tuple[str, ...] = ()
    usual_sitemaps: tuple[str, ...] = ()
    is_article: bool = False


def read_front_page(body: bytes, address: str, content_type: str | None) -> FrontPage:
    """For a worker process."""
    found = discover(body, address, content_type)
    usual = [one for one in found if not one.is_said]
    return FrontPage(
        name=_name(Page(body, address, content_type)),
        listings=tuple(one.address for one in found if one.is_said),
        usual_feeds=tuple(one.address for one in usual if one.kind is Kind.FEED),
        usual_sitemaps=tuple(one.address for one in usual if one.kind is not Kind.FEED),
        is_article=isinstance(read_page(Page(body, address, content_type)), PageArticle),
    )


def _name(front: Page) -> str | None:
    """What the site calls itself; without that, the title of its front page, or its part."""
    from corpus.pages.fields.head import Head  # noqa: PLC0415 (loads lxml)
    from corpus.pages.fields.site import site_name  # noqa: PLC0415 (likewise)
    from corpus.pages.tree import page_tree  # noqa: PLC0415 (likewise)

    try:
        head = Head(page_tree(front.body, front.content_type))
    except UnreadableError:
        return None
    told = head.first("og:site_name", "application-name")
    if told:
        return told.value[:LONGEST]
    word = fold(site_name(front.address))
    parts = [part for part in SEPARATOR.split(head.title) if part]
    ours = [part for part in parts if word and word in fold(part).replace(" ", "")]
    name = min(ours, key=len) if ours else next(iter(parts if len(parts) == 1 else ()), "")
    return name if 0 < len(name.split()) <= MOST_WORDS and len(name) <= LONGEST else None

"""A site's front page: what the site is called, and where its listings are."""

from dataclasses import dataclass

from corpus.collect.listings.discovery import discover
from corpus.collect.listings.listing import Kind
from corpus.lines.characters import one_line
from corpus.pages import Page, PageArticle, read_page

LONGEST = 80  # characters of a site's name


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
        name=_name(body),
        listings=tuple(one.address for one in found if one.is_said),
        usual_feeds=tuple(one.address for one in usual if one.kind is Kind.FEED),
        usual_sitemaps=tuple(one.address for one in usual if one.kind is not Kind.FEED),
        is_article=isinstance(read_page(Page(body, address, content_type)), PageArticle),
    )


def _name(body: bytes) -> str | None:
    from lxml import html  # noqa: PLC0415 (start-up time)

    document = html.document_fromstring(body, parser=html.HTMLParser(encoding="utf-8"))
    names = document.xpath("//meta[@property='og:site_name']/@content")
    return one_line(str(names[0]))[:LONGEST] or None if names else None

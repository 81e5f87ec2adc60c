"""What the newspaper lists: home page, feeds of three kinds, robots.txt, sitemaps."""

import gzip
import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from email.utils import format_datetime
from html import escape
from itertools import groupby

from tests.newspaper.pages import page
from tests.newspaper.story import NAME, Oddity, Story

IN_FEED = 20
IN_NEWS_SITEMAP = 40
TRACKING = ("", "?utm_source=rss&utm_medium=feed", "?fbclid=IwAR0abc", "#comments")
XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
ATOM = "http://www.w3.org/2005/Atom"


def home_page(stories: Sequence[Story], *, has_feeds: bool = True) -> str:
    links = (
        ""
        if not has_feeds
        else "".join(
            f'<link rel="alternate" type="{kind}" title="{NAME}" href="{path}">'
            for kind, path in (
                ("application/rss+xml", "/rss.xml"),
                ("application/atom+xml", "/atom.xml"),
                ("application/feed+json", "/feed.json"),
            )
        )
    )
    items = "".join(
        f'<li><a href="{escape(one.path)}">{escape(one.title)}</a></li>'
        for one in stories[:IN_FEED]
    )
    site = f'<meta property="og:site_name" content="{NAME}">'
    return page(NAME, f"<h1>{NAME}</h1><ul>{items}</ul>", head=links + site)


def robots(base: str, crawl_delay: float, *, names_sitemaps: bool) -> str:
    rules = (
        f"User-agent: *\nCrawl-delay: {crawl_delay:g}\nDisallow: /private/\nDisallow: /*?print=\n"
    )
    named = f"\nSitemap: {base}/sitemap-index.xml\nSitemap: {base}/news-sitemap.xml\n"
    return rules + (named if names_sitemaps else "")


def rss(stories: Iterable[Story], base: str) -> str:
    items = "".join(
        f"<item><title>{escape(one.title)}</title><link>{escape(address(one, base, 'rss'))}</link>"
        f'<guid isPermaLink="false">courier-{one.number}</guid>'
        f"<pubDate>{format_datetime(one.published)}</pubDate>"
        f"<dc:creator>{escape(', '.join(one.authors))}</dc:creator>"
        f"<description>{escape(one.paragraphs[0][:120])}…</description></item>"
        for one in stories
    )
    return (
        f'{XML}<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
        f"<title>{NAME}</title><link>{base}/</link><description>News</description>{items}"
        "</channel></rss>"
    )


def atom(stories: Iterable[Story], base: str) -> str:
    items = "".join(
        f"<entry><title>{escape(one.title)}</title><id>{base}{escape(one.path)}</id>"
        f'<link rel="alternate" href="{escape(address(one, base, "atom"))}"/>'
        f"<published>{one.published.isoformat()}</published>"
        f"<updated>{(one.updated or one.published).isoformat()}</updated></entry>"
        for one in stories
    )
    return f'{XML}<feed xmlns="{ATOM}"><title>{NAME}</title><id>{base}/</id>{items}</feed>'


def json_feed(stories: Iterable[Story], base: str) -> str:
    items = [
        {
            "id": str(one.number),
            "url": address(one, base, "json"),
            "title": one.title,
            "date_published": one.published.isoformat(),
            "content_text": one.paragraphs[0],
        }
        for one in stories
    ]
    version = "https://jsonfeed.org/version/1.1"
    feed = {"version": version, "title": NAME, "home_page_url": f"{base}/", "items": items}
    return json.dumps(feed, ensure_ascii=False)


def months(stories: Iterable[Story]) -> dict[str, list[Story]]:
    """By month of publication, as `2026-11`, the newest first."""
    grouped = groupby(stories, key=lambda one: f"{one.published:%Y-%m}")
    return {month: list(group) for month, group in grouped}


def sitemap_index(by_month: dict[str, list[Story]], base: str) -> str:
    items = "".join(
        f"<sitemap><loc>{base}/sitemaps/{month}.xml.gz</loc>"
        f"<lastmod>{max(map(modified, stories)).isoformat()}</lastmod></sitemap>"
        for month, stories in by_month.items()
    )
    return f'{XML}<sitemapindex xmlns="{SITEMAPS}">{items}</sitemapindex>'


def sitemap(stories: Iterable[Story], base: str) -> bytes:
    items = "".join(
        f"<url><loc>{escape(place)}</loc><lastmod>{modified(one).isoformat()}</lastmod></url>"
        for one in stories
        for place in addresses(one, base)
    )
    return gzip.compress(f'{XML}<urlset xmlns="{SITEMAPS}">{items}</urlset>'.encode(), mtime=0)


def news_sitemap(stories: Iterable[Story], base: str) -> str:
    items = "".join(
        f"<url><loc>{escape(address(one, base, 'news'))}</loc><n:news><n:publication>"
        f"<n:name>{NAME}</n:name><n:language>en</n:language></n:publication>"
        f"<n:publication_date>{one.published.isoformat()}</n:publication_date>"
        f"<n:title>{escape(one.title)}</n:title></n:news></url>"
        for one in stories
    )
    return f'{XML}<urlset xmlns="{SITEMAPS}" xmlns:n="{NEWS}">{items}</urlset>'


def addresses(story: Story, base: str) -> list[str]:
    """Under which addresses the sitemap has a story."""
    plain = address(story, base, "sitemap")
    tails = TRACKING if story.oddity is Oddity.TRACKED else ("",)
    return [plain + tail for tail in tails]


def address(story: Story, base: str, listing: str) -> str:
    """Where a listing says that a story is: feeds count who comes by them."""
    if story.oddity is Oddity.ELSEWHERE:
        return f"http://elsewhere.example:1{story.path}"
    if story.oddity is Oddity.MOVED:
        return f"{base}/old/{story.number}"
    counted = f"?utm_source={listing}&utm_medium=feed" if listing in {"rss", "atom"} else ""
    return f"{base}{story.path}{counted}"


def modified(story: Story) -> datetime:
    return story.touched or story.published

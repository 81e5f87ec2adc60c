"""What stands at each address of the newspaper, at one moment of its life."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from tests.newspaper import answers, listings, pages
from tests.newspaper.answers import Answer
from tests.newspaper.story import Oddity, Story, invent_more
from tests.newspaper.wording import SECTIONS

STORY = re.compile(r"/(?:old|[a-z]+)/(\d+)\b")
SITEMAP = re.compile(r"/sitemaps/(\d{4}-\d{2})\.xml\.gz")
XML = "application/xml; charset=utf-8"
Made = Callable[[bytes], Answer]

WHOLE = "-whole"  # behind the address of a page that is elsewhere
ALWAYS_THERE = {"/", "/robots.txt", "/consent"}
FIRST_TIME: Mapping[Oddity, Made] = {
    Oddity.UNAVAILABLE: lambda body: answers.unavailable(1),
    Oddity.TOO_MANY: lambda body: answers.too_many(1),
    Oddity.CUT_ONCE: answers.cut_off,
}
ALWAYS: Mapping[Oddity, Made] = {
    Oddity.SLOW: answers.slow,
    Oddity.CUT_OFF: answers.cut_off,
    Oddity.ENDLESS: answers.endless,
    Oddity.BOMB: lambda body: answers.bomb(),
    Oddity.NOT_FOUND: lambda body: answers.missing(404),
    Oddity.GONE: lambda body: answers.missing(410),
    Oddity.BINARY: lambda body: Answer(b"%PDF-1.7\n\x00\xff\xfe" * 50, kind="application/pdf"),
    Oddity.EMPTY: lambda body: Answer(b""),
    Oddity.MISDECLARED: lambda body: Answer(_in_windows_1257(body)),
    Oddity.NOTICE: lambda body: Answer(_with_notice(body)),
    Oddity.LATIN: lambda body: Answer(body, kind="text/html; charset=iso-8859-1"),
}


class Site:
    """`stories` are its articles, the newest first."""

    def __init__(  # noqa: PLR0913 (what a test may want of a paper)
        self,
        stories: Sequence[Story],
        base: str,
        *,
        crawl_delay: float,
        names_sitemaps: bool = True,
        has_listings: bool = True,
        edition: int = 1,
    ) -> None:
        self.stories = stories
        self._base = base
        self._crawl_delay = crawl_delay
        self._names_sitemaps = names_sitemaps and has_listings
        self._has_listings = has_listings
        self._edition = edition
        self._by_number = {one.number: one for one in stories}
        self._months = listings.months(stories)

    def later(self, now: datetime, new: int) -> "Site":
        """The same paper after it went on working: changed, and with `new` articles on top."""
        printed = invent_more(new, self.stories[0], now)
        changed = [one.later(now) for one in self.stories]
        return Site(
            [*printed, *changed],
            self._base,
            crawl_delay=self._crawl_delay,
            names_sitemaps=self._names_sitemaps,
            has_listings=self._has_listings,
            edition=self._edition + 1,
        )

    def answer(self, path: str, *, is_first: bool) -> Answer:
        """`is_first`: nobody asked for just this address before."""
        plain = path.partition("?")[0]
        if made := self._listing(plain):
            return made
        if found := STORY.match(plain):
            return self._story(plain, int(found[1]), is_first=is_first)
        section = plain.strip("/").capitalize()
        if section in SECTIONS:
            listed = [one for one in self.stories if one.section == section][:30]
            return _html(pages.list_page(section, listed))
        return answers.missing(404)

    def _listing(self, path: str) -> Answer | None:
        newest, recent = self.stories[: listings.IN_FEED], self.stories[: listings.IN_NEWS_SITEMAP]
        base, months = self._base, self._months
        made: dict[str, tuple[str, Callable[[], str]]] = {
            "/": (answers.HTML, self._home),
            "/robots.txt": ("text/plain", self._robots),
            "/consent": (answers.HTML, pages.notice_page),
            "/rss.xml": ("application/rss+xml", lambda: listings.rss(newest, base)),
            "/atom.xml": ("application/atom+xml", lambda: listings.atom(newest, base)),
            "/feed.json": ("application/feed+json", lambda: listings.json_feed(newest, base)),
            "/sitemap-index.xml": (XML, lambda: listings.sitemap_index(months, base)),
            "/news-sitemap.xml": (XML, lambda: listings.news_sitemap(recent, base)),
        }
        if path in made and (self._has_listings or path in ALWAYS_THERE):
            kind, text = made[path]
            return Answer(text().encode(), kind=kind)
        month = SITEMAP.fullmatch(path)
        if month and month[1] in months and self._has_listings:
            return Answer(listings.sitemap(months[month[1]], base), kind="application/x-gzip")
        return None

    def _home(self) -> str:
        return listings.home_page(self.stories, has_feeds=self._has_listings)

    def _robots(self) -> str:
        names = self._names_sitemaps
        return listings.robots(self._base, self._crawl_delay, names_sitemaps=names)

    def _story(self, path: str, number: int, *, is_first: bool) -> Answer:
        story = self._by_number.get(number)
        if story is None:
            return answers.missing(404)
        if led := self._on_the_way(story, path):
            return led
        if story.is_withdrawn:
            return answers.missing(410)
        body = self._page(story).encode()
        if is_first and story.oddity in FIRST_TIME:
            return FIRST_TIME[story.oddity](body)
        made = ALWAYS.get(story.oddity)
        return made(body) if made else Answer(body)

    def _on_the_way(self, story: Story, path: str) -> Answer | None:
        """What leads to another address; None at the story's own."""
        match story.oddity:
            case Oddity.LOOP:
                other = "a" if path.endswith("/b") else "b"
                return answers.moved(f"{self._base}/{story.section.lower()}/{story.number}/{other}")
            case Oddity.REFRESHED if path == story.path:
                return _html(pages.refreshing_page(f"{story.path}{WHOLE}"))
            case Oddity.REFRESHED if path == f"{story.path}{WHOLE}":
                return None
            case Oddity.GATED:
                return answers.moved(f"{self._base}/consent?back={story.path}")
            case Oddity.MOVED if path != story.path:
                return answers.moved(self._base + story.path)
        return None if path == story.path else answers.missing(404)

    def _page(self, story: Story) -> str:
        if story.oddity is Oddity.LIST:
            return pages.list_page(story.section, self.stories[:30])
        if story.oddity is Oddity.GALLERY:
            return pages.gallery_page(story)
        teasers = self.stories[1:6]
        return pages.article_page(story, self._base, teasers=teasers, edition=self._edition)


def _html(text: str) -> Answer:
    return Answer(text.encode())


def _with_notice(body: bytes) -> bytes:
    """The page with a notice for its text."""
    start, end = body.index(b'<div class="article-body">'), body.index(b"</article>")
    return body[:start] + pages.NOTICE.encode() + body[end:]


def _in_windows_1257(body: bytes) -> bytes:
    """What that has no place for stays as a reference, as editors' systems write it."""
    return body.decode().encode("windows-1257", errors="xmlcharrefreplace")

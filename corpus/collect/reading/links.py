"""Where a page's links lead: to articles, or to further pages of links."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from corpus.addresses import address_key
from corpus.collect.listings.places import absolute
from corpus.collect.reading.listed import Answered, Listed, page_address
from corpus.collect.sites import site_of
from corpus.collect.state.frontier import Address
from corpus.errors import UnreadableError
from corpus.tracking import without_tracking

if TYPE_CHECKING:  # it loads lxml, which only workers need
    from lxml.html import HtmlElement

HEADLINE = 4  # words of a link that is one
LEAST_LETTERS = 16  # of a headline
LABEL = 3  # words of a link that names a part of the paper, at most
LEAST = 3  # articles that a page of links leads to
MOST_LINKS, MOST_PAGES = 5_000, 500
DEEPEST = 2  # folders of a part's address
NUMBER = re.compile(r"\d{4}|=\d{2}")  # as articles have one, or a date
# Words of a headline in an address: enough where its words stand in the link, too; and by itself.
SOME_WORDS, MANY_WORDS = (re.compile(rf"[^/\-_=]+(?:[-_][^/\-_=]+){{{more},}}") for more in (2, 4))
# What is no page, or none of the paper's own words.
NO_PAGE = re.compile(
    r"\.(?:jpe?g|png|gif|webp|avif|svg|ico|pdf|docx?|xlsx?|pptx?|zip|gz|mp[34]|m4a|webm|css|js"
    r"|json|xml|rss|ics|apk)$",
    re.I,
)
OUTSIDE = frozenset({"footer", "form"})


@dataclass(frozen=True, slots=True)
class Links:
    """Of one page, each once, in its order. `parts` may be pages of links, such as sections."""

    articles: tuple[Address, ...] = ()
    parts: tuple[Address, ...] = ()


def read_links(answered: Answered) -> Links:
    """To the page's own site, by what stands in a link and what its address looks like.

    Whether a page is an article, a list or a ticker is told when it is read.
    """
    own, site = address_key(answered.address), site_of(answered.address)
    texts: dict[str, str] = {}
    places: dict[str, Address] = {}
    try:
        links = list(_links(answered))
    except UnreadableError:
        return Links()
    for place, text in links:
        found = page_address(place, answered.source)
        if found is None or found.key == own or site_of(place) != site:
            continue
        if len(text) > len(texts.get(found.key, "")):
            texts[found.key] = text
        places.setdefault(found.key, found)
    articles = {key for key, text in texts.items() if _is_article(places[key], text)}
    return Links(
        tuple(places[key] for key in places if key in articles)[:MOST_PAGES],
        tuple(
            places[key]
            for key, text in texts.items()
            if key not in articles and _is_part(places[key], text)
        )[:MOST_PAGES],
    )


def read_linked(answered: Answered) -> Listed | None:
    """A page of links as a listing; None where it leads to hardly any article."""
    found = read_links(answered)
    if len(found.articles) < LEAST:
        return None
    return Listed(is_feed=False, pages=found.articles, parts=(), title=None, is_cut_off=False)


def _links(answered: Answered) -> Iterator[tuple[str, str]]:
    """Addresses and what is printed for them, in the page's order."""
    from corpus.pages.tree import page_tree, strip_machinery  # noqa: PLC0415 (loads lxml)

    tree = page_tree(answered.body, answered.content_type)
    strip_machinery(tree)
    base = answered.address
    for number, element in enumerate(tree.iter("base", "a")):
        if number == MOST_LINKS:
            return
        place = absolute(base, element.get("href"))
        if place is None or _is_left_alone(element, place):
            continue
        if element.tag == "base":
            base = place
        else:
            yield without_tracking(place), " ".join(_text(element).split())


def _text(link: "HtmlElement") -> str:
    """What is printed, or stands for a picture."""
    printed = str(link.text_content())
    if printed.strip():
        return printed
    return link.get("title") or next((one.get("alt", "") for one in link.iter("img")), "")


def _is_left_alone(link: "HtmlElement", place: str) -> bool:
    """Whether robots are asked not to follow it, or it stands among what belongs to no article."""
    if NO_PAGE.search(urlsplit(place).path):
        return True
    asked = {"nofollow", "sponsored", "ugc"} & set(link.get("rel", "").lower().split())
    return bool(asked) or any(one.tag in OUTSIDE for one in link.iterancestors())


def _is_article(page: Address, text: str) -> bool:
    """By a headline for its text, and an address of more than a word; or by one of many."""
    path = _path_of(page)
    if MANY_WORDS.search(path):
        return True
    is_headline = len(text.split()) >= HEADLINE and len(text) >= LEAST_LETTERS
    is_deep = path.count("/") > 1
    return is_headline and bool(is_deep or NUMBER.search(path) or SOME_WORDS.search(path))


def _is_part(page: Address, text: str) -> bool:
    """By a word or two for its text, and an address of one or two folders without numbers."""
    path = _path_of(page)
    is_label = 0 < len(text.split()) <= LABEL and any(char.isalpha() for char in text)
    return is_label and path.count("/") <= DEEPEST and not any(char.isdigit() for char in path)


def _path_of(page: Address) -> str:
    """What comes behind the host, with the query."""
    return f"/{page.key.removeprefix('//').partition('/')[2]}"

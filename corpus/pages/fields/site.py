"""What a page says of itself: its address, whose it is, its section and language."""

import re
from collections.abc import Iterable
from contextlib import suppress
from urllib.parse import urljoin, urlsplit

from corpus.addresses import address_key
from corpus.languages.letters import language_by_letters
from corpus.lines.byline import is_known_agency
from corpus.lines.characters import one_line
from corpus.outlets.outlet import Outlet
from corpus.pages.fields.head import Head
from corpus.pages.fields.json_ld import LinkedArticle
from corpus.pages.page import Found
from corpus.tracking import without_tracking

LANGUAGE = re.compile(r"([a-z]{2})(?:[-_]\w+)*$", re.I)
LONGEST_NAME = 80  # characters of an outlet's or a section's name


def address_of(asked: str | None, head: Head) -> Found | None:
    """The page's own address: as it names it, where that can be the same page; else as asked.

    A page that names its site's front page, a folder that it stands in, or another site, names
    not itself.
    """
    for found in (head.link("canonical"), head.first("og:url")):
        with suppress(ValueError):
            named = urljoin(asked or "", found.value) if found else ""
            if found and _can_be(named, asked):
                return Found(named, found.place)
    return Found(without_tracking(asked), "address") if asked and address_key(asked) else None


def _can_be(named: str, asked: str | None) -> bool:
    key = address_key(named).removeprefix("//")
    if not key or not urlsplit(named).scheme.startswith("http"):
        return False
    host, _, path = key.partition("/")
    if not asked or not address_key(asked):
        return bool(path)
    other, _, asked_path = address_key(asked).removeprefix("//").partition("/")
    is_site = host == other or host.endswith(f".{other}") or other.endswith(f".{host}")
    return is_site and (not asked_path or (path != "" and not asked_path.startswith(f"{path}/")))


def source_of(outlet: Outlet, linked: LinkedArticle, head: Head) -> Found | None:
    """Whose page it is; a publisher that is an agency only lent the article to the site."""
    if outlet.name:
        return Found(outlet.name, "outlet")
    publisher = Found(one_line(linked.publisher), "JSON-LD publisher")
    site = head.first("og:site_name", "application-name") or publisher
    first = (site, publisher) if is_known_agency(publisher.value) else (publisher, site)
    return next((found for found in first if _is_name(found.value)), None)


def _is_name(text: str) -> bool:
    return 0 < len(text) <= LONGEST_NAME and "://" not in text and text[0] != "@"


def site_name(address: str | None) -> str:
    """The word that names the site in its address: `lrt` of `www.lrt.lt`."""
    host = address_key(address or "").removeprefix("//").partition("/")[0].split(".")
    return max(host[:-1], key=len, default="")


def section_of(linked: LinkedArticle, head: Head) -> Found | None:
    """The part of the paper in which it stands."""
    by_meta = head.first("article:section", "og:article:section", "section", "parsely-section")
    found = Found(one_line(linked.section), "JSON-LD articleSection") if linked.section else by_meta
    return found if found and 0 < len(found.value) <= LONGEST_NAME else None


def language_of(
    outlet: Outlet, linked: LinkedArticle, head: Head, paragraphs: Iterable[str]
) -> Found | None:
    """Its two letters, by ISO 639-1; where nothing names it, by those of its text."""
    told = (
        (linked.language, "JSON-LD inLanguage"),
        (head.language, "html lang"),
        *((found.value, found.place) for found in head.meta("og:locale", "content-language")),
        (outlet.language, "outlet"),
    )
    for value, place in told:
        if code := LANGUAGE.match((value or "").strip()):
            return Found(code[1].lower(), place)
    by_letters = language_by_letters(" ".join(paragraphs))
    return Found(by_letters, "letters") if by_letters else None

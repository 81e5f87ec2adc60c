"""Pages that only lead to others, as redirects do."""

import re
from urllib.parse import unquote, urlsplit

from corpus.addresses import address_key
from corpus.collect.listings.places import absolute
from corpus.pages import Page

AT_ONCE = (
    10  # seconds, within which a browser goes on; a ticker that shows itself anew waits longer
)
LONGEST = 20_000  # bytes of a page that has nothing else
REFRESH = re.compile(r"\s*(\d{1,3})(?:\.\d*)?\s*[;,]\s*url\s*=\s*['\"]?\s*([^'\"\s]+)", re.I)


def leads_on(page: Page) -> str | None:
    """Where a page's `meta refresh` leads; None for one that leads to itself, or has more to say.

    Source: WHATWG, HTML, the refresh pragma.
    """
    if len(page.body) > LONGEST or b"refresh" not in page.body.lower():
        return None
    from corpus.pages.tree import page_tree  # noqa: PLC0415 (loads lxml)

    for meta in page_tree(page.body, page.content_type).iter("meta"):
        if meta.get("http-equiv", "").lower() != "refresh":
            continue
        told = REFRESH.match(meta.get("content", ""))
        place = absolute(page.address or "", told[2]) if told and int(told[1]) < AT_ONCE else None
        if place and address_key(place) != address_key(page.address or ""):
            return place
    return None


def leads_back(answered: str, asked: str) -> bool:
    """Whether a page is only on the way to the one that was asked for: `/login?next=/ferry`."""
    path = urlsplit(asked).path
    other = urlsplit(answered)
    return len(path) > 1 and other.path != path and path in unquote(unquote(other.query))

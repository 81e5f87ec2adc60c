"""Sitemaps in plain text, an address a line. Source: sitemaps.org, Text file."""

import re

from corpus.collect.listings.listing import Entry, Kind, Listing
from corpus.collect.listings.places import absolute

ADDRESS = re.compile(r"https?://\S+", re.I)
TESTED = 20  # lines that must all be addresses
MOST = 200_000


def read_address_list(text: str) -> Listing | None:
    """None where the first lines are not all addresses. A last line without an end may be cut
    short, as nothing else would show; it is taken, like any other."""
    lines = [bare for line in text.splitlines() if (bare := line.strip())]
    if not lines or not all(map(ADDRESS.fullmatch, lines[:TESTED])):
        return None
    places = (absolute("", line) for line in lines[:MOST] if ADDRESS.fullmatch(line))
    return Listing(Kind.SITEMAP, tuple(Entry(place) for place in places if place))

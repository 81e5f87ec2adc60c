"""One web page has several addresses."""

import re
from itertools import product
from urllib.parse import urlsplit

SCHEMES = ("https://", "http://", "")
MARKS_BEHIND = ".,;:!?)]}>'\"”’»"  # of the sentence, not of the address


def spellings(address: str) -> tuple[str, ...]:
    """The ways in which an archive may have written a page's address, the given one first.

    With another scheme or none, with and without `www.`, a query, a fragment, a slash at the end.
    """
    given = address.rstrip(MARKS_BEHIND)
    try:
        parts = urlsplit(given if "://" in given else f"https://{given}")
    except ValueError:  # brackets that are no IPv6 address
        return (given,)
    host = re.sub(r"^www\.", "", parts.netloc, flags=re.I).lower()
    path = parts.path.rstrip("/")
    queries = dict.fromkeys((f"?{parts.query}" if parts.query else "", ""))
    made = (
        f"{scheme}{www}{host}{path}{slash}{query}"
        for query, scheme, www, slash in product(queries, SCHEMES, ("www.", ""), ("/", ""))
    )
    return tuple(dict.fromkeys((given, *made)))

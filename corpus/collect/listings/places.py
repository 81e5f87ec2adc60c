"""The addresses in a listing, made absolute."""

import re
from urllib.parse import urldefrag, urljoin, urlsplit

LONGEST = 4_096  # characters
UNSEEN = re.compile(r"[\x00-\x1f\x7f]")  # browsers leave them out, wherever they stand
PLAIN = re.compile(r"https?://[a-z\d][a-z\d.-]*/[^\s#\x00-\x1f\x7f]*")


def absolute(base: str, place: str | None) -> str | None:
    """An address as seen from another, without its fragment; None where it is none of the web."""
    if not place or len(place) > LONGEST:
        return None
    if PLAIN.fullmatch(place) and "/." not in place:  # as most are, and quickly told
        return place
    place = UNSEEN.sub("", place).strip().replace(" ", "%20")
    try:
        address = urldefrag(urljoin(base, place)).url
        parts = urlsplit(address)
        is_web = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return None
    return address if is_web else None

"""What a saved page tells of where it was: by the comment of what saved it, or by its folders.

Sources: the Mark of the Web of browsers, and what HTTrack, SingleFile and monolith write.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import PurePath
from urllib.parse import quote

WITHIN = 1 << 14  # bytes: all of them write it near the top
LONGEST = 2_000  # characters of an address
_ADDRESS = r"(?P<address>https?://\S{1,2000}?)"
MARKS = (
    # <!-- saved from url=(0035)https://news.example.org/ferry.html -->
    re.compile(rf"<!--\s*saved from url=\(\d{{4,}}\){_ADDRESS}\s*-->", re.I),
    # Page saved with SingleFile url: … saved date: Sat Jun 22 2024 19:00:00 GMT+0300 (…)
    re.compile(
        rf"<!--\s*Page saved with SingleFile\s+url:\s*{_ADDRESS}\s+"
        r"(?:saved date:\s*(?P<date>\w{3} \w{3} \d\d \d{4} [\d:]{8} GMT[+-]\d{4}))?",
        re.I,
    ),
    # <!-- Mirrored from news.example.org/ferry.html by HTTrack Website Copier/3.x […], Sat, … -->
    re.compile(
        r"<!--\s*Mirrored from (?P<address>[^\s<>]{1,2000}) by HTTrack[^,<>]*,"
        r" (?P<date>[^<>]{10,40}?)\s*-->",
        re.I,
    ),
    # <!-- Saved from https://news.example.org/ferry.html at 2024-06-22T16:00:00Z using monolith …
    re.compile(rf"<!--\s*Saved from {_ADDRESS} at (?P<date>\S{{10,40}}) using monolith", re.I),
)
HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}", re.I)
NO_HOST = re.compile(r".*[._-](?:html?|files|old|bak|tmp|d|zip|gz|xz|warc|txt|json|csv)", re.I)
INDEX = frozenset({"index.html", "index.htm"})


@dataclass(frozen=True, slots=True)
class Saved:
    """Where a page was, and when it was saved, as far as that is told."""

    address: str | None = None
    at: datetime | None = None


def saved_from(body: bytes, name: str) -> Saved:
    """By the page's own comment, else by a mirror's folders: `news.example.org/2024/ferry.html`."""
    top = body[:WITHIN].decode("latin-1")
    for mark in MARKS:
        if found := mark.search(top):
            address = found["address"]
            told = found.groupdict().get("date")
            is_whole = address.lower().startswith(("http://", "https://"))
            return Saved(address if is_whole else f"https://{address}", _moment(told))
    return Saved(_by_folders(name))


def _by_folders(name: str) -> str | None:
    """wget names folders for the host and for each part of the path; the scheme is lost."""
    *folders, file = PurePath(name).parts or ("",)
    for place in reversed(range(len(folders))):
        host = folders[place]
        if HOST.fullmatch(host) and not NO_HOST.fullmatch(host):
            path = [*folders[place + 1 :], "" if file in INDEX else file]
            return f"https://{host.lower()}/" + "/".join(
                quote(part, safe="%?=&;,+~@!$'()*") for part in path
            )
    return None


def _moment(told: str | None) -> datetime | None:
    if told is None:
        return None
    for read in (_javascript, datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = read(told.strip())
        except ValueError:
            continue
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return None


def _javascript(told: str) -> datetime:
    return datetime.strptime(told, "%a %b %d %Y %H:%M:%S GMT%z")

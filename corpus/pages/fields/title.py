"""The headline of a page's article."""

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus.lines.characters import one_line
from corpus.names import fold
from corpus.pages.fields.head import Head
from corpus.pages.fields.json_ld import LinkedArticle
from corpus.pages.page import Found

SEPARATOR = re.compile(r"\s+[|–—•·»«:-]+\s+|\s*\|\s*")
LONGEST = 2_000  # characters of a headline
WORD = re.compile(r"\w+")
CUT_SHORT = re.compile(r"(?:…|\.\.\.)$")


def find_title(
    linked: LinkedArticle, head: Head, headings: Sequence[str], names: Sequence[str]
) -> Found | None:
    """What two of JSON-LD, `og:title` and `h1` agree on; where they do not, the first of these.

    `headings` are the texts of the page's `h1`. What the outlet is called, its `names`, is taken
    off.
    """
    names = [*names, *(found.value for found in head.meta("og:site_name"))]
    headings = [text for text in headings if not _is_outlet(text, names)]
    first = head.first("og:title", "twitter:title")
    given = [Found(linked.headline, "JSON-LD headline")] if linked.headline else []
    given = [_bare(one, names, headings) for one in (*given, *([first] if first else []))]
    by_title = [_bare(Found(head.title, "title"), names, headings)] if head.title else []
    printed = [Found(text, "h1") for text in headings]
    agreed = [one for one in printed if any(_same(one, other) for other in (*given, *by_title))]
    candidates = [*given, *agreed[:1]]
    for one in candidates:
        alike = [other for other in candidates if _same(one, other)]
        if len(alike) > 1:  # as it is printed: others may have it with other quotation marks
            return next((other for other in alike[::-1] if not other.value.isupper()), alike[-1])
    whole = [one for one in candidates if not CUT_SHORT.search(one.value)]
    alone = (
        printed if len(printed) == 1 and (not by_title or _akin(printed[0], by_title[0])) else []
    )
    return next(iter((*whole, *candidates, *alone, *by_title, *printed)), None)


def _bare(one: Found, names: Sequence[str], headings: Sequence[str]) -> Found:
    return Found(_without_outlet(one_line(one.value), names, headings), one.place)


def _same(one: Found, other: Found) -> bool:
    return _plain(one.value) == _plain(other.value)


def _akin(one: Found, other: Found) -> bool:
    """Whether two share most of their words."""
    ours, theirs = (set(_plain(found.value).split()) for found in (one, other))
    return 2 * len(ours & theirs) >= min(len(ours), len(theirs)) > 0


def _plain(text: str) -> str:
    return " ".join(WORD.findall(fold(text)))


def _is_outlet(text: str, names: Iterable[str]) -> bool:
    plain = _plain(text)
    return any(plain == _plain(name) for name in names)


def _without_outlet(title: str, names: Sequence[str], headings: Sequence[str]) -> str:
    """`Ferry is late | News | The Harbour Post` → `Ferry is late`."""
    if len(title) > LONGEST:
        return title
    plain = {_plain(heading) for heading in headings}
    parts = list(SEPARATOR.finditer(title))
    for part in parts:  # one side of it is what stands in the headline
        for side in (title[: part.start()], title[part.end() :]):
            if _plain(side) and _plain(side) in plain:
                return side.strip()
    for part in reversed(parts):
        if any(_names_outlet(title[part.end() :], name) for name in names):
            title = title[: part.start()].strip()
    return title


def parts_of(title: str) -> Iterator[str]:
    """What a page's title may have before what it is called, or behind: of some words."""
    for part in SEPARATOR.finditer(title[:LONGEST]):
        for side in (title[: part.start()], title[part.end() :]):
            if side.count(" ") > 1:
                yield side.strip()


def _names_outlet(text: str, name: str) -> bool:
    """`BBC` of `BBC News` is its name, too; so is `lrt.lt` of `LRT.lt`."""
    ours, theirs = _plain(name), _plain(text)
    if not ours or not theirs:
        return False
    return f"{theirs} ".startswith(f"{ours} ") or f"{ours} ".startswith(f"{theirs} ")

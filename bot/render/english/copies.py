"""Where else a story stands, in one line."""

from collections.abc import Sequence
from datetime import date, datetime

from bot.render.english.dates import OUTLETS, and_more, when
from bot.render.languages.speaking import Counted, number, say
from corpus.article import Article, instant
from corpus.names import label
from retrieval.answer import Copy, Quote

SEVERAL = 3  # outlets, from which on it is said how many there are, and who wrote it first
MOST = 5  # copies named
ORIGINS = Counted("{count} origin ({names})", "{count} origins ({names})")


def copies_line(quote: Quote) -> str | None:
    """`3 outlets, 1 origin (BNS). Also in: Rudna Post (Thu 28 Jan 2021), Vilkas (Fri 29 Jan 2021)`.

    What was printed before the article quoted comes first, as `Earlier in`. An outlet is named once
    a day, and not for the article's own day; None where no copy is left to name.
    """
    copies = _named(quote)
    earlier = [copy for copy in copies if _is_before(copy, quote.article)][:MOST]
    later = [copy for copy in copies if copy not in earlier]
    parts = [_origins(quote)]
    if earlier:
        parts.append(say("Earlier in: {places}", places=_places(earlier)))
    if later:
        shown = later[: MOST - len(earlier)]
        parts.append(_also_in(shown, len(later) - len(shown)))
    return ". ".join(filter(None, parts)) if copies else None


def _also_in(shown: Sequence[Copy], rest: int) -> str:
    if not shown:
        return say("Also in: {count} more", count=number(rest))
    return say("Also in: {places}", places=and_more(_places(shown), rest))


def _named(quote: Quote) -> list[Copy]:
    """Copies of other outlets or days, each once."""
    said = {(label(quote.article.source), quote.article.day)}
    named = []
    for copy in quote.copies:
        place = (label(copy.source), _day(copy))
        if place not in said:
            said.add(place)
            named.append(copy)
    return named


def _origins(quote: Quote) -> str:
    """How many outlets and who wrote it, where an agency is named."""
    told: list[Article | Copy] = [quote.article, *quote.copies]
    outlets = {label(one.source) for one in told}
    agencies = {label(one.agency): one.agency for one in told if one.agency}
    if len(outlets) < SEVERAL or not agencies:
        return ""
    origins = ORIGINS(len(agencies), names=", ".join(agencies.values()))
    return f"{OUTLETS(len(outlets))}, {origins}"


def _is_before(copy: Copy, article: Article) -> bool:
    """By the minute where both papers tell it, else by the day."""
    if isinstance(copy.published, datetime) and isinstance(article.published, datetime):
        return instant(copy.published) < instant(article.published)
    return _day(copy) < article.day


def _places(copies: Sequence[Copy]) -> str:
    return ", ".join(f"{copy.source} ({when(_day(copy))})" for copy in copies)


def _day(copy: Copy) -> date:
    published = copy.published
    return published.date() if isinstance(published, datetime) else published

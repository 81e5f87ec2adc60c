"""What is said where the archive is silent: what was searched, and where it has holes."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from bot.render.english.dates import counted, moment, when
from retrieval.answer import Searched

NO_GAPS = "No holes: no outlet lacks days on which it usually has articles."
MOST_TERMS = 6  # of which it is said in how many passages they stand
MOST_TERMS_SHORT = 3  # of them on a telephone, the rarest
MOST_GAPS = 3  # named


def searched_lines(searched: Searched) -> list[str]:
    """A line of what was searched for, and one of where; a third where days are missing."""
    return list(_lines(searched))


def short_searched_lines(searched: Searched) -> list[str]:
    """The same for a telephone: how many articles to which day, and the rarest words."""
    lines = []
    if searched.last:
        held = counted(searched.articles, "article")
        lines.append(f"Searched: {held}, to {_day(searched.last)}.")
    rarest = sorted(searched.passages, key=lambda term: term[1])[:MOST_TERMS_SHORT]
    if terms := _terms(rarest, searched.together):
        lines.append(terms)
    return [*lines, *_missing(searched)]


def _lines(searched: Searched) -> Iterator[str]:
    if searched.first and searched.last:
        held = f"{counted(searched.articles, 'article')} of {counted(searched.outlets, 'outlet')}"
        days = f"{_day(searched.first)} to {_day(searched.last)}"
        collected = f", last collected {moment(searched.collected)}" if searched.collected else ""
        terms = _terms(searched.passages[:MOST_TERMS], searched.together)
        yield f"{terms} Searched: {held}, {days}{collected}.".lstrip()
    yield from _missing(searched)


def _missing(searched: Searched) -> Iterator[str]:
    named = [
        f"{gap.source}, {when(gap.first)} to {when(gap.last)}" for gap in searched.gaps[:MOST_GAPS]
    ]
    rest = len(searched.gaps) - MOST_GAPS
    if named:
        more = f" and {rest:,} more" if rest > 0 else ""
        yield f"Missing here from the time asked for: {'; '.join(named)}{more}."


def _terms(passages: Sequence[tuple[str, int]], together: int) -> str:
    """`Passages with “ferry”: 12, “Aušra”: 0, all of them: 0.`"""
    parts = [f"“{word}”: {count:,}" for word, count in passages]
    if len(passages) > 1:
        parts.append(f"all of them: {together:,}")
    return f"Passages with {', '.join(parts)}." if parts else ""


def _day(published: datetime | date) -> str:
    return when(published.date() if isinstance(published, datetime) else published)

"""What is said where the archive is silent: what was searched, and where it has holes."""

from collections.abc import Iterator
from datetime import date, datetime

from bot.render.english.dates import counted, moment, when
from retrieval.answer import Searched

NO_GAPS = "No holes: no outlet lacks days on which it usually has articles."
MOST_TERMS = 6  # of which it is said in how many passages they stand
MOST_GAPS = 3  # named


def searched_lines(searched: Searched) -> list[str]:
    """A line of what was searched for, and one of where; a third where days are missing."""
    return list(_lines(searched))


def _lines(searched: Searched) -> Iterator[str]:
    if searched.first and searched.last:
        held = f"{counted(searched.articles, 'article')} of {counted(searched.outlets, 'outlet')}"
        days = f"{_day(searched.first)} to {_day(searched.last)}"
        collected = f", last collected {moment(searched.collected)}" if searched.collected else ""
        yield f"{_terms(searched)}Searched: {held}, {days}{collected}."
    named = [
        f"{gap.source}, {when(gap.first)} to {when(gap.last)}" for gap in searched.gaps[:MOST_GAPS]
    ]
    rest = len(searched.gaps) - MOST_GAPS
    if named:
        more = f" and {rest:,} more" if rest > 0 else ""
        yield f"Missing here from the time asked for: {'; '.join(named)}{more}."


def _terms(searched: Searched) -> str:
    """`Passages with “ferry”: 12, “Aušra”: 0, all of them: 0.`"""
    parts = [f"“{word}”: {count:,}" for word, count in searched.passages[:MOST_TERMS]]
    if len(searched.passages) > 1:
        parts.append(f"all of them: {searched.together:,}")
    return f"Passages with {', '.join(parts)}. " if parts else ""


def _day(published: datetime | date) -> str:
    return when(published.date() if isinstance(published, datetime) else published)

"""What is said where the archive is silent: what was searched, and where it has holes."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from bot.render.english.dates import and_more, articles_of_outlets, moment, quoted, span, when
from bot.render.languages.speaking import Counted, Wording, number, say
from corpus.archive.gaps import Gap
from retrieval.answer import Searched

NO_GAPS = Wording("No holes: no outlet lacks days on which it usually has articles.")
MOST_TERMS = 6  # of which it is said in how many passages they stand
MOST_TERMS_SHORT = 3  # of them on a telephone, the rarest
MOST_GAPS = 3  # named
SEARCHED = Counted("Searched: {count} article, to {day}.", "Searched: {count} articles, to {day}.")


def searched_lines(searched: Searched) -> list[str]:
    """A line of what was searched for, and one of where; a third where days are missing."""
    return list(_lines(searched))


def short_searched_lines(searched: Searched) -> list[str]:
    """The same for a telephone: how many articles to which day, and the rarest words."""
    lines = []
    if searched.last:
        lines.append(SEARCHED(searched.articles, day=_day(searched.last)))
    rarest = sorted(searched.passages, key=lambda term: term[1])[:MOST_TERMS_SHORT]
    if terms := _terms(rarest, searched.together):
        lines.append(terms)
    return [*lines, *_missing(searched)]


def _lines(searched: Searched) -> Iterator[str]:
    if searched.first and searched.last:
        held = articles_of_outlets(searched.articles, searched.outlets)
        days = say("{first} to {last}", first=_day(searched.first), last=_day(searched.last))
        if searched.collected:
            where = say(
                "Searched: {articles}, {days}, last collected {moment}.",
                articles=held,
                days=days,
                moment=moment(searched.collected),
            )
        else:
            where = say("Searched: {articles}, {days}.", articles=held, days=days)
        terms = _terms(searched.passages[:MOST_TERMS], searched.together)
        yield f"{terms} {where}".lstrip()
    yield from _missing(searched)


def _missing(searched: Searched) -> Iterator[str]:
    if named := gaps_named(searched.gaps, MOST_GAPS):
        yield say("Missing here from the time asked for: {gaps}.", gaps=named)


def gaps_named(gaps: Sequence[Gap], most: int) -> str:
    """`Baltic Post, Wed 1 May 2019 to Fri 3 May 2019; …`; empty where there are none."""
    named = [f"{gap.source}, {span(gap.first, gap.last)}" for gap in gaps[:most]]
    return and_more("; ".join(named), len(gaps) - most)


def _terms(passages: Sequence[tuple[str, int]], together: int) -> str:
    """`Passages with “ferry”: 12, “Aušra”: 0, all of them: 0.`"""
    parts = [f"{quoted(word)}: {number(count)}" for word, count in passages]
    if len(passages) > 1:
        parts.append(say("all of them: {count}", count=number(together)))
    return say("Passages with {words}.", words=", ".join(parts)) if parts else ""


def _day(published: datetime | date) -> str:
    return when(published.date() if isinstance(published, datetime) else published)

"""What the person should know of how the question was understood and searched."""

from collections.abc import Iterator, Sequence
from datetime import date

from retrieval.answer import Quote
from retrieval.question.question import Period, Question
from retrieval.ranking.features import days_outside
from retrieval.text.analyser import analyser

REPORTED_WITHIN = 7  # days: what is written so soon after a time is of that time


def notes(question: Question, phrases: Sequence[str], quotes: Sequence[Quote]) -> Iterator[str]:
    """How the search was widened or narrowed; `phrases`: those that every quote has."""
    for phrase in question.phrases if not phrases else ():
        yield f"No passage that fits has “{phrase}” as written; its words were searched for."
    if quotes and is_of_other_times(question, quotes):
        if question.period:
            yield f"Nothing from “{question.period.words}” fits better than these from other times."
        elif question.hint:
            newest = max(quote.article.day for quote in quotes)
            yield f"Nothing so new as “{question.hint.words}”: the newest of these is of {newest}."
    if not quotes and question.terms and (narrowed := _narrowed_to(question)):
        yield f"Only what is {narrowed} was searched."


def is_of_other_times(question: Question, quotes: Sequence[Quote]) -> bool:
    """Whether a time is asked for, or hinted at, and no quote is of it."""
    time = question.period or question.hint
    return time is not None and not any(_is_of(quote.article.day, time) for quote in quotes)


def names_the_time(question: Question, quote: Quote) -> bool:
    """Whether a quote has the very words for the time: "over the weekend", whichever it was."""
    time = question.period or question.hint
    words = set(analyser(question.language).terms(time.words if time else ""))
    return bool(words) and words.issubset(analyser(question.language).terms(quote.text))


def _is_of(day: date, time: Period) -> bool:
    """Papers write of a day in the days behind it."""
    is_before = time.since is not None and day < time.since
    return days_outside(day, time) <= (0 if is_before else REPORTED_WITHIN)


def _narrowed_to(question: Question) -> str:
    scope = question.scope
    conditions = {
        f"since {scope.since}": scope.since,
        f"until {scope.until}": scope.until,
        f"from {' or '.join(scope.sources)}": scope.sources,
        f"under a headline with “{' '.join(question.titles)}”": question.titles,
    }
    return " and ".join(words for words, is_set in conditions.items() if is_set)

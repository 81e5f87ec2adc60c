"""What the person should know of how the question was understood and searched."""

from collections.abc import Iterator, Sequence

from retrieval.answer import Quote
from retrieval.engine import Search
from retrieval.features import days_outside
from retrieval.question import Period, Question

REPORTED_WITHIN = 7  # days: what is written so soon after a time is of that time


def notes(question: Question, search: Search, quotes: Sequence[Quote]) -> Iterator[str]:
    """What the person should know of how the search was widened or narrowed."""
    for phrase in question.phrases if not search.phrases else ():
        yield f"No passage has “{phrase}” as written; its words were searched for."
    period = question.period
    if period and quotes and all(_is_of_another_time(quote, period) for quote in quotes):
        yield f"Nothing from “{period.words}” fits better than these from other times."
    if not quotes and (narrowed := _narrowed_to(question)):
        yield f"Only what is {narrowed} was searched."


def _is_of_another_time(quote: Quote, period: Period) -> bool:
    """Papers write of a day in the days behind it."""
    outside = days_outside(quote.article.day, period)
    is_before = period.since is not None and quote.article.day < period.since
    return outside > (0 if is_before else REPORTED_WITHIN)


def _narrowed_to(question: Question) -> str:
    scope = question.scope
    conditions = {
        f"since {scope.since}": scope.since,
        f"until {scope.until}": scope.until,
        f"from {' or '.join(scope.sources)}": scope.sources,
        f"under a headline with “{' '.join(question.titles)}”": question.titles,
    }
    return " and ".join(words for words, is_set in conditions.items() if is_set)

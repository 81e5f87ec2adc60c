"""Whether what is quoted is of the time asked for."""

import re
from collections.abc import Sequence
from datetime import date

from retrieval.answer import Quote
from retrieval.question.answers.answer_types import PERCENTAGE, Family
from retrieval.question.question import Period, Question
from retrieval.ranking.card import Card
from retrieval.ranking.features import days_outside, tells_of_period
from retrieval.text.analyser import analyser
from retrieval.text.languages.table import code_of

NUMBERED_YEAR = re.compile(r"\d{4}")
REPORTED_WITHIN = 7  # days: what is written so soon after a time is of that time


def is_timely(cards: Sequence[Card], question: Question) -> bool:
    """Whether the first quote is of the time stated, or one of them of that hinted at.

    A quote that names a month tells of that one. Where it names none, a figure from a month that
    is not over yet is hardly that month's, unless it is asked for once, as of "March 2021".
    """
    first, period = cards[0].quote, question.period
    if period is None:  # a hint such as "this week" is no bound
        return not is_of_other_times(cards, question) or _names_the_time(cards[0], question)
    if (told := _told(first, period)) is not None:
        return told
    if _asks_a_rate(question, period) and first.article.day <= (period.until or date.max):
        return False
    return _is_of(first, period) or _names_the_time(cards[0], question)


def _asks_a_rate(question: Question, period: Period) -> bool:
    """Whether it asks for a figure of a month that is over, as there is one each month."""
    kind = question.answer_type
    if kind is None or not period.is_unit or (period.until or date.max) >= question.asked_on:
        return False
    is_of_each = kind is PERCENTAGE or not NUMBERED_YEAR.search(period.words)
    return is_of_each and kind.family is Family.FIGURE


def is_of_other_times(cards: Sequence[Card], question: Question) -> bool:
    """Whether a time is asked for, or hinted at, and no quote is of it."""
    time = question.time
    return time is not None and not any(_is_of(card.quote, time) for card in cards)


def _names_the_time(card: Card, question: Question) -> bool:
    """Whether a quote has the very words for the time: "over the weekend", whichever it was."""
    analysis = question.analysis(code_of(card.quote.article.language))
    words = analysis.time if question.time else frozenset()
    return bool(words) and words.issubset(analyser(analysis.language).terms(card.quote.text))


def _is_of(quote: Quote, time: Period) -> bool:
    """By the month that it names, or its day. Papers write of a day in the days behind it."""
    told = _told(quote, time)
    if told is not None:
        return told
    day = quote.article.day
    is_before = time.since is not None and day < time.since
    return days_outside(day, time) <= (0 if is_before else REPORTED_WITHIN)


def _told(quote: Quote, time: Period) -> bool | None:
    return tells_of_period((quote.text, quote.article.title), quote.article.day, time)

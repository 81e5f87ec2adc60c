"""How far the archive answers: what is about the question, and what the answer is called."""

import re
from collections.abc import Sequence
from datetime import date
from math import exp
from operator import mul

from retrieval.answer import Quote, Strength
from retrieval.question.answers.answer_types import (
    PERCENTAGE,
    SPEECH,
    AnswerType,
    Family,
    answers_in,
)
from retrieval.question.kinds.kind import Kind
from retrieval.question.question import Period, Question
from retrieval.ranking.card import Card
from retrieval.ranking.features import (
    Features,
    days_outside,
    is_in_period,
    tells_of_period,
)
from retrieval.ranking.stages import Ranked
from retrieval.text.analyser import analyser
from retrieval.text.languages.table import code_of

STRONG = 0.45  # of confidence: seven in ten of those quotes answer
WEAK = 0.08  # of relevance: when no passage reaches it, there is no answer at all
DOUBT, RELEVANT_TO_TALK = 1.6, 0.9  # of relevance: for each of the chance of talk, and at most
RELEVANT = 0.8  # of relevance: of a time asked for such passages come alone
WHOLE = 0.999  # of the question's information
NUMBERED_YEAR = re.compile(r"\d{4}")
REPORTED_WITHIN = 7  # days: what is written so soon after a time is of that time
# Of `held`, learned by tests/benchmarks/learn_confidence.py; the last one is constant.
RELEVANCE = (2.31, 4.14, 2.50, 2.12, -7.27)


def relevance(features: Features) -> float:
    """How far a passage is about the question, 0 to 1, whether or not it answers.

    A logistic regression on questions of which archives of several sizes lacked half.
    """
    return 1 / (1 + exp(-sum(map(mul, RELEVANCE, (*held(features), 1.0)))))


def held(features: Features) -> tuple[float, ...]:
    """The shares of the question's information in a passage, in one sentence, and word for word.

    And how much information that is: of a single common word all may match and tell little.
    """
    return features.coverage, features.sentence, features.verbatim, features.held


def has_an_answer(ranked: Sequence[Ranked], question: Question, of_type: float = 0.0) -> bool:
    """Whether any of these passages may answer, or is at least about it: all of it, perhaps, by its
    headline only, or but for the kind of answer asked for, which is `of_type` of the information.

    The sooner the question is talk, the more a passage must be about it.
    """
    whole, least = WHOLE - of_type, max(WEAK, min(DOUBT * question.talk, RELEVANT_TO_TALK))
    return any(relevance(one.features) >= least or one.features.coverage >= whole for one in ranked)


def of_the_time(ranked: Sequence[Ranked], question: Question) -> Sequence[Ranked]:
    """Only what is of the time asked for, if it answers, and nothing of other times better."""

    def best(passages: Sequence[Ranked]) -> float:
        return max((relevance(one.features) for one in passages), default=0.0)

    inside = [one for one in ranked if is_in_period(one.features, question)]
    others = [one for one in ranked if not is_in_period(one.features, question)]
    return inside if best(inside) >= max(RELEVANT, best(others)) else ranked


def strength(cards: Sequence[Card], question: Question, *, is_exact: bool) -> Strength:
    """`strong` only where the first quote has the phrases, is of the time that is stated, and has a
    number for "how many", and for "what did he say" what he says.

    A claim is never `strong`, nor is what asks for yes or no: of either a retelling has all words.
    Nor is what may be no question to an archive.
    `is_exact`: the quotes have the question's phrases as written.
    """
    if not cards:
        return Strength.NONE
    if question.kind is Kind.CLAIM or question.is_yes_or_no:  # no words tell whether it is so
        return Strength.WEAK
    if question.is_perhaps_talk:
        return Strength.WEAK
    kind = question.answer_type
    is_typed = kind is None or not kind.is_in_text or _has(cards[0], kind, question)
    is_timely = _is_timely(cards, question)
    is_told = is_typed and not _lacks_something_named(cards[0], question)
    is_strong = cards[0].confidence >= STRONG and is_told and is_exact and is_timely
    return Strength.STRONG if is_strong else Strength.WEAK


def _has(card: Card, kind: AnswerType, question: Question) -> bool:
    """Whether a quote has that kind of answer; what an outlet or agency says is all of its text."""
    article = card.quote.article
    language = code_of(article.language)
    terms = analyser(language).terms
    known = frozenset(terms(question.text))
    if kind is SPEECH:
        named = (frozenset(terms(name or "")) for name in (article.source, article.agency))
        if any(name and name <= known for name in named):
            return True
    return any(answers_in(kind, card.quote.text, known, language=language))


def _lacks_something_named(card: Card, question: Question) -> bool:
    """Whether a figure or a name of words that ask for nothing, as a headline, stands neither in
    the quote nor in its headline, nor names its outlet.

    Of what asks for a name or a reason it is but a circumstance.

    Of words with capitals those are names that stand behind the first one, if most have none.
    """
    if question.answer_type is not None:
        return False
    article = card.quote.article
    analysis = question.analysis(code_of(article.language))
    analyse = analyser(analysis.language)
    words, terms = analyse.words(question.text)
    capitals = [word[0].isupper() for word in words]
    are_names = 2 * sum(capitals) < len(words)
    named = {
        term
        for place, (word, term) in enumerate(zip(words, terms, strict=True))
        if word[0].isdigit() or (are_names and place and capitals[place] and term)
    }
    told = (card.quote.text, article.title, article.source, article.agency or "")
    printed = {term for text in told for term in analyse.terms(text)}
    return not named - analysis.time <= printed | {str(article.day.year)}


def _is_timely(cards: Sequence[Card], question: Question) -> bool:
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

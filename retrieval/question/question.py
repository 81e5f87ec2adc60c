"""What was asked: text → `Question`."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from retrieval.question.answer_types import AnswerType, answer_type_of
from retrieval.question.operators import Operators, read_operators
from retrieval.question.times.expressions import Time, find_time, printed
from retrieval.text.analyser import analyser

ADDRESS = re.compile(r"\b(?:https?://|www\.)\S+", re.I)  # stands beside a claim, is no part of it
MAX_TERMS = 48  # a longer text is searched for by its first different terms


@dataclass(frozen=True, slots=True)
class Scope:
    """Where to look: days included, in the paper's own zone; outlets or agencies as labels."""

    since: date | None = None
    until: date | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day, both included, either may be None; `words` are those of the question."""

    since: date | None
    until: date | None
    words: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question as understood.

    `text` is what the person wrote. `terms` are the index terms searched for, in the order of
    their first mention, at most `MAX_TERMS`. `phrases`, `excluded` and `titles` are as written: a
    passage must hold every phrase and none of the excluded words, and its headline every word of
    `titles`. `scope` is where to look; `period` a time that the question's words name, which is
    preferred: what a paper prints of "last March" it may print in any month; `hint` a time that
    they only hint at ("this week"). `essential` are the terms that do not only name a time: what
    an answer must hold.
    `mistakes` are lines for the person about operators that could not be read.
    """

    text: str
    asked_at: datetime
    terms: tuple[str, ...] = ()
    essential: frozenset[str] = frozenset()
    phrases: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    scope: Scope = Scope()
    period: Period | None = None
    hint: Period | None = None
    answer_type: AnswerType | None = None
    language: str = "en"
    mistakes: tuple[str, ...] = ()

    @property
    def asked_on(self) -> date:
        """The day of the question, in the zone of whoever asked."""
        return self.asked_at.date()


def understand(
    text: str, asked_at: datetime, *, scope: Scope | None = None, language: str = "en"
) -> Question:
    """Read a question. Never fails: what has no searchable word has no terms.

    Days named in `scope` count before operators, and both before words such as "last March".
    """
    terms = analyser(language).terms
    read = read_operators(ADDRESS.sub(" ", text))
    time = find_time(read.text, asked_at, language=language)
    answer_type = answer_type_of(read.text)
    searched = answer_type.question.sub(" ", read.text) if answer_type else read.text
    given = _given(scope or Scope(), read)
    words = read.text[time.start : time.end] if time else ""
    if any(words in phrase for phrase in read.phrases):  # to be found as written
        time, words = None, ""
    timeless = searched.replace(words, " ") if words else searched
    if words:  # of "two years ago" nothing is printed, of "in May 2021" perhaps the month
        searched = searched.replace(words, f" {printed(words, language)} ")
    return Question(
        text=text,
        asked_at=asked_at,
        terms=tuple(dict.fromkeys(terms(" ".join((searched, *read.titles)))))[:MAX_TERMS],
        essential=frozenset(terms(" ".join((timeless, *read.titles)))),
        phrases=read.phrases,
        excluded=tuple(word for word in read.excluded if terms(word)),
        titles=tuple(title for title in read.titles if terms(title)),
        scope=given,
        period=None if given.since or given.until else _period(words, time),
        hint=None if given.since or given.until else _hint(words, time, asked_at.date()),
        answer_type=answer_type,
        language=language,
        mistakes=read.mistakes,
    )


def _given(scope: Scope, read: Operators) -> Scope:
    """What options say, and where they say nothing, operators."""
    return Scope(
        since=scope.since or read.since,
        until=scope.until or read.until,
        sources=scope.sources + read.sources,
    )


def _period(words: str, time: Time | None) -> Period | None:
    """The time that is stated outright."""
    return Period(time.since, time.until, words) if time and time.is_stated else None


def _hint(words: str, time: Time | None, today: date) -> Period | None:
    """What "this week" asks for: fresh news, if there is any."""
    is_hint = time is not None and not time.is_stated and time.until == today
    return Period(time.since, today, words) if time and is_hint else None

"""What was asked: text → `Question`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from retrieval.notes import Correction, Note
from retrieval.question.analysis import MAX_TERMS, Analysis, Words, union
from retrieval.question.answer_types import AnswerType, answer_type_of
from retrieval.question.operators import Operators, read_operators
from retrieval.question.times.expressions import Time, find_time, printed

__all__ = ["MAX_TERMS", "Period", "Question", "Scope", "understand"]

ADDRESS = re.compile(r"\b(?:https?://|www\.)\S+", re.I)  # stands beside a claim, is no part of it
ASKED_IN = "en"  # the language in which times and kinds of answers are named


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
    """A question as understood, analysed once in each language that it is asked of.

    `text` is what the person wrote. `phrases`, `excluded` and `titles` are as written: a passage
    must hold every phrase and none of the excluded words, and its headline every word of `titles`.
    `scope` is where to look; `period` a time that the question's words name, which is preferred:
    what a paper prints of "last March" it may print in any month; `hint` a time that they only
    hint at ("this week"). `analyses`: one a language, never none, the language of most articles
    first. `notes`: operators that could not be read, words that were corrected.
    """

    text: str
    asked_at: datetime
    analyses: tuple[Analysis, ...]
    phrases: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    scope: Scope = Scope()
    period: Period | None = None
    hint: Period | None = None
    answer_type: AnswerType | None = None
    notes: tuple[Note, ...] = ()

    @property
    def asked_on(self) -> date:
        """The day of the question, in the zone of whoever asked."""
        return self.asked_at.date()

    @property
    def terms(self) -> tuple[str, ...]:
        """The terms of all languages; none where nothing in the question can be searched for."""
        return union([analysis.terms for analysis in self.analyses])

    @property
    def time(self) -> Period | None:
        """The time asked for, stated or hinted at."""
        return self.period or self.hint

    @property
    def corrections(self) -> tuple[Correction, ...]:
        return tuple(note for note in self.notes if isinstance(note, Correction))

    def analysis(self, language: str) -> Analysis:
        """That in a language; the first where there is none."""
        found = (one for one in self.analyses if one.language == language)
        return next(found, self.analyses[0])


def understand(
    text: str,
    asked_at: datetime,
    *,
    scope: Scope | None = None,
    languages: Sequence[str] = (ASKED_IN,),
) -> Question:
    """Read a question. Never fails: what has no searchable word has no terms.

    `languages` are those of the archive, by code. Days named in `scope` count before operators,
    and both before words such as "last March".
    """
    read = read_operators(ADDRESS.sub(" ", text))
    time = find_time(read.text, asked_at, language=ASKED_IN)
    if time and any(read.text[time.start : time.end] in phrase for phrase in read.phrases):
        time = None  # to be found as written
    answer_type = answer_type_of(read.text)
    words = _words(text, read, time, answer_type)
    analyses = tuple(Analysis.of(words, language) for language in languages or (ASKED_IN,))
    given = _given(scope or Scope(), read)
    is_given = bool(given.since or given.until)
    return Question(
        text=text,
        asked_at=asked_at,
        analyses=analyses,
        phrases=read.phrases,
        excluded=tuple(word for word in read.excluded if _has_terms(word, analyses)),
        titles=tuple(title for title in read.titles if _has_terms(title, analyses)),
        scope=given,
        period=None if is_given else _period(words.time, time),
        hint=None if is_given else _hint(words.time, time, asked_at.date()),
        answer_type=answer_type,
        notes=read.notes,
    )


def _words(text: str, read: Operators, time: Time | None, answer_type: AnswerType | None) -> Words:
    """The words that ask for a kind of answer are not searched for.

    Nor are those for a time: of "two years ago" nothing is printed, of "in May 2021" perhaps the
    month.
    """
    asked = answer_type.question.sub(" ", read.text) if answer_type else read.text
    named = read.text[time.start : time.end] if time else ""
    return Words(
        all=text,
        searched=asked.replace(named, f" {printed(named, ASKED_IN)} ") if named else asked,
        timeless=asked.replace(named, " ") if named else asked,
        time=named,
        phrases=read.phrases,
        excluded=read.excluded,
        titles=read.titles,
    )


def _has_terms(word: str, analyses: Sequence[Analysis]) -> bool:
    return any(analysis.analyser.terms(word) for analysis in analyses)


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

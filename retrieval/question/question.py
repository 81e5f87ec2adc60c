"""A question as understood: values only. `understand.py` makes them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import pairwise

from retrieval.notes import Correction, Note
from retrieval.question.answer_types import AnswerType
from retrieval.question.kinds import Kind


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
class Analysis:
    """One language's reading of a question.

    `terms` are searched for, in the order of their first mention, at most `MAX_TERMS`.
    `essential` are those that do not only name a time: what an answer must hold; `time` the terms
    of the words for a time. `phrases` are runs of terms. `title` are terms that the headline must
    hold. `written` gives the last word of the question that has a term; `spellings` are all its
    words, with the spellings of one name made one.
    """

    language: str
    terms: tuple[str, ...]
    essential: frozenset[str]
    time: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]
    excluded: tuple[str, ...]
    title: frozenset[str]
    written: Mapping[str, str]
    spellings: frozenset[str]

    @property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Neighbouring terms."""
        return frozenset(pairwise(self.terms))

    def corrected(self, term: str, instead: str) -> "Analysis":
        """The same, with another term in one's place."""
        essential = self.essential - {term} | ({instead} if term in self.essential else set())
        terms = tuple(instead if one == term else one for one in self.terms)
        return replace(self, terms=tuple(dict.fromkeys(terms)), essential=essential)


@dataclass(frozen=True, slots=True)
class Question:
    """A question as understood, analysed once in each language that it is asked of.

    `text` is what the person wrote. `phrases`, `excluded` and `titles` are as written: a passage
    must hold every phrase and none of the excluded words, and its headline every word of `titles`.
    `scope` is where to look; `period` a time that the question's words name, which is preferred:
    what a paper prints of "last March" it may print in any month; `hint` a time that they only
    hint at ("this week"). `analyses`: one a language, never none, the language of most articles
    first. `is_yes_or_no`: it asks whether something is so. `links`: addresses in the text. `notes`:
    operators that could not be read, words that were corrected.
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
    kind: Kind = Kind.QUESTION
    is_yes_or_no: bool = False
    links: tuple[str, ...] = ()
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


def union(runs: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Every term once, in the order of its first mention."""
    return tuple(dict.fromkeys(term for run in runs for term in run))

"""A question as understood: values only. `understand.py` makes them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import pairwise

from msgspec import Struct

from corpus.names import label
from retrieval.notes import Correction, Note, UnclearDay, UnknownWords
from retrieval.question.answers.answer_types import AnswerType
from retrieval.question.kinds import Kind
from retrieval.question.news import asks_for_the_news, names_nothing
from retrieval.question.times.reference import Days
from retrieval.question.times.told import REPORTED, unit_of


@dataclass(frozen=True, slots=True)
class Scope:
    """Where to look: days included, in the paper's own zone; outlets or agencies by their names.

    `sources` are alternatives, none is any; what is of one of `without` is left out.
    """

    since: date | None = None
    until: date | None = None
    sources: tuple[str, ...] = ()
    without: tuple[str, ...] = ()

    def admits(self, *names: str | None) -> bool:
        """Whether what has these names, of its outlet and of its agency, is looked at."""
        labels = {label(name) for name in names if name}
        is_wanted = not self.sources or not labels.isdisjoint(map(label, self.sources))
        return is_wanted and labels.isdisjoint(map(label, self.without))


class Period(Struct, frozen=True):
    """First and last day, both included, either may be None; `words` are those of the question."""

    since: date | None
    until: date | None
    words: str

    @property
    def days(self) -> Days:
        return Days(self.since, self.until)

    @property
    def is_unit(self) -> bool:
        """Whether it is a whole month, quarter or year, which a text may name."""
        return unit_of(self.days) is not None

    @property
    def reported_until(self) -> date | None:
        """The last day on which figures of that time are published, if it is such a unit."""
        unit = unit_of(self.days)
        if unit is None or self.until is None or (date.max - self.until).days <= REPORTED[unit]:
            return self.until
        return self.until + timedelta(REPORTED[unit])


@dataclass(frozen=True, slots=True)
class Analysis:
    """One language's reading of a question.

    `terms` are searched for, in the order of their first mention, at most `MAX_TERMS`.
    `essential` are those that do not only name a time: what an answer must hold; `time` the terms
    of the words for a time. `phrases` are runs of terms. `title` are terms that the headline must
    hold. `written` gives the last word of the question that has a term, or a word
    that it was corrected to; `spellings` are all its
    words, with the spellings of one name made one. `names` are terms asked for as names.
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
    names: frozenset[str] = frozenset()

    @property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Neighbouring terms."""
        return frozenset(pairwise(self.terms))

    def corrected(self, term: str, instead: str, word: str) -> "Analysis":
        """The same, with another term in one's place; `word` has it."""
        essential = self.essential - {term} | ({instead} if term in self.essential else set())
        terms = tuple(instead if one == term else one for one in self.terms)
        written = {instead: word, **self.written}
        terms = tuple(dict.fromkeys(terms))
        return replace(self, terms=terms, essential=essential, written=written)

    def or_else(self, term: str, other: str, word: str) -> "Analysis":
        """The same, searching for another term beside one, which is not needed any more."""
        corrected = self.corrected(term, other, word)
        return replace(corrected, terms=tuple(dict.fromkeys((*self.terms, other))))

    def without(self, terms: Collection[str]) -> "Analysis":
        """The same, some terms left out."""
        return replace(
            self,
            terms=tuple(term for term in self.terms if term not in terms),
            essential=self.essential.difference(terms),
        )

    def about(self, other: "Analysis") -> "Analysis":
        """The same about what another question of that language looks for."""
        return replace(
            self,
            terms=union([self.terms, other.terms]),
            essential=self.essential | other.essential,
            written={**other.written, **self.written},
            spellings=self.spellings | other.spellings,
            names=self.names | other.names,
        )


@dataclass(frozen=True, slots=True)
class Question:
    """A question as understood, analysed once in each language that it is asked of.

    `text` is what the person wrote. `phrases`, `excluded` and `titles` are as written: a passage
    must hold every phrase and none of the excluded words, and its headline every word of `titles`.
    `scope` is where to look; `period` a time that the question's words name, which is preferred:
    what a paper prints of "last March" it may print in any month; `hint` a time that they only
    hint at ("this week"). `analyses`: one a language, never none, the language of most articles
    first. `is_yes_or_no`: it asks whether something is so. `talk`: the chance, by
    its words alone, that people say it to each other and mean no archive, 0 where it is small.
    `links`: addresses in the text; `articles`: versions (`seq`) of which no more than these is
    asked, how they begin. `notes`: operators that could not be read, words that were corrected.
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
    talk: float = 0.0
    links: tuple[str, ...] = ()
    articles: tuple[int, ...] = ()
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
    def asks_for_news(self) -> bool:
        """Whether all that is asked for is what was printed in some time, or by some outlet."""
        if (
            self.phrases
            or self.titles
            or not all(names_nothing(one.essential) for one in self.analyses)
        ):
            return False
        time = self.time
        if time is None and any(asks_for_the_news(one.essential) for one in self.analyses):
            return True
        return self.scope != Scope() or (time is not None and time.since is not None)

    @property
    def corrections(self) -> tuple[Correction, ...]:
        return tuple(note for note in self.notes if isinstance(note, Correction))

    @property
    def is_partly_unread(self) -> bool:
        """Whether words were left out: the archive does not have them, or a day is unclear."""
        return any(isinstance(note, UnknownWords | UnclearDay) for note in self.notes)

    def about(self, before: "Question") -> "Question":
        """The same question about what an earlier one names; its time too, if this has none."""
        return replace(
            self,
            analyses=tuple(one.about(before.analysis(one.language)) for one in self.analyses),
            period=self.period or before.period,
            hint=self.hint or before.hint,
            kind=Kind.QUESTION if self.kind is Kind.CHATTER else self.kind,
        )

    def with_phrase(self, place: int) -> "Question":
        """The same with only one of its phrases."""
        return replace(
            self,
            phrases=self.phrases[place : place + 1],
            analyses=tuple(
                replace(one, phrases=one.phrases[place : place + 1]) for one in self.analyses
            ),
        )

    def without_names(self) -> "Question":
        """The same in which no word is asked for as a name."""
        analyses = tuple(replace(one, names=frozenset()) for one in self.analyses)
        return replace(self, analyses=analyses)

    @property
    def is_all_phrases(self) -> bool:
        """Whether nothing is asked for beside phrases."""
        first = self.analyses[0]
        return bool(self.phrases) and set(first.terms) <= set(union(first.phrases))

    def analysis(self, language: str) -> Analysis:
        """That in a language; the first where there is none."""
        found = (one for one in self.analyses if one.language == language)
        return next(found, self.analyses[0])


def union(runs: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Every term once, in the order of its first mention."""
    return tuple(dict.fromkeys(term for run in runs for term in run))

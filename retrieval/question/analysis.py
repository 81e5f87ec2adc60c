"""A question as the terms of one language: what an article in that language is held against."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Self

from retrieval.text.analyser import Analyser, analyser

MAX_TERMS = 48  # a longer text is searched for by its first different terms


@dataclass(frozen=True, slots=True)
class Words:
    """The parts of a question, as written.

    `all`: the whole question; `searched`: what is looked for; `timeless`: the same without the
    words that only name a time, which are `time`.
    """

    all: str
    searched: str
    timeless: str
    time: str = ""
    phrases: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()


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

    @classmethod
    def of(cls, words: Words, language: str) -> Self:
        analyse = analyser(language)
        terms = analyse.terms
        written = [
            (span.term, words.all[span.start : span.end]) for span in analyse.spans(words.all)
        ]
        return cls(
            language=language,
            terms=tuple(dict.fromkeys(terms(" ".join((words.searched, *words.titles)))))[
                :MAX_TERMS
            ],
            essential=frozenset(terms(" ".join((words.timeless, *words.titles)))),
            time=frozenset(terms(words.time)),
            phrases=tuple(tuple(terms(phrase)) for phrase in words.phrases),
            excluded=tuple(term for word in words.excluded for term in terms(word)),
            title=frozenset(terms(" ".join(words.titles))),
            written=dict(written),
            spellings=frozenset(analyse.spelling(word) for _, word in written),
        )

    @property
    def analyser(self) -> Analyser:
        return analyser(self.language)

    @property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Neighbouring terms."""
        return frozenset(pairwise(self.terms))

    def corrected(self, term: str, instead: str) -> "Analysis":
        """The same, with another term in one's place."""
        essential = self.essential - {term} | ({instead} if term in self.essential else set())
        terms = tuple(instead if one == term else one for one in self.terms)
        return replace(self, terms=tuple(dict.fromkeys(terms)), essential=essential)


def union(runs: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Every term once, in the order of its first mention."""
    return tuple(dict.fromkeys(term for run in runs for term in run))

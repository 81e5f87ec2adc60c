"""What the words of a question tell, in one language: the measure that passages are held against.

Every passage is measured by the analysis of its own language.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from itertools import chain
from math import fsum, log
from typing import Self

from corpus.article import place_of
from retrieval.engines.engine import Found
from retrieval.question.answers.answer_types import COUNTED_NOUN, Family
from retrieval.question.question import Analysis, Question
from retrieval.ranking.related import related_terms
from retrieval.text.analyser import analyser
from retrieval.text.outlet_names import named
from retrieval.text.reading import Sentence, read_headline
from retrieval.text.word_frequency import share_of_passages

PRIOR_PASSAGES = 10_000  # see `information`
SPAN_DAYS = 3650  # of an archive; see `information_of_time`
# Kinds of answers that count as one more term of the question; most texts have some name.
COUNTED = frozenset({Family.FIGURE, Family.TIME})


def information(found: Found, analysis: Analysis) -> dict[str, float]:
    """What each term of the question tells: its idf, highest for a term that no passage has.

    Beside the archive's own passages `PRIOR_PASSAGES` more are counted, which have each word as
    often as the language does: in a small archive common words would tell too much (Dirichlet
    prior: Zhai and Lafferty, A study of smoothing methods for language models, 2001).
    """
    passages = found.passages + PRIOR_PASSAGES
    return {
        term: _idf(
            passages,
            found.frequencies.get(term, 0)
            + PRIOR_PASSAGES * share_of_passages(analysis.written.get(term, ""), analysis.language),
        )
        for term in analysis.terms
    }


def _idf(total: float, holding: float) -> float:
    return log(1 + (total - holding + 0.5) / (holding + 0.5))


def information_of_time(question: Question, analysis: Analysis) -> float:
    """What a time asked for tells, in nats, of an archive of `SPAN_DAYS` as of any other term."""
    period = question.period
    if period is None or not analysis.essential:
        return 0.0
    since = period.since or question.asked_on - timedelta(SPAN_DAYS)
    until = min(period.until or question.asked_on, question.asked_on)
    return max(0.0, log(SPAN_DAYS / max(1, (until - since).days + 1)))


@dataclass(frozen=True)
class Evidence:
    """`weights`: information by term, in nats; `needed`: that of an answer, on top of which words
    that name a time come.

    `shares`: the parts of the information needed that the essential terms are; `of_type` the part
    of the kind of answer asked for, `of_time` that of the time. `time`: terms that only name a
    time; where there are no others, they are asked for by themselves.
    """

    question: Question
    analysis: Analysis
    weights: Mapping[str, float]
    needed: float
    shares: Mapping[str, float]
    of_type: float
    of_time: float
    time: frozenset[str]

    @classmethod
    def of(cls, question: Question, analysis: Analysis, found: Found) -> Self:
        weights = information(found, analysis)
        essential = analysis.essential.intersection(weights)
        needed = sum(weight for term, weight in weights.items() if term in essential)
        needed = needed or sum(weights.values()) or 1.0
        kind = question.answer_type
        of_type = -log(kind.share) if kind and kind.family in COUNTED else 0.0
        total = needed + of_type
        return cls(
            question=question,
            analysis=analysis,
            weights=weights,
            needed=needed,
            shares={term: weights[term] / total for term in essential or weights},
            of_type=of_type / total,
            of_time=information_of_time(question, analysis) / total,
            time=frozenset(weights) - analysis.essential
            | (analysis.time if question.period else frozenset()),
        )

    @cached_property
    def terms(self) -> frozenset[str]:
        """The terms of `shares`."""
        return frozenset(self.shares)

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """The question's neighbouring terms."""
        return self.analysis.pairs

    @cached_property
    def known(self) -> frozenset[str]:
        """All terms of the question, searched for or not: what is no news to whoever asks."""
        terms = analyser(self.analysis.language).terms(self.question.text)
        return frozenset((*terms, *self.analysis.terms))

    @cached_property
    def related(self) -> Mapping[str, frozenset[str]]:
        """Of the terms of `shares` those that may be told in other words, with these."""
        others = related_terms(self.analysis.language)
        return {term: others[term] for term in self.terms & others.keys()}

    @cached_property
    def unit(self) -> frozenset[str]:
        """The terms of what "how many" counts."""
        match = COUNTED_NOUN.search(self.question.text)
        terms = analyser(self.analysis.language).terms
        return frozenset(terms(match[1])) if match else frozenset()

    @cached_property
    def _titles(self) -> dict[str, frozenset[str]]:
        return {}

    @cached_property
    def _outlets(self) -> dict[tuple[str, str | None], frozenset[str]]:
        return {}

    def in_title(self, title: str) -> frozenset[str]:
        """The terms of `shares` in a headline; of each headline they are found once."""
        held = self._titles.get(title)
        if held is None:
            words, terms = read_headline(title, self.analysis.language)
            held = self._titles[title] = self.held_by(words, terms)
        return held

    def named_in(self, source: str, agency: str | None) -> frozenset[str]:
        """The terms of `shares` that an outlet and an agency say, where the question names them."""
        held = self._outlets.get((source, agency))
        if held is None:
            terms = analyser(self.analysis.language).terms
            names = [*named(source, self.question.text), *named(agency or "", self.question.text)]
            held = self.terms.intersection(term for name in names for term in terms(name))
            self._outlets[source, agency] = held
        return held

    @cached_property
    def names(self) -> frozenset[str]:
        """The terms of `shares` that are asked for as names."""
        return self.terms & self.analysis.names

    def misnamed_in(self, told: Sequence[Sentence]) -> frozenset[str]:
        """Names that these sentences have, but none as such."""
        if not self.names:
            return self.names
        there = self.names.intersection(chain.from_iterable(one.terms for one in told))
        held = (self.held_by(one.words, one.terms) for one in told) if there else ()
        return there.difference(*held)

    def held_by(self, words: Sequence[str], terms: Sequence[str]) -> frozenset[str]:
        """The terms of `shares` that a text has; of names none that is but a word in it."""
        held = self.terms.intersection(terms)
        if doubted := self.names & held:
            held -= {term for term in doubted if self._is_word(term, words, terms)}
        return held

    def _is_word(self, term: str, words: Sequence[str], terms: Sequence[str]) -> bool:
        """Whether a name is none in a text: beside small letters a longer name is made of the word,
        and so it is of a plural.

        `the turkey from the National Turkey Federation`
        """
        places = [place for place, one in enumerate(terms) if one == term]
        named = [place for place in places if words[place][0].isupper()]
        is_word_too = len(named) < len(places)
        name = self.analysis.written[term].lower()
        return all(
            (is_word_too or words[place].lower() == f"{name}s") and _is_in_longer_name(place, words)
            for place in named
        )

    def share_of(self, terms: frozenset[str] | set[str]) -> float:
        """Exact, so that the order of a set does not matter."""
        return fsum(map(self.shares.__getitem__, terms))

    def type_in(self, text: str, start: int, end: int) -> float:
        """`of_type` where this part of a text has that kind of answer, else 0."""
        kind = self.question.answer_type if self.of_type else None
        return self.of_type if kind and kind.answer.search(text, start, end) else 0.0

    def with_time(self, share: float, held: float) -> float:
        """A share of the question's other information, with the time asked for as one more term."""
        return (share + self.of_time * held) / (1 + self.of_time)


def _is_in_longer_name(place: int, words: Sequence[str]) -> bool:
    """Whether a word beside it has a capital too."""
    return any(
        word[0].isupper()
        for word in (*words[max(place - 1, 0) : place], *words[place + 1 : place + 2])
    )


class Evidences:
    """A question's evidence in every language that it was analysed in.

    `passages`: how many the archive has; `days`: when the versions (`seq`) that were found were
    published.
    """

    def __init__(self, question: Question, found: Found) -> None:
        self.question = question
        self.passages = found.passages
        self.days = {place_of(hit.number)[0]: hit.day for hit in found.hits}
        self._by_language = {
            analysis.language: Evidence.of(question, analysis, found)
            for analysis in question.analyses
        }
        self.main = min(self._by_language.values(), key=lambda one: _unknown(one, found))

    def of(self, language: str) -> Evidence:
        """That of a language; the main one where there is none."""
        return self._by_language.get(language, self.main)


def _unknown(evidence: Evidence, found: Found) -> float:
    """The share of the question's information that no passage has."""
    missing = (term for term in evidence.terms if not found.frequencies.get(term))
    return evidence.share_of(set(missing))

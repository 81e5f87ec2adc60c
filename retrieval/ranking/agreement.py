"""What a quote says that its question does not, and how many of the best articles say it too.

News that several papers print of one event agrees in names and figures; a look-alike does not.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log

from retrieval.question.answer_types import AnswerType, answers_in
from retrieval.text.analyser import analyser
from retrieval.text.reading import Sentence
from retrieval.text.word_frequency import share_of_passages

COMMON = 0.45  # a first word of a sentence that tells less is no name, for all its capital
TELLS = 0.4  # what a word tells above this counts where it is no name
CACHED_WORDS = 100_000
NATS = 9.0  # what a word tells that hardly any passage has; see `telling`


@lru_cache(CACHED_WORDS)
def telling(word: str, language: str) -> float:
    """What a word tells, 0 to 1, by how few passages of the language have it."""
    return min(1.0, -log(share_of_passages(word, language) + 1e-4) / NATS)


@dataclass(frozen=True, slots=True)
class Said:
    """What a quote says beside its question.

    `terms` are all of its terms; `new` what each tells that the question has not; `answers` are the
    places of answers of the kind asked for, `answering` their new terms.
    """

    text: str
    told: Sequence[Sentence]
    terms: frozenset[str]
    new: dict[str, float]
    answers: Sequence[int]
    answering: frozenset[str]

    @property
    def names(self) -> frozenset[str]:
        """New terms that are names or figures."""
        return frozenset(
            term
            for sentence in self.told
            for place, (word, term) in enumerate(zip(sentence.words, sentence.terms, strict=True))
            if term in self.new
            and (
                word[0].isdigit() or (word[0].isupper() and (place > 0 or self.new[term] >= COMMON))
            )
        )


def said(
    text: str,
    told: Sequence[Sentence],
    known: frozenset[str],
    kind: AnswerType | None,
    language: str = "en",
) -> Said:
    """`told` are the quote's sentences; `known` are the question's terms."""
    written = {
        term: word
        for sentence in told
        for word, term in zip(sentence.words, sentence.terms, strict=True)
        if term
    }
    found = list(answers_in(kind, text, known, language=language)) if kind else []
    return Said(
        text=text,
        told=told,
        terms=frozenset(written),
        new={term: telling(word, language) for term, word in written.items() if term not in known},
        answers=[start for start, _, _ in found],
        answering=frozenset(term for _, _, terms in found for term in terms),
    )


class Agreement:
    """In how many of the best articles each new term stands."""

    def __init__(self, sayings: Iterable[tuple[int, Said]], titles: Mapping[int, str]) -> None:
        """Each with its article; headlines by article: of them what quotes have counts too."""
        self._articles: defaultdict[str, set[int]] = defaultdict(set)
        everyone = set()
        for article, one in sayings:
            everyone.add(article)
            for term in one.new:
                self._articles[term].add(article)
        for article, title in titles.items():
            for term in analyser("en").terms(title):
                if term in self._articles:
                    self._articles[term].add(article)
        self._others = max(len(everyone) - 1, 1)

    def of(self, term: str) -> float:
        """The share of the other articles, 0 to 1, that have a term of one."""
        return (len(self._articles.get(term, ())) - 1) / self._others

    def of_names(self, one: Said) -> float:
        """Of the new names and figures: the shares of the others that have each, by what it tells,
        added."""
        return sum(self.of(term) * one.new[term] for term in one.names)

    def of_answers(self, one: Said) -> float:
        """The same of the answers of the kind asked for."""
        return sum(self.of(term) * one.new.get(term, 0.0) for term in one.answering)

    def of_words(self, one: Said) -> float:
        """The same of all new words, for what each tells above `TELLS`."""
        told = ((term, tells - TELLS) for term, tells in one.new.items() if tells > TELLS)
        return sum(self.of(term) * tells for term, tells in told)

"""How probable it is that a quote answers: the number behind `strong`."""

from collections.abc import Sequence
from math import exp, log10
from operator import mul
from typing import NamedTuple

from corpus.article import place_of
from retrieval.ranking.evidence import Evidences
from retrieval.ranking.quote_features import QuoteFeatures
from retrieval.ranking.stages import Ranked

FURTHEST = 5.0  # a score ahead by more counts no further
MOST_TERMS = 12  # of a question; more count no further
SMALL, LARGE = 3, 6  # decimal logarithms of a thousand and of a million passages


class Signs(NamedTuple):
    """What tells an answer from a chance match; 0 to about 1, but for `ahead`.

    coverage, adjacency, timeliness: of the passage; see `Features`.
    headed, related, lacks, length, agreed: of the quote; see `QuoteFeatures`.
    ahead: how far its score is ahead of the best of another article; below 0 where it is behind.
    terms: how many terms the question has, of `MOST_TERMS`.
    size: the logarithm of the number of passages, from `SMALL` on: of many more match by chance.
    """

    coverage: float
    adjacency: float
    timeliness: float
    headed: float
    related: float
    lacks: float
    length: float
    agreed: float
    ahead: float
    terms: float
    size: float


# Learned by tests/benchmarks/learn_confidence.py; `CONSTANT` is what they start from.
CONFIDENCE = Signs(
    coverage=1.80,
    adjacency=0.51,
    timeliness=1.11,
    headed=3.44,
    related=4.85,
    lacks=-1.36,
    length=-0.91,
    agreed=1.57,
    ahead=0.35,
    terms=0.99,
    size=-1.78,
)
CONSTANT = -4.32


class Confidence:
    """Of the quotes of one question."""

    def __init__(self, evidences: Evidences, ranked: Sequence[Ranked]) -> None:
        """`ranked` are all passages that were read."""
        self._evidences = evidences
        self._best: dict[int, float] = {}
        for one in ranked:
            article, _ = place_of(one.number)
            self._best[article] = max(one.score, self._best.get(article, one.score))

    def of(self, one: Ranked, language: str) -> float:
        """0 to 1, by a logistic regression on questions whose answers are known."""
        signs = self.signs(one, language)
        return 1 / (1 + exp(-CONSTANT - sum(map(mul, CONFIDENCE, signs))))

    def signs(self, one: Ranked, language: str) -> Signs:
        evidence, quoted = self._evidences.of(language), one.quoted or QuoteFeatures()
        return Signs(
            coverage=one.features.coverage,
            adjacency=one.features.adjacency,
            timeliness=one.features.timeliness,
            headed=quoted.headed,
            related=quoted.related,
            lacks=quoted.lacks,
            length=quoted.length,
            agreed=quoted.agreed_words,
            ahead=self._ahead(one),
            terms=min(len(evidence.shares), MOST_TERMS) / MOST_TERMS,
            size=max(log10(1 + self._evidences.passages) - SMALL, 0) / (LARGE - SMALL),
        )

    def _ahead(self, one: Ranked) -> float:
        article, _ = place_of(one.number)
        others = (score for other, score in self._best.items() if other != article)
        return min(one.score - max(others, default=one.score - FURTHEST), FURTHEST)

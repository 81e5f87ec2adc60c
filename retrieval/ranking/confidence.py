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
LARGE = 6  # the decimal logarithm of a million passages


class Signs(NamedTuple):
    """What tells an answer from a chance match; 0 to about 1, but for `ahead`.

    coverage, adjacency, timeliness: of the passage; see `Features`.
    headed, related, lacks, length, agreed: of the quote; see `QuoteFeatures`.
    ahead: how far its score is ahead of the best of another article; below 0 where it is behind.
    terms: how many terms the question has, of `MOST_TERMS`.
    unknown: a term of the question stands nowhere in the archive.
    size: the logarithm of the number of passages: of many more match by chance.
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
    unknown: float
    size: float


# Learned by tests/benchmarks/learn_confidence.py; `CONSTANT` is what they start from.
CONFIDENCE = Signs(
    coverage=1.87,
    adjacency=0.48,
    timeliness=1.13,
    headed=3.33,
    related=4.86,
    lacks=-1.32,
    length=-0.85,
    agreed=1.51,
    ahead=0.34,
    terms=0.96,
    unknown=-0.18,
    size=-3.04,
)
CONSTANT = -3.02


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
            unknown=float(not evidence.terms <= self._evidences.known),
            size=log10(1 + self._evidences.passages) / LARGE,
        )

    def _ahead(self, one: Ranked) -> float:
        article, _ = place_of(one.number)
        others = (score for other, score in self._best.items() if other != article)
        return min(one.score - max(others, default=one.score - FURTHEST), FURTHEST)

"""How far a passage is about the question, and whether any of them is."""

from collections.abc import Sequence
from math import exp
from operator import mul

from corpus.article import place_of
from retrieval.question.question import Question
from retrieval.ranking.features import Features, is_in_period
from retrieval.ranking.stages import Ranked

WEAK = 0.08  # of relevance: when no passage reaches it, there is no answer at all
RELEVANT = 0.8  # of relevance: of a time asked for such passages come alone
WHOLE = 0.999  # of the question's information
SURE, STRAY = 0.9, 0.15  # of relevance: beside such an article one with less is not shown
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


def has_an_answer(ranked: Sequence[Ranked], of_type: float = 0.0) -> bool:
    """Whether any of these passages may answer, or is at least about it: all of it, perhaps, by its
    headline only, or but for the kind of answer asked for, which is `of_type` of the information.
    """
    whole = WHOLE - of_type
    return any(relevance(one.features) >= WEAK or one.features.coverage >= whole for one in ranked)


def without_strays(ranked: Sequence[Ranked]) -> Sequence[Ranked]:
    """Without articles of which no passage is about the question, where that of the first is: what
    is left of a search that found one article.
    """
    best: dict[int, float] = {}
    for one in ranked:
        seq, _ = place_of(one.number)
        best[seq] = max(best.get(seq, 0.0), relevance(one.features))
    if not ranked or best[place_of(ranked[0].number)[0]] < SURE:
        return ranked
    return [one for one in ranked if best[place_of(one.number)[0]] >= STRAY]


def of_the_time(ranked: Sequence[Ranked], question: Question) -> Sequence[Ranked]:
    """Only what is of the time asked for, if it answers, and nothing of other times better."""

    def best(passages: Sequence[Ranked]) -> float:
        return max((relevance(one.features) for one in passages), default=0.0)

    inside = [one for one in ranked if is_in_period(one.features, question)]
    others = [one for one in ranked if not is_in_period(one.features, question)]
    return inside if best(inside) >= max(RELEVANT, best(others)) else ranked

"""How probable it is that the archive answers at all: `strong`, `weak`, or nothing."""

from math import exp
from operator import mul

from retrieval.ranking.features import Features

STRONG = 0.8  # one in twenty questions without an answer looks like one
WEAK = 0.05  # when no passage reaches it, there is no answer at all
# Learned by tests/benchmarks/learn_confidence.py; the last one is constant.
CONFIDENCE = (2.77, 4.26, 3.36, 2.02, -7.69)


def confidence(features: Features, needed: float) -> float:
    """How probable it is, 0 to 1, that the archive answers, judged by its best passage.

    `needed`: the information of the question, in nats; see `needed`. A logistic regression on
    questions of which the archive lacks half; see tests/benchmarks/learn_confidence.py.
    """
    evidence = (*features_of_confidence(features, needed), 1.0)
    return 1 / (1 + exp(-sum(map(mul, CONFIDENCE, evidence))))


def features_of_confidence(features: Features, needed: float) -> tuple[float, ...]:
    """What tells an answer from a chance match, in the order of `CONFIDENCE`.

    The shares of the question's information in the passage, in one sentence, and word for word;
    and how much information that is: of a single common word all may match and tell little.
    """
    held = features.coverage * needed / 10
    return features.coverage, features.sentence, features.verbatim, held

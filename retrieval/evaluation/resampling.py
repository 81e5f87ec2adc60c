"""Shares, means and areas over questions, and their bootstrap intervals."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

RESAMPLES = 1000
SEED = 20210127
BLOCK = 50  # resamples computed at once
PERCENTILES = (2.5, 97.5)
DIGITS = 12

Array = NDArray[np.float64]
Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Parts:
    """A measure is the sum of its numerators over the sum of its denominators, one a question.

    Arrays: (questions,) float64.
    """

    numerators: Array
    denominators: Array

    def estimate(self, weights: Array) -> Array:
        """NaN where nothing counts."""
        return _ratio(weights @ self.numerators, weights @ self.denominators)


@dataclass(frozen=True, slots=True)
class Curve:
    """The area under the ROC curve of `scores` against `positive`; arrays: (questions,)."""

    scores: Array
    positive: Array

    def estimate(self, weights: Array) -> Array:
        """The share of pairs, one answerable and one not, in the right order; ties count half."""
        order = np.argsort(self.scores, kind="stable")
        scores, positive, weights = self.scores[order], self.positive[order], weights[:, order]
        negatives = np.zeros((len(weights), len(scores) + 1))
        np.cumsum(weights * (1 - positive), axis=1, out=negatives[:, 1:])
        below = negatives[:, np.searchsorted(scores, scores, "left")]
        through = negatives[:, np.searchsorted(scores, scores, "right")]
        won = (weights * positive * (below + through) / 2).sum(axis=1)
        pairs = (weights @ positive) * negatives[:, -1]
        return _ratio(won, pairs)


Formula = Parts | Curve


def _ratio(numerators: Array, denominators: Array) -> Array:
    ratios: Array = np.full(denominators.shape, np.nan)
    np.divide(numerators, denominators, out=ratios, where=denominators > 0)
    return ratios


def array(values: Iterable[float]) -> Array:
    return np.array(list(values), dtype=np.float64)


def values_of(formulas: dict[str, Formula], questions: int) -> dict[str, float]:
    once = np.ones((1, questions))
    return {name: float(formula.estimate(once)[0]) for name, formula in formulas.items()}


def resampled(formulas: dict[str, Formula], questions: int) -> dict[str, Array]:
    """Each measure over the same `RESAMPLES` resamples of the questions: (RESAMPLES,)."""
    blocks: dict[str, list[Array]] = {name: [] for name in formulas}
    for weights in _weights(questions):
        for name, formula in formulas.items():
            blocks[name].append(formula.estimate(weights))
    return {name: np.concatenate(parts) for name, parts in blocks.items()}


def _weights(questions: int) -> Iterator[Array]:
    """How often each question is drawn, (BLOCK, questions) at a time."""
    random = np.random.default_rng(SEED)
    for _ in range(RESAMPLES // BLOCK):
        drawn = random.integers(questions, size=(BLOCK, questions))
        yield np.stack([np.bincount(row, minlength=questions) for row in drawn]).astype(np.float64)


def interval_of(estimates: Array) -> Interval | None:
    """The middle 95 % of those resamples in which the measure exists; None where none does.

    Rounded, so that the noise of sums in floating point does not move an end away from 0.

    Source: Efron and Tibshirani, An Introduction to the Bootstrap (1993), percentile interval.
    """
    counted = estimates[~np.isnan(estimates)]
    if not counted.size:
        return None
    low, high = np.percentile(counted, PERCENTILES)
    return round(float(low), DIGITS), round(float(high), DIGITS)

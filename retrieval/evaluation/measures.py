"""Outcomes → measures, their bootstrap intervals, and what two runs differ by."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import quantiles

import numpy as np
from numpy.typing import NDArray

from retrieval.answer import Strength
from retrieval.evaluation.judged import Outcome, is_within

ARTICLE_AT = (1, 3, 5, 10)
MRR_AT = 10
ANSWER_AT = (1, 3, 5)
EXACT = ("fidelity", "date_accuracy", "source_accuracy")  # 1 or a fault: they get no interval
LABELS = {Strength.NONE: 0, Strength.WEAK: 1, Strength.STRONG: 2}

RESAMPLES = 1000
SEED = 20210127
BLOCK = 50  # resamples computed at once
PERCENTILES = (2.5, 97.5)
DIGITS = 12

Array = NDArray[np.float64]
Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Measures:
    """Shares and means from 0 to 1 by name; None where no question is judged for it.

    `article@k`: an article judged right is among the first k cards, as itself or as a copy.
    `mrr@10`: one over the place of the first right article. `answer_in_quote@k`: one of the first
    k quotes holds an answer string. `fidelity`, `date_accuracy`, `source_accuracy`: of all quotes,
    those that are as the archive has them. `unanswerable_strong`, `answerable_strong`: of those
    questions, the share answered as `strong`. `auc_confidence`, `auc_labels`: area under the ROC
    curve of "answerable or not". `ndcg@10`, `recall@100` where graded judgements are there.

    `intervals`: 95 %, lower and upper end. `strengths` counts answers by strength, for answerable
    and unanswerable questions. Milliseconds are of whole answers.
    """

    questions: int
    values: dict[str, float | None]
    intervals: dict[str, Interval]
    strengths: dict[str, dict[str, int]]
    p50_ms: float
    p99_ms: float


@dataclass(frozen=True, slots=True)
class Difference:
    """One measure of two runs over the same questions; `value` is this minus that."""

    this: float
    that: float
    value: float
    interval: Interval

    @property
    def is_shown(self) -> bool:
        """The interval does not hold 0."""
        low, high = self.interval
        return low > 0 or high < 0


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two runs by the questions that both asked; `differences` by measure."""

    questions: int
    differences: dict[str, Difference]


@dataclass(frozen=True, slots=True)
class _Parts:
    """A measure is the sum of its numerators over the sum of its denominators, one a question.

    Arrays: (questions,) float64.
    """

    numerators: Array
    denominators: Array

    def estimate(self, weights: Array) -> Array:
        """NaN where nothing counts."""
        return _ratio(weights @ self.numerators, weights @ self.denominators)


@dataclass(frozen=True, slots=True)
class _Curve:
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


_Formula = _Parts | _Curve


def _ratio(numerators: Array, denominators: Array) -> Array:
    ratios: Array = np.full(denominators.shape, np.nan)
    np.divide(numerators, denominators, out=ratios, where=denominators > 0)
    return ratios


def measure(outcomes: Sequence[Outcome]) -> Measures:
    """Measure at least one outcome."""
    formulas = _formulas(outcomes)
    times = [outcome.took_ms for outcome in outcomes]
    percentiles = quantiles(times, n=100, method="inclusive") if len(times) > 1 else times * 99
    return Measures(
        questions=len(outcomes),
        values={
            name: None if np.isnan(value) else value
            for name, value in _values(formulas, len(outcomes)).items()
        },
        intervals={
            name: interval
            for name, estimates in _resampled(formulas, len(outcomes)).items()
            if name not in EXACT and (interval := _interval(estimates)) is not None
        },
        strengths={
            name: {
                strength.value: sum(
                    outcome.strength is strength
                    for outcome in outcomes
                    if outcome.judged.answerable is answerable
                )
                for strength in Strength
            }
            for name, answerable in (("answerable", True), ("unanswerable", False))
        },
        p50_ms=percentiles[49],
        p99_ms=percentiles[98],
    )


def compare(these: Sequence[Outcome], those: Sequence[Outcome]) -> Comparison:
    """What two runs differ by, over questions with the same name and text; `EXACT` are left out.

    The resamples are the same for both.
    Source: Savoy, Statistical inference in retrieval effectiveness evaluation (1997).
    """
    these, those = _paired(these, those)
    if not these:
        return Comparison(0, {})
    mine, others = _formulas(these), _formulas(those)
    this, that = _values(mine, len(these)), _values(others, len(those))
    resampled, resampled_others = _resampled(mine, len(these)), _resampled(others, len(those))
    differences = {}
    for name in this:
        if name in that and name not in EXACT:
            interval = _interval(resampled[name] - resampled_others[name])
            if interval is not None:
                gain = this[name] - that[name]
                differences[name] = Difference(this[name], that[name], gain, interval)
    return Comparison(len(these), differences)


def _paired(
    these: Iterable[Outcome], those: Iterable[Outcome]
) -> tuple[list[Outcome], list[Outcome]]:
    others = {(outcome.name, outcome.judged.question): outcome for outcome in those}
    pairs = [
        (outcome, other)
        for outcome in these
        if (other := others.get((outcome.name, outcome.judged.question))) is not None
    ]
    return [this for this, _ in pairs], [that for _, that in pairs]


def _formulas(outcomes: Sequence[Outcome]) -> dict[str, _Formula]:
    answerable = _array(outcome.judged.answerable for outcome in outcomes)
    strong = _array(outcome.strength is Strength.STRONG for outcome in outcomes)
    located = _array(outcome.is_located for outcome in outcomes)
    worded = _array(outcome.is_worded for outcome in outcomes)
    quotes = _array(outcome.quotes for outcome in outcomes)

    def share(values: Iterable[float], of: Array) -> _Parts:
        return _Parts(_array(values) * (of > 0), of)

    def graded(name: str) -> _Parts:
        return share(
            (outcome.graded.get(name, 0.0) for outcome in outcomes),
            _array(name in outcome.graded for outcome in outcomes),
        )

    def article_at(k: int) -> _Parts:
        return share((is_within(outcome.article_place, k) for outcome in outcomes), located)

    def answer_at(k: int) -> _Parts:
        return share((is_within(outcome.answer_place, k) for outcome in outcomes), worded)

    names = dict.fromkeys(name for outcome in outcomes for name in sorted(outcome.graded))
    return {
        **{f"article@{k}": article_at(k) for k in ARTICLE_AT},
        f"mrr@{MRR_AT}": share(map(_reciprocal_rank, outcomes), located),
        **{name: graded(name) for name in names},
        **{f"answer_in_quote@{k}": answer_at(k) for k in ANSWER_AT},
        "fidelity": share((outcome.faithful for outcome in outcomes), quotes),
        "date_accuracy": share((outcome.dated for outcome in outcomes), quotes),
        "source_accuracy": share((outcome.sourced for outcome in outcomes), quotes),
        "answerable_strong": share(strong, answerable),
        "unanswerable_strong": share(strong, 1 - answerable),
        "auc_confidence": _Curve(_array(outcome.confidence for outcome in outcomes), answerable),
        "auc_labels": _Curve(_array(LABELS[outcome.strength] for outcome in outcomes), answerable),
    }


def _reciprocal_rank(outcome: Outcome) -> float:
    place = outcome.article_place
    return 1 / place if place is not None and place <= MRR_AT else 0.0


def _array(values: Iterable[float]) -> Array:
    return np.array(list(values), dtype=np.float64)


def _values(formulas: dict[str, _Formula], questions: int) -> dict[str, float]:
    once = np.ones((1, questions))
    return {name: float(formula.estimate(once)[0]) for name, formula in formulas.items()}


def _resampled(formulas: dict[str, _Formula], questions: int) -> dict[str, Array]:
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


def _interval(estimates: Array) -> Interval | None:
    """The middle 95 % of those resamples in which the measure exists; None where none does.

    Rounded, so that the noise of sums in floating point does not move an end away from 0.

    Source: Efron and Tibshirani, An Introduction to the Bootstrap (1993), percentile interval.
    """
    counted = estimates[~np.isnan(estimates)]
    if not counted.size:
        return None
    low, high = np.percentile(counted, PERCENTILES)
    return round(float(low), DIGITS), round(float(high), DIGITS)

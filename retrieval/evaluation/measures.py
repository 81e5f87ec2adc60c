"""Outcomes → measures, their bootstrap intervals, and what two runs differ by."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import quantiles

import numpy as np

from retrieval.answer import Strength
from retrieval.evaluation.formulas import formulas
from retrieval.evaluation.outcomes import Outcome
from retrieval.evaluation.resampling import Interval, interval_of, resampled, values_of

EXACT = ("fidelity", "date_accuracy", "source_accuracy")  # 1 or a fault: they get no interval


@dataclass(frozen=True, slots=True)
class Measures:
    """Shares and means from 0 to 1 by name; None where no question is judged for it.

    `article@k`: an article judged right is among the first k cards, as itself or as a copy.
    `mrr@10`: one over the place of the first right article. `answer_in_quote@k`: one of the first
    k quotes holds an answer string; `answer_with_numbers@k`: likewise, with numbers in one form;
    `quote_or_headline@k`: likewise, or its headline does. `story@k`: one of the first k cards is
    right, or its article holds an answer string and is at most a week from a right one; over the
    questions for which both are judged. `right@k`: a pattern describes one of the first k quotes.
    `strong_precision`: of what is `strong`, that whose first quote a pattern describes, over the
    questions with patterns and the unanswerable ones; `strong_coverage`: the same of all questions
    with patterns. `fidelity`, `date_accuracy`, `source_accuracy`: of all quotes,
    those that are as the archive has them. `unanswerable_strong`, `answerable_strong`: of those
    questions, the share answered as `strong`. `auc_confidence`, `auc_labels`: area under the ROC
    curve of "answerable or not". `ndcg@10`, `recall@100` where graded judgements are there.

    `intervals`: 95 %, lower and upper end. `strengths` counts answers by strength, for answerable
    and unanswerable questions. Milliseconds are of whole answers. `kinds`: the same by kind of
    question, in the order of their names; only where more than one kind is named.
    """

    questions: int
    values: dict[str, float | None]
    intervals: dict[str, Interval]
    strengths: dict[str, dict[str, int]]
    p50_ms: float
    p99_ms: float
    kinds: dict[str, "Kind"]


@dataclass(frozen=True, slots=True)
class Kind:
    """The questions of one kind, how many answers are `strong`, and their measures by name."""

    questions: int
    strong: int
    values: dict[str, float | None]


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


def measure(outcomes: Sequence[Outcome]) -> Measures:
    """Measure at least one outcome."""
    named = formulas(outcomes)
    times = [outcome.took_ms for outcome in outcomes]
    percentiles = quantiles(times, n=100, method="inclusive") if len(times) > 1 else times * 99
    return Measures(
        questions=len(outcomes),
        values=_judged_values(outcomes),
        intervals={
            name: interval
            for name, estimates in resampled(named, len(outcomes)).items()
            if name not in EXACT and (interval := interval_of(estimates)) is not None
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
        kinds=_by_kind(outcomes),
    )


def _judged_values(outcomes: Sequence[Outcome]) -> dict[str, float | None]:
    values = values_of(formulas(outcomes), len(outcomes))
    return {name: None if np.isnan(value) else value for name, value in values.items()}


def _by_kind(outcomes: Sequence[Outcome]) -> dict[str, Kind]:
    kinds: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        kinds.setdefault(outcome.judged.kind, []).append(outcome)
    if len(kinds) == 1:
        return {}
    return {
        kind: Kind(
            questions=len(of_kind),
            strong=sum(outcome.is_strong for outcome in of_kind),
            values=_judged_values(of_kind),
        )
        for kind, of_kind in sorted(kinds.items())
    }


def compare(these: Sequence[Outcome], those: Sequence[Outcome]) -> Comparison:
    """What two runs differ by, over questions with the same name and text; `EXACT` are left out.

    The resamples are the same for both.
    Source: Savoy, Statistical inference in retrieval effectiveness evaluation (1997).
    """
    these, those = _paired(these, those)
    if not these:
        return Comparison(0, {})
    mine, others = formulas(these), formulas(those)
    this, that = values_of(mine, len(these)), values_of(others, len(those))
    drawn, drawn_others = resampled(mine, len(these)), resampled(others, len(those))
    differences = {}
    for name in this:
        if name in that and name not in EXACT:
            interval = interval_of(drawn[name] - drawn_others[name])
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

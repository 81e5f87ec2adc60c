"""What each measure is: outcomes → its parts, by name."""

from collections.abc import Iterable, Sequence

from retrieval.answer import Strength
from retrieval.evaluation.outcomes import Outcome, is_within
from retrieval.evaluation.resampling import Array, Curve, Formula, Parts, array

ARTICLE_AT = (1, 3, 5, 10)
MRR_AT = 10
STORY_AT = (1, 3, 5)
ANSWER_AT = (1, 3, 5)
RIGHT_AT = (1, 3)
LABELS = {Strength.NONE: 0, Strength.WEAK: 1, Strength.STRONG: 2}


def formulas(outcomes: Sequence[Outcome]) -> dict[str, Formula]:
    """Every measure, also those that nothing is judged for."""
    return {
        **_of_articles(outcomes),
        **_graded(outcomes),
        **_of_answers(outcomes),
        **_of_patterns(outcomes),
        **_of_truth(outcomes),
        **_of_strengths(outcomes),
    }


def _of_articles(outcomes: Sequence[Outcome]) -> dict[str, Formula]:
    located = array(outcome.judged.is_located for outcome in outcomes)
    places = [outcome.article_place for outcome in outcomes]
    return {
        **{f"article@{k}": _within(places, k, located) for k in ARTICLE_AT},
        f"mrr@{MRR_AT}": _share(map(_reciprocal_rank, places), located),
    }


def _graded(outcomes: Sequence[Outcome]) -> dict[str, Formula]:
    names = dict.fromkeys(name for outcome in outcomes for name in sorted(outcome.graded))
    return {
        name: _share(
            (outcome.graded.get(name, 0.0) for outcome in outcomes),
            array(name in outcome.graded for outcome in outcomes),
        )
        for name in names
    }


def _of_answers(outcomes: Sequence[Outcome]) -> dict[str, Formula]:
    worded = array(outcome.judged.is_worded for outcome in outcomes)
    located = array(outcome.judged.is_located for outcome in outcomes)
    answers = [outcome.answer_place for outcome in outcomes]
    numbers = [outcome.number_place for outcome in outcomes]
    headlines = [outcome.headline_place for outcome in outcomes]
    stories = [outcome.story_place for outcome in outcomes]
    return {
        **{f"story@{k}": _within(stories, k, worded * located) for k in STORY_AT},
        **{f"answer_in_quote@{k}": _within(answers, k, worded) for k in ANSWER_AT},
        **{f"answer_with_numbers@{k}": _within(numbers, k, worded) for k in ANSWER_AT},
        **{f"quote_or_headline@{k}": _within(headlines, k, worded) for k in ANSWER_AT},
    }


def _of_patterns(outcomes: Sequence[Outcome]) -> dict[str, Formula]:
    """An unanswerable question counts here as well where any other is judged by patterns."""
    described = array(outcome.judged.is_described for outcome in outcomes)
    answerable = array(outcome.judged.answerable for outcome in outcomes)
    counted = described + (1 - answerable) * described.any()
    strong = array(outcome.is_strong for outcome in outcomes) * counted
    places = [outcome.pattern_place for outcome in outcomes]
    right = strong * array(is_within(place, 1) for place in places)
    return {
        **{f"right@{k}": _within(places, k, described) for k in RIGHT_AT},
        "strong_precision": _share(right, strong),
        "strong_coverage": _share(right, described),
    }


def _of_truth(outcomes: Sequence[Outcome]) -> dict[str, Formula]:
    quotes = array(outcome.quotes for outcome in outcomes)
    return {
        "fidelity": _share((outcome.faithful for outcome in outcomes), quotes),
        "date_accuracy": _share((outcome.dated for outcome in outcomes), quotes),
        "source_accuracy": _share((outcome.sourced for outcome in outcomes), quotes),
    }


def _of_strengths(outcomes: Sequence[Outcome]) -> dict[str, Formula]:
    answerable = array(outcome.judged.answerable for outcome in outcomes)
    strong = array(outcome.is_strong for outcome in outcomes)
    return {
        "answerable_strong": _share(strong, answerable),
        "unanswerable_strong": _share(strong, 1 - answerable),
        "auc_confidence": Curve(array(outcome.confidence for outcome in outcomes), answerable),
        "auc_labels": Curve(array(LABELS[outcome.strength] for outcome in outcomes), answerable),
    }


def _share(values: Iterable[float], of: Array) -> Parts:
    return Parts(array(values) * (of > 0), of)


def _within(places: Iterable[int | None], k: int, of: Array) -> Parts:
    return _share((is_within(place, k) for place in places), of)


def _reciprocal_rank(place: int | None) -> float:
    return 1 / place if place is not None and place <= MRR_AT else 0.0

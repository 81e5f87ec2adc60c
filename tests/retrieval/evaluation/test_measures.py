from random import Random

import pytest

from retrieval.evaluation.measures import measure
from tests.retrieval.evaluation.outcomes import located, outcome, rated


def test_article_measures_are_of_those_questions_that_name_articles() -> None:
    came = [located("a", 1), located("b", 4), located("c", None), located("d", 11), outcome("e")]
    values = measure(came).values
    assert values["article@1"] == 1 / 4
    assert values["article@3"] == 1 / 4
    assert values["article@5"] == 2 / 4
    assert values["article@10"] == 2 / 4
    assert values["mrr@10"] == pytest.approx((1 + 1 / 4) / 4)


def test_answers_in_quotes_are_of_those_questions_that_have_answers() -> None:
    judged = {"question": "?", "answers": ["x"]}
    came = [
        outcome("a", judged=judged, answer_place=1),
        outcome("b", judged=judged, answer_place=3),
        outcome("c", judged=judged),
        outcome("d"),
    ]
    values = measure(came).values
    assert [values[f"answer_in_quote@{k}"] for k in (1, 3, 5)] == [
        pytest.approx(1 / 3),
        pytest.approx(2 / 3),
        pytest.approx(2 / 3),
    ]


def test_accuracies_are_shares_of_all_quotes() -> None:
    came = [
        outcome("a", quotes=3, faithful=3, dated=2, sourced=3),
        outcome("b", quotes=1, faithful=1, dated=1, sourced=0),
        outcome("c"),
    ]
    values = measure(came).values
    assert (values["fidelity"], values["date_accuracy"], values["source_accuracy"]) == (
        1,
        0.75,
        0.75,
    )


def test_what_nobody_judged_is_none() -> None:
    measures = measure([outcome()])
    assert {name: value for name, value in measures.values.items() if value is not None} == {
        "answerable_strong": 0.0
    }
    assert list(measures.intervals) == ["answerable_strong"]


def test_labels_and_their_auc_counted_by_hand() -> None:
    came = [
        rated("a", True, 0.9, "strong"),
        rated("b", True, 0.3, "weak"),
        rated("c", False, 0.8, "strong"),
        rated("d", False, 0.0, "none"),
        rated("e", False, 0.3, "weak"),
    ]
    measures = measure(came)
    assert measures.values["answerable_strong"] == 1 / 2
    assert measures.values["unanswerable_strong"] == pytest.approx(1 / 3)
    assert measures.strengths == {
        "answerable": {"strong": 1, "weak": 1, "none": 0},
        "unanswerable": {"strong": 1, "weak": 1, "none": 1},
    }
    # of 6 pairs: a over d, e and, by confidence, c; b over d, even with e, under c
    assert measures.values["auc_confidence"] == pytest.approx((3 + 1.5) / 6)
    assert measures.values["auc_labels"] == pytest.approx((2.5 + 1.5) / 6)


@pytest.mark.parametrize("seed", range(8))
def test_the_area_under_the_curve_is_the_share_of_pairs_in_order(seed: int) -> None:
    random = Random(seed)  # noqa: S311 (a sample, no secret)
    came = [
        rated(str(number), random.random() < 0.6, random.choice((0.0, 0.1, 0.4, random.random())))
        for number in range(60)
    ]
    answerable = [o.confidence for o in came if o.judged.answerable]
    others = [o.confidence for o in came if not o.judged.answerable]
    won = sum((a > b) + (a == b) / 2 for a in answerable for b in others)
    expected = won / (len(answerable) * len(others))
    assert measure(came).values["auc_confidence"] == pytest.approx(expected)


def test_milliseconds_are_percentiles_of_whole_answers() -> None:
    measures = measure([outcome(str(n), took_ms=float(n)) for n in range(101)])
    assert (measures.p50_ms, measures.p99_ms) == (50.0, 99.0)
    assert measure([outcome(took_ms=7.0)]).p99_ms == 7.0


def test_a_right_article_counts_up_to_the_tenth_place() -> None:
    assert measure([located("a", 10)]).values["mrr@10"] == pytest.approx(1 / 10)
    assert measure([located("a", 11)]).values["mrr@10"] == 0


def test_of_two_answers_the_middle_is_halfway() -> None:
    measures = measure([outcome("a", took_ms=1.0), outcome("b", took_ms=3.0)])
    assert measures.p50_ms == 2.0
    assert measures.p99_ms == pytest.approx(2.98)


@pytest.mark.parametrize(("better", "worse"), [("strong", "weak"), ("weak", "none")])
def test_a_strong_answer_is_above_a_weak_one_and_that_above_none(better: str, worse: str) -> None:
    came = [rated("a", True, 0.0, better), rated("b", False, 0.0, worse)]
    assert measure(came).values["auc_labels"] == 1.0
    came = [rated("a", True, 0.0, better), rated("b", False, 0.0, better)]
    assert measure(came).values["auc_labels"] == 0.5

import msgspec
import pytest

from retrieval.evaluation.judged import Judged
from retrieval.evaluation.measures import Difference, compare, measure
from tests.retrieval.evaluation.outcomes import located, outcome, rated


def test_an_interval_holds_its_measure_and_is_the_same_every_time() -> None:
    came = [located(str(n), 1 if n % 3 else None) for n in range(90)]
    first, again = measure(came), measure(came)
    low, high = first.intervals["article@1"]
    assert low < 2 / 3 < high
    # the normal approximation of a share: 1.96 standard errors to either side
    assert high - low == pytest.approx(2 * 1.96 * (2 / 9 / 90) ** 0.5, rel=0.1)
    assert first.intervals == again.intervals


def test_accuracies_have_no_interval() -> None:
    measures = measure([outcome(quotes=1, faithful=1, dated=1, sourced=1)])
    assert measures.values["fidelity"] == 1
    assert "fidelity" not in measures.intervals


def test_an_interval_of_a_rare_kind_goes_by_the_resamples_that_have_it() -> None:
    came = [rated(str(n), True, 0.9) for n in range(5)] + [rated("x", False, 0.1)]
    assert measure(came).intervals["auc_confidence"] == (1.0, 1.0)


def test_the_same_run_twice_shows_no_difference() -> None:
    came = [located(str(n), n % 7 + 1) for n in range(50)]
    differences = compare(came, came).differences
    assert {d.interval for d in differences.values()} == {(0.0, 0.0)}
    assert not any(difference.is_shown for difference in differences.values())


def test_a_clear_gain_is_shown_with_its_sign() -> None:
    better = [located(str(n), 1) for n in range(40)]
    worse = [located(str(n), 1 if n % 2 else None) for n in range(40)]
    gain = compare(better, worse).differences["article@1"]
    loss = compare(worse, better).differences["article@1"]
    assert (gain.this, gain.that, gain.value) == (1.0, 0.5, 0.5)
    assert gain.is_shown
    assert loss.is_shown
    assert loss.interval == tuple(-end for end in reversed(gain.interval))


def test_what_is_one_or_a_fault_and_what_one_run_lacks_is_not_compared() -> None:
    these = [outcome("a", quotes=1, faithful=1, dated=1, sourced=1, graded={"ndcg@10": 0.5})]
    those = [outcome("a", quotes=1, faithful=1, dated=1, sourced=1)]
    assert set(compare(these, those).differences) == {"answerable_strong"}


def test_one_question_of_many_is_no_difference() -> None:
    these = [located(str(n), 1) for n in range(40)]
    those = [located("0", None), *these[1:]]
    assert not compare(these, those).differences["article@1"].is_shown


def test_questions_are_paired_by_name_and_text() -> None:
    these = [located("a", 1), located("b", 1), located("c", 1)]
    other = msgspec.structs.replace(located("c", None), judged=Judged("another", articles=("a",)))
    compared = compare(these, [located("b", None), located("a", 1), other])
    assert compared.questions == 2
    assert compared.differences["article@1"].that == 0.5
    assert compare(these, [other]).questions == 0


@pytest.mark.parametrize(
    ("interval", "shown"), [((0.0, 0.1), False), ((-0.1, 0.1), False), ((0.01, 0.1), True)]
)
def test_a_difference_is_shown_when_its_interval_leaves_out_0(
    interval: tuple[float, float], shown: bool
) -> None:
    assert Difference(0.5, 0.4, 0.1, interval).is_shown is shown

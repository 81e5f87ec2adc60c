from datetime import UTC, date, datetime, timedelta

import pytest

from corpus.copies.agreement import (
    COMPARED,
    Holder,
    are_copies,
    are_near,
    contained,
    frequent_in_one_outlet,
    hardly_agree,
)
from tests.archives import article

DAY = date(2021, 1, 27)


def holders(days: list[int], source: str = "Herald") -> dict[int, Holder]:
    return {
        seq: Holder(f"{source}{seq}", source, DAY + timedelta(days=day))
        for seq, day in enumerate(days)
    }


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [({1, 2}, {2, 3, 4, 5}, 0.5), ({1}, {1, 2, 3}, 1.0), ({1}, {2}, 0.0), (set(), {1}, 1.0)],
)
def test_the_smaller_one_counts(one: set[int], other: set[int], share: float) -> None:
    assert contained(one, other) == contained(other, one) == share


def test_half_of_the_smaller_article_within_two_weeks_makes_a_copy() -> None:
    first, later = article("a", published=DAY), article("b", published=DAY + timedelta(days=14))
    assert are_copies(first, later, {1, 2}, {2, 3, 4})
    assert not are_copies(first, later, {1, 2, 3}, {3, 4, 5})
    after = article("c", published=DAY + timedelta(days=15))
    assert not are_copies(first, after, {1}, {1})


def test_articles_of_which_nothing_is_told_are_no_copies() -> None:
    assert not are_copies(article("a"), article("b"), set(), set())


def test_days_apart_are_counted_by_the_instant() -> None:
    late = datetime(2021, 2, 10, 0, 30, tzinfo=UTC)
    assert not are_near(DAY, late)
    assert are_near(DAY, late - timedelta(hours=1))


def test_frequent_is_what_one_outlet_has_in_eight_articles_on_five_days() -> None:
    assert frequent_in_one_outlet(holders([0, 0, 0, 0, 1, 2, 3, 4]))
    assert not frequent_in_one_outlet(holders([0, 0, 0, 0, 0, 1, 2, 3]))
    assert not frequent_in_one_outlet(holders([0, 1, 2, 3, 4, 5, 6]))
    two = holders([0, 1, 2, 3, 4, 5]) | {
        seq + 100: one for seq, one in holders([0, 1, 2, 3, 4, 5], "Post").items()
    }
    assert not frequent_in_one_outlet(two)


def test_the_first_articles_are_compared_whatever_their_numbers() -> None:
    days = list(range(COMPARED + 5))
    assert frequent_in_one_outlet(holders(days)) == list(range(COMPARED))
    assert frequent_in_one_outlet(holders(days[::-1])) == list(range(COMPARED + 4, 4, -1))


def test_articles_agree_by_something_rare_or_by_half_of_all() -> None:
    apart: list[set[int]] = [{n, n + 100, n + 200} for n in range(8)]
    assert hardly_agree(apart, set())
    assert not hardly_agree([one | {7000} for one in apart], {7000})
    assert hardly_agree([one | {7000} for one in apart], set())  # frequent too: more boilerplate
    assert not hardly_agree([one | {1000, 1001, 1002} for one in apart], set())

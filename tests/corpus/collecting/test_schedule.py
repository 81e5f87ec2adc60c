"""When an address is asked next."""

from datetime import UTC, date, datetime, timedelta

import pytest

from corpus.collect.state.schedule import (
    LONGEST_DOUBT,
    RETRIES,
    believed_from,
    next_visit,
    retry,
)

NOON = datetime(2021, 3, 14, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("age", "next_age"),
    [
        (timedelta(0), timedelta(hours=1)),
        (timedelta(minutes=29), timedelta(hours=1)),
        (timedelta(minutes=31), timedelta(hours=6)),
        (timedelta(hours=6), timedelta(days=1)),
        (timedelta(hours=25), timedelta(days=3)),
        (timedelta(days=4), timedelta(days=14)),
    ],
)
def test_a_fresh_article_is_asked_for_again_by_its_age(age: timedelta, next_age: timedelta) -> None:
    assert next_visit(NOON - age, NOON) == NOON - age + next_age


def test_an_old_article_is_left_alone() -> None:
    assert next_visit(NOON - timedelta(days=14), NOON) is None
    assert next_visit(date(2021, 2, 1), NOON) is None


def test_a_day_without_a_time_counts_from_its_beginning() -> None:
    assert next_visit(date(2021, 3, 14), NOON) == datetime(2021, 3, 15, tzinfo=UTC)


def test_what_fails_is_asked_for_again_later_each_time_and_at_last_not_at_all() -> None:
    waits = [retry(failures, NOON, lambda: 0.5) for failures in range(1, len(RETRIES) + 2)]
    assert waits == [*[NOON + wait for wait in RETRIES], None]


def test_what_will_hardly_be_mended_soon_is_not_asked_for_again_soon() -> None:
    slow = retry(1, NOON, lambda: 0.5, is_slow=True)
    assert slow is not None
    assert slow - NOON >= timedelta(hours=6)


def test_what_failed_together_is_not_asked_for_together() -> None:
    early, late = retry(3, NOON, lambda: 0.0), retry(3, NOON, lambda: 1.0)
    assert early
    assert late
    assert early < NOON + RETRIES[2] < late


def test_a_change_is_believed_at_once_and_later_each_time_that_there_was_none() -> None:
    assert believed_from(NOON, 0) == NOON
    waits = [believed_from(NOON, idle) - NOON for idle in range(1, 12)]
    assert waits == sorted(waits)
    assert waits[0] == timedelta(hours=1)
    assert waits[-1] == LONGEST_DOUBT

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.timeline.periods import Step, periods, step_for

MANY = 100_000
DAYS = st.dates(date(1600, 1, 1), date.max)


@given(DAYS, st.integers(0, 3000), st.sampled_from(Step))
def test_periods_cover_each_day_once(first: date, more: int, step: Step) -> None:
    last = date.fromordinal(min(first.toordinal() + more, date.max.toordinal()))
    cut = list(periods(first, last, step))
    assert cut[0][0] == first
    assert cut[-1][1] == last
    for (start, end), (following, _) in pairwise(cut):
        assert start <= end
        assert following == end + timedelta(1)


def test_weeks_begin_on_monday_and_the_others_with_the_calendar() -> None:
    first, last = date(2021, 12, 30), date(2022, 2, 1)  # a Thursday
    assert list(periods(first, last, Step.WEEK))[:2] == [
        (first, date(2022, 1, 2)),
        (date(2022, 1, 3), date(2022, 1, 9)),
    ]
    assert list(periods(first, last, Step.MONTH)) == [
        (first, date(2021, 12, 31)),
        (date(2022, 1, 1), date(2022, 1, 31)),
        (last, last),
    ]
    assert list(periods(first, last, Step.YEAR))[1] == (date(2022, 1, 1), last)
    assert len(list(periods(first, last, Step.DAY))) == 34


@pytest.mark.parametrize(
    ("days", "step"),
    [
        (1, Step.DAY),
        (62, Step.DAY),
        (63, Step.WEEK),
        (366, Step.WEEK),
        (372, Step.MONTH),
        (20 * 365, Step.MONTH),
        (30 * 365, Step.YEAR),
    ],
)
def test_the_longer_the_time_the_longer_its_parts(days: int, step: Step) -> None:
    first = date(1990, 1, 1)
    assert step_for(first, first + timedelta(days - 1), MANY) is step


def test_where_little_was_printed_the_parts_are_longer_but_not_too_few() -> None:
    first = date(2019, 1, 1)
    assert step_for(first, first + timedelta(4 * 365), 100) is Step.YEAR
    assert step_for(first, first + timedelta(4 * 365), 400) is Step.MONTH
    assert step_for(first, first + timedelta(59), 10) is Step.DAY
    assert step_for(first, first, 1) is Step.DAY

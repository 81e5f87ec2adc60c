from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from tests.retrieval.question.times import window


def test_days_are_those_of_the_zone_of_the_question() -> None:
    late = datetime(2022, 9, 15, 23, tzinfo=UTC).astimezone(timezone(timedelta(hours=3)))
    assert window("today", late) == ("2022-09-16", "2022-09-16")


@pytest.mark.parametrize(
    ("day", "text", "since"),
    [
        (date(2022, 9, 17), "over the weekend", "2022-09-17"),
        (date(2022, 9, 18), "over the weekend", "2022-09-17"),
        (date(2022, 9, 18), "last weekend", "2022-09-10"),
        (date(2022, 9, 19), "last weekend", "2022-09-17"),
        (date(2022, 9, 19), "last week", "2022-09-12"),
        (date(2022, 1, 10), "this winter", "2021-12-01"),
        (date(2022, 1, 10), "last winter", "2020-12-01"),
        (date(2022, 1, 31), "last month", "2021-12-01"),
        (date(2022, 3, 31), "in the last month", "2022-02-28"),
        (date(2024, 2, 29), "in the last year", "2023-02-28"),
        (date(2022, 3, 15), "in March", "2022-03-01"),
        (date(2022, 3, 15), "last March", "2021-03-01"),
        (date(2021, 6, 1), "in the winter of 2021", "2020-12-01"),
        (date(2021, 11, 30), "in the winter of 2021", "2020-12-01"),
        (date(2021, 12, 1), "in the winter of 2021", "2021-12-01"),
        (date(2022, 2, 28), "this winter", "2021-12-01"),
        (date(2022, 2, 28), "last winter", "2020-12-01"),
        (date(2022, 3, 1), "last winter", "2021-12-01"),
        (date(2022, 8, 15), "last summer", "2021-06-01"),
        (date(2022, 8, 31), "last summer", "2021-06-01"),
        (date(2022, 9, 1), "last summer", "2022-06-01"),
        (date(2022, 3, 1), "in March", "2022-03-01"),
        (date(2022, 1, 10), "a decade ago", "2012-01-01"),
        (date(2022, 12, 10), "a decade ago", "2012-01-01"),
        (date(2023, 6, 1), "on 29 February", "2020-02-29"),
        (date(1904, 1, 1), "on 29 February", "1896-02-29"),
        (date(1904, 2, 29), "on 29 February", "1904-02-29"),
    ],
)
def test_borders_of_the_calendar(day: date, text: str, since: str) -> None:
    time = window(text, datetime(day.year, day.month, day.day, tzinfo=UTC))
    assert time is not None
    assert time[0] == since


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2022, 2, 1), "this summer"),
        (date(2022, 3, 1), "this winter"),
        (date(9999, 12, 30), "after 9999"),
        (date(1, 1, 2), "this week"),
    ],
)
def test_a_time_still_to_come_or_beyond_the_calendar_is_none(day: date, text: str) -> None:
    assert window(text, datetime(day.year, day.month, day.day, tzinfo=UTC)) is None

"""Months, quarters and years that texts tell of, and what of a time is looked for in print."""

from datetime import date

import pytest

from retrieval.question.times.reference import Days
from retrieval.question.times.told import printed, tells_of
from tests.retrieval.question.times import found

JUNE = Days(date(2022, 6, 1), date(2022, 6, 30))
SECOND_QUARTER = Days(date(2022, 4, 1), date(2022, 6, 30))
PUBLISHED = date(2022, 7, 13)


@pytest.mark.parametrize(
    "text",
    [
        "Tolls rose by 9.1% in June, the toll board said.",
        "Tolls rose by 9.1% in the 12 months ending in June 2022.",
        "Tolls rose by 9.1% last month, up from 8.6% in May.",
        "The tolls of June were up from those in May and April.",
        "In May tolls rose by 8.6%, in June by 9.1%.",
    ],
)
def test_a_text_tells_of_the_month_that_it_names(text: str) -> None:
    assert tells_of(text, PUBLISHED, JUNE, "en") is True


@pytest.mark.parametrize(
    "text",
    [
        "Tolls rose by 8.6% in May.",
        "Tolls rose by 8.6% in May, faster than in June 2021.",
        "On 10 June the board said that tolls had risen by 8.6% in May.",
        "Tolls will be higher in July.",
    ],
)
def test_a_text_that_names_another_month_only_tells_of_that(text: str) -> None:
    assert tells_of(text, PUBLISHED, JUNE, "en") is False


@pytest.mark.parametrize(
    "text",
    [
        "Tolls rose by 9.1%.",
        "Tolls rose by 9.1%, up from 8.6% in May.",
        "Tolls rose by 9.1%, the most since March 2008.",
        "Tolls, which began in 2007, rose by 9.1%.",
        "The tolls may march on.",
        "Tolls are to be frozen in December.",
        "April Lind and Theresa May paid the tolls on 5 May.",
    ],
)
def test_a_text_that_names_no_month_or_only_compares_with_one_leaves_it_open(text: str) -> None:
    assert tells_of(text, PUBLISHED, JUNE, "en") is None


def test_a_month_is_that_before_the_day_of_the_text() -> None:
    text = "Tolls rose by 9.1% in June."
    assert tells_of(text, date(2021, 7, 13), JUNE, "en") is False
    assert tells_of(text, date(2022, 6, 30), JUNE, "en") is True


def test_a_quarter_is_told_by_its_name_and_not_by_one_of_its_months() -> None:
    assert tells_of("Second-quarter tolls fell.", PUBLISHED, SECOND_QUARTER, "en") is True
    assert tells_of("Tolls fell last quarter.", PUBLISHED, SECOND_QUARTER, "en") is True
    assert tells_of("Tolls fell in the first quarter.", PUBLISHED, SECOND_QUARTER, "en") is False
    assert tells_of("Tolls fell in May.", PUBLISHED, SECOND_QUARTER, "en") is None


def test_a_language_without_a_table_leaves_it_open() -> None:
    assert tells_of("Tolls rose in May.", PUBLISHED, JUNE, "xx") is None


@pytest.mark.parametrize(
    ("words", "may_be_printed"),
    [
        ("in May 2021", "May 2021"),
        ("on 5 May 2021", "May 5 2021"),
        ("last March", "March"),
        ("last month", "august"),
        ("last quarter", "second quarter"),
        ("in the second quarter of 2022", "second quarter 2022"),
        ("two years ago", ""),
        ("in the last 24 hours", ""),
    ],
)
def test_of_a_time_only_months_years_and_names_are_looked_for_in_print(
    words: str, may_be_printed: str
) -> None:
    time = found(f"ferry {words}")
    assert time is not None
    assert printed(words, time.days, "en") == may_be_printed


def test_the_last_second_quarter_is_that_before_the_question() -> None:
    time = found("tolls in the second quarter?")
    assert time is not None
    assert time.days == SECOND_QUARTER

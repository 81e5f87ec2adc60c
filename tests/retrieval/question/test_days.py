from datetime import date

import pytest

from retrieval.question.days import first_day, last_day


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("2021-02", date(2021, 2, 1), date(2021, 2, 28)),
        ("2024-2", date(2024, 2, 1), date(2024, 2, 29)),
        ("2021-03-14", date(2021, 3, 14), date(2021, 3, 14)),
        ("2021-12", date(2021, 12, 1), date(2021, 12, 31)),
        (" 2021 ", date(2021, 1, 1), date(2021, 12, 31)),
        ("27/01/2021", date(2021, 1, 27), date(2021, 1, 27)),
        ("1/27/2021", date(2021, 1, 27), date(2021, 1, 27)),
        ("27.1.2021", date(2021, 1, 27), date(2021, 1, 27)),
        ("2021.01.27", date(2021, 1, 27), date(2021, 1, 27)),
        ("20210127", date(2021, 1, 27), date(2021, 1, 27)),
        ("27/01/21", date(2021, 1, 27), date(2021, 1, 27)),
        ("02/2021", date(2021, 2, 1), date(2021, 2, 28)),
        ("27 Jan 2021", date(2021, 1, 27), date(2021, 1, 27)),
        ("January 27th, 2021", date(2021, 1, 27), date(2021, 1, 27)),
        ("27th of january  2021", date(2021, 1, 27), date(2021, 1, 27)),
        ("Feb. 2021", date(2021, 2, 1), date(2021, 2, 28)),
    ],
)
def test_a_year_a_month_and_a_day_have_a_first_and_a_last_day(
    text: str, first: date, last: date
) -> None:
    assert (first_day(text), last_day(text)) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "2021-13",
        "2021-02-30",
        "0000",
        "01/02/2021",
        "31/02/2021",
        "5 May 6 2021",
        "30 February 2021",
        "May",
        "13/2021",
    ],
)
def test_what_is_no_day_is_refused_in_one_line(text: str) -> None:
    for read in (first_day, last_day):
        with pytest.raises(ValueError, match=r"\A[^\n]+\Z"):
            read(text)


def test_a_day_of_two_readings_is_refused_with_both() -> None:
    with pytest.raises(ValueError, match="may be 2021-02-01 or 2021-01-02"):
        first_day("01/02/2021")

from datetime import UTC, date, datetime

import pytest

from retrieval.question.times.other_languages import in_english
from retrieval.question.understand import understand

ASKED = ("en",)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("24 февраля 2022", "24 February 2022"),
        ("мост 24 лютого 2022 року", "мост 24 February 2022"),
        ("24 lutego 2022 r.", "24 February 2022"),
        ("2022 m. vasario 24 d. tiltas", "24 February 2022 tiltas"),
        ("vasario 24", "24 February"),
        ("most w lipcu 2021", "most in July 2021"),
        ("в сентябре 2021 года", "in September 2021"),
        ("2021 m. rugsėjį", "September 2021"),
    ],
)
def test_a_date_is_read_in_english(text: str, read: str) -> None:
    assert in_english(text, ASKED) == read


@pytest.mark.parametrize(
    "text", ["style 2022", "maria 2021", "mars 2020", "list 5", "luty most", "24 Feb 2022", "май"]
)
def test_what_is_no_such_date_stays(text: str) -> None:
    assert in_english(text, ASKED) == text


def test_in_its_own_language_a_date_is_words_as_papers_print_them() -> None:
    assert in_english("2022 m. vasario 24 d.", ("lt", "en")) == "2022 m. vasario 24 d."


def test_a_question_is_about_the_day_that_it_names_in_another_language() -> None:
    question = understand("мост 24 лютого 2022", datetime(2023, 1, 1, tzinfo=UTC))
    assert question.period is not None
    assert question.period.since == question.period.until == date(2022, 2, 24)

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.question.days import first_day, last_day
from retrieval.question.question import Question
from retrieval.question.understand import MAX_TERMS, understand


def understood(text: str) -> Question:
    return understand(text, datetime(2022, 1, 1, tzinfo=UTC))


def test_terms_come_once_in_the_order_of_the_question() -> None:
    assert understood("Bridge and ferry, ferry and bridge").terms == ("bridg", "ferri")


@pytest.mark.parametrize("text", ["", "   ", "the of and", "?!", "😀", "-", '""', "\x00"])
def test_what_has_no_searchable_word_has_no_terms(text: str) -> None:
    assert understood(text).terms == ()


@pytest.mark.parametrize("text", ['"old bridge" cost', "“old bridge” cost", "„old bridge” cost"])
def test_words_in_quotation_marks_are_a_phrase(text: str) -> None:
    question = understood(text)
    assert question.phrases == ("old bridge",)
    assert question.terms == ("old", "bridg", "cost")


def test_a_minus_before_a_word_excludes_it() -> None:
    question = understood("bridge -ferry COVID-19 well-known - 5 -3")
    assert question.excluded == ("ferry",)
    assert "ferri" not in question.terms
    assert "covid" in question.terms


@pytest.mark.parametrize(
    ("text", "name", "terms"),
    [
        ("How old is the mayor?", "age", ("mayor",)),
        ("How many bridges are there?", "number", ("bridg",)),
        ("When was the bridge built?", "time", ("bridg", "build")),
        ("What year did it open?", "time", ("open",)),
        ("The old bridge", None, ("old", "bridg")),
    ],
)
def test_the_kind_of_answer_is_seen_and_its_words_are_not_searched_for(
    text: str, name: str | None, terms: tuple[str, ...]
) -> None:
    question = understood(text)
    assert (question.answer_type.name if question.answer_type else None) == name
    assert question.terms == terms


def test_a_long_text_is_searched_for_by_its_first_words() -> None:
    question = understood(" ".join(f"word{n}" for n in range(1000)))
    assert len(question.terms) == MAX_TERMS
    assert question.terms[0] == "word0"


@given(st.text())
def test_any_text_is_understood_somehow(text: str) -> None:
    assert understood(text).text == text


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("2021-02", date(2021, 2, 1), date(2021, 2, 28)),
        ("2024-2", date(2024, 2, 1), date(2024, 2, 29)),
        ("2021-03-14", date(2021, 3, 14), date(2021, 3, 14)),
    ],
)
def test_a_year_a_month_and_a_day_have_a_first_and_a_last_day(
    text: str, first: date, last: date
) -> None:
    assert (first_day(text), last_day(text)) == (first, last)


@pytest.mark.parametrize("text", ["", "yesterday", "2021-13", "2021-02-30", "0000", "01/02/2021"])
def test_what_is_no_day_is_refused_in_one_line(text: str) -> None:
    for read in (first_day, last_day):
        with pytest.raises(ValueError, match=r"\A[^\n]+\Z"):
            read(text)

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.question.question import MAX_TERMS, Question, understand


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

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.question.question import Question, Scope
from retrieval.question.understand import understand


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
    question = understood(" ".join(f"{n}word" for n in range(1000)))
    assert len(question.terms) == 48
    assert question.terms[0] == "0word"


@given(st.text())
def test_any_text_is_understood_somehow(text: str) -> None:
    assert understood(text).text == text


def test_a_time_in_words_is_preferred_and_not_only_searched_for() -> None:
    question = understood("Who crossed the bridge in May 2021?")
    assert question.period is not None
    assert (question.period.since, question.period.until) == (date(2021, 5, 1), date(2021, 5, 31))
    assert question.period.words == "in May 2021"
    assert question.terms == ("cross", "bridg", "may", "2021")
    assert question.analyses[0].essential == {"cross", "bridg"}
    assert question.hint is None


def test_of_a_time_that_nobody_prints_no_word_is_searched_for() -> None:
    question = understood("which bridges closed two years ago")
    assert question.terms == ("bridg", "close")
    assert question.period is not None


def test_a_time_within_a_phrase_is_to_be_found_as_written() -> None:
    question = understood('"the bridge of May 2021"')
    assert (question.period, question.phrases) == (None, ("the bridge of May 2021",))
    assert {"bridg", "may", "2021"} <= set(question.terms)


@pytest.mark.parametrize(
    ("text", "since"),
    [("bridge this week", date(2021, 12, 25)), ("latest on the bridge", date(2021, 12, 2))],
)
def test_a_word_of_freshness_hints_at_the_days_up_to_the_question(text: str, since: date) -> None:
    question = understood(text)
    assert question.period is None
    assert question.hint is not None
    assert (question.hint.since, question.hint.until) == (since, date(2022, 1, 1))


def test_an_earlier_time_in_the_background_is_neither_asked_for_nor_hinted_at() -> None:
    question = understood("Is the ferry dearer than in May 2021?")
    assert (question.period, question.hint) == (None, None)


@pytest.mark.parametrize("given", ["since:2020", "until:2021", "since:2020 until:2021"])
def test_days_given_outright_count_before_words(given: str) -> None:
    question = understood(f"bridge in May 2021 {given}")
    assert question.period is None
    assert understood(f"bridge this week {given}").hint is None


def test_days_of_options_count_before_those_of_operators() -> None:
    options = Scope(since=date(2019, 1, 1), until=date(2019, 12, 31), sources=("BNS",))
    asked = understand(
        "bridge since:2020 until:2021 source:BBC", datetime(2022, 1, 1, tzinfo=UTC), scope=options
    )
    assert (asked.scope.since, asked.scope.until) == (date(2019, 1, 1), date(2019, 12, 31))
    assert asked.scope.sources == ("BNS", "BBC")
    half = understand("bridge until:2021", datetime(2022, 1, 1, tzinfo=UTC), scope=Scope())
    assert (half.scope.since, half.scope.until) == (None, date(2021, 12, 31))

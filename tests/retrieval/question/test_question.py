from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.render.english.answers import note_line
from retrieval.notes import UnclearDay
from retrieval.question.analysing import MAX_TERMS
from retrieval.question.kinds.kind import Kind
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


@pytest.mark.parametrize("text", ["Mr Kalnas", "mrs. Kalnas", "Prof. Kalnas"])
def test_how_somebody_is_addressed_is_searched_for_but_not_needed(text: str) -> None:
    analysis = understood(text).analyses[0]
    assert len(analysis.terms) == 2
    assert analysis.essential == {"kalna"}


def test_a_form_of_address_alone_is_what_is_asked_for() -> None:
    assert understood("Mr").analyses[0].essential == {"mr"}


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


@pytest.mark.parametrize(
    ("text", "readings", "line"),
    [
        (
            "bridge 01/02/2021",
            (date(2021, 2, 1), date(2021, 1, 2)),
            "Mon 1 Feb 2021 or Sat 2 Jan 2021",
        ),
        ("bridge on 31/02/2021", (), "31/02/2021 is no day"),
    ],
)
def test_a_day_of_two_readings_or_none_is_named_and_neither_asked_nor_searched_for(
    text: str, readings: tuple[date, ...], line: str
) -> None:
    question = understood(text)
    (note,) = question.notes
    assert note == UnclearDay(text.rsplit(maxsplit=1)[-1], readings)
    assert line in note_line(note)
    assert (question.period, question.terms) == (None, ("bridg",))


@pytest.mark.parametrize("text", ["31/02/2021", "What happened on 03/04/2021?", "news of 13/13/21"])
def test_of_the_news_of_an_unclear_day_nothing_is_left_to_search_for(text: str) -> None:
    question = understood(text)
    assert (question.kind, question.terms, len(question.notes)) == (Kind.QUESTION, (), 1)


@pytest.mark.parametrize("day", ["27/01/2021", "1/27/2021", "20210127", "01/2021", "27 Jan '21"])
def test_a_day_in_numbers_is_no_rare_number(day: str) -> None:
    question = understood(f"bridge {day}")
    assert question.period is not None
    assert set(question.terms) <= {"bridg", "2021", "jan", "27"}
    assert question.analyses[0].essential == {"bridg"}


def test_of_a_long_text_the_rarest_words_are_searched_for_wherever_they_stand() -> None:
    common = (
        "people said last year that many new cars went along old roads every day while men and "
        "women worked hard at home with small children who played good games after long school "
        "hours because money was short and food cost more than before in big towns near open "
        "fields where water came from deep wells made by hand under blue sky all summer long then "
        "winter brought white snow over black hills"
    )
    question = understood(f"{common} Klampuva estuary")
    assert len(question.terms) == MAX_TERMS
    assert question.terms[-2:] == ("klampuva", "estuari")


def test_a_question_about_an_earlier_one_asks_for_the_terms_and_the_time_of_both() -> None:
    first = understood("Who built the bridge in May 2021?")
    both = understood("What did it cost?").about(first)
    assert both.terms == ("cost", "build", "bridg", "may", "2021")
    assert both.period == first.period
    assert both.analyses[0].essential == {"cost", "build", "bridg"}
    assert understood("What did it cost in 2020?").about(first).period != first.period


def test_no_other_day_in_numbers_is_searched_for_either() -> None:
    question = understood("bridge 27/01/2021 or 28/01/2021 or 01/2031 or 20310127")
    assert question.terms == ("bridg", "2021")
    assert understood('"on 28/01/2031" bridge').terms == ("28", "01", "2031", "bridg")


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("What happened yesterday?", True),
        ("the latest news", True),
        ("news", True),
        ("headlines of 5 May 2021", True),
        ("news since:2021", True),
        ("what happened", False),
        ("what's new", False),
        ("what happened before 2021", False),
        ("what happened to the bridge yesterday", False),
        ('"what happened" yesterday', False),
        ("news title:bridge", False),
    ],
)
def test_some_questions_ask_for_the_news_and_name_nothing(text: str, asks: bool) -> None:
    assert understood(text).asks_for_news is asks

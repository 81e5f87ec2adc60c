"""What an answer says of how it was found."""

from datetime import date

import pytest

from retrieval.answer import Strength
from retrieval.answering import Answerer
from retrieval.notes import (
    Correction,
    Fault,
    NothingSoNew,
    OtherTimes,
    PartUnanswered,
    PhraseNotFound,
    PhrasesApart,
    UnknownOutlet,
    UnknownWords,
    WrongOperator,
)
from tests.retrieval.small_archive import ask


def test_an_unknown_word_leaves_a_weak_answer_to_the_others_and_is_named(
    answerer: Answerer,
) -> None:
    answer = ask(answerer, "Xylqwertz bridge Šilagiris")
    assert answer.strength is Strength.WEAK
    assert answer.quotes[0].article.id == "bridge"
    assert answer.notes == (UnknownWords(("Xylqwertz",)),)


def test_of_phrases_that_stand_apart_what_has_each_is_shown(answerer: Answerer) -> None:
    answer = ask(answerer, '"stopped work" and "cut the ribbon"')
    assert answer.notes == (PhrasesApart(("stopped work", "cut the ribbon")),)
    assert answer.strength is Strength.STRONG
    texts = [quote.text for quote in answer.quotes]
    assert ["stopped work" in texts[0], "cut the ribbon" in texts[1]] == [True, True]


def test_of_three_phrases_one_of_which_stands_nowhere_the_answer_is_weak(
    answerer: Answerer,
) -> None:
    answer = ask(answerer, '"stopped work" "cut the ribbon" "sold the bridge"')
    assert answer.strength is Strength.WEAK
    assert len(answer.quotes) > 1


def test_of_two_questions_the_one_without_an_answer_is_named(answerer: Answerer) -> None:
    answer = ask(answerer, "Who won the hockey final? How much did the bridge cost?")
    assert PartUnanswered("Who won the hockey final?") in answer.notes
    assert answer.strength is Strength.WEAK
    assert answer.quotes[0].article.id == "bridge"
    neither = ask(answerer, "Who won the hockey final? Who lost the hockey match?")
    assert (neither.strength, neither.quotes, neither.notes) == (Strength.NONE, (), ())


def test_a_wrong_operator_is_answered_with_the_right_form(answerer: Answerer) -> None:
    answer = ask(answerer, "Klampuva drivers since:soon source:Gazette")
    assert answer.quotes
    wrong, unknown = answer.notes
    assert wrong == WrongOperator(Fault.NO_DATE, "since:soon", "since")
    assert isinstance(unknown, UnknownOutlet)
    assert (unknown.asked, "Baltic Post" in unknown.known) == ("Gazette", True)


def test_when_nothing_from_the_time_asked_for_fits_the_answer_says_so(answerer: Answerer) -> None:
    notes = ask(answerer, "Which drivers of Klampuva stopped work in May 2019?").notes
    assert notes == (OtherTimes("in May 2019"),)


@pytest.mark.parametrize("name", ["Klampuwa", "klapmuva", "Klampuvaa"])
def test_a_misspelt_name_is_found_and_said(answerer: Answerer, name: str) -> None:
    answer = ask(answerer, f"drivers strike {name}")
    assert answer.quotes[0].article.id == "strike"
    assert answer.notes == (Correction(name, "Klampuva"),)


def test_a_phrase_that_stands_only_in_other_forms_is_not_there(answerer: Answerer) -> None:
    answer = ask(answerer, '"the bridges over the Vilka"')
    assert answer.strength is Strength.WEAK
    assert answer.notes == (PhraseNotFound("the bridges over the Vilka"),)


def test_an_answer_older_than_the_news_asked_for_says_so(answerer: Answerer) -> None:
    answer = ask(answerer, "What stopped work in Klampuva this week?")
    assert answer.strength is Strength.WEAK
    assert answer.notes == (NothingSoNew("this week", date(2021, 6, 1)),)


def test_an_unknown_outlet_leaves_all_of_them(answerer: Answerer) -> None:
    answer = ask(answerer, "drivers source:nowhere.example")
    assert answer.quotes
    assert isinstance(answer.notes[0], UnknownOutlet)


def test_a_name_without_letters_is_no_outlet(answerer: Answerer) -> None:
    assert isinstance(ask(answerer, "drivers source:.com").notes[0], UnknownOutlet)

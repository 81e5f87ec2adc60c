"""Chatter in four languages, and short questions that look a little like it.

What people say to each other (`talk.jsonl`) was written by somebody who did not know the code, and
nothing was learned from it.
"""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from retrieval.question.kinds import Kind
from retrieval.question.kinds.chatter import PERHAPS_TALK, TALK
from retrieval.question.understand import is_chatter, understand

DATA = Path(__file__).parents[2] / "data"


def lines_of(name: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in (DATA / name).read_text("utf-8").splitlines()]


JUDGED = lines_of("chatter.jsonl")
NOW = datetime(2022, 1, 1, tzinfo=UTC)
LANGUAGES = ("en", "lt", "ru", "pl")
MISSED = 0.1  # of the chatter of a language, read as something to look up


def kind_of(text: str) -> Kind:
    """By the words alone."""
    return Kind.CHATTER if is_chatter(text, NOW) else understand(text, NOW).kind


@pytest.mark.parametrize("language", LANGUAGES)
def test_hardly_any_chatter_is_looked_up(language: str) -> None:
    texts = [
        one["text"] for one in JUDGED if one["kind"] == Kind.CHATTER and one["language"] == language
    ]
    missed = [text for text in texts if kind_of(text) is not Kind.CHATTER]
    assert len(texts) >= 45
    assert len(missed) <= MISSED * len(texts), missed


def test_no_short_question_is_taken_for_chatter() -> None:
    texts = [one["text"] for one in JUDGED if one["kind"] == Kind.QUESTION]
    assert len(texts) >= 80
    assert [text for text in texts if kind_of(text) is Kind.CHATTER] == []


def test_most_of_what_people_say_to_each_other_sounds_like_talk_and_hardly_a_question() -> None:
    kinds: dict[Kind, list[bool]] = {Kind.CHATTER: [], Kind.QUESTION: []}
    for one in lines_of("talk.jsonl"):
        question = understand(one["text"], NOW)
        is_talk = question.talk >= TALK or question.kind is Kind.CHATTER
        kinds[Kind(one["kind"])].append(is_talk)
    talk, asked = kinds[Kind.CHATTER], kinds[Kind.QUESTION]
    assert (len(talk), len(asked)) == (150, 200)
    assert sum(talk) >= 0.78 * len(talk)
    assert sum(asked) <= 0.03 * len(asked)


@pytest.mark.parametrize(
    ("talk", "asked"),
    [
        ("so how did your trip go", "so how did the qatar trip go"),
        ("i think they fired my uncle", "i think they fired duterte"),
        ("we were there at six", "we were there in 2016"),
    ],
)
def test_what_names_something_is_looked_up_however_it_is_said(talk: str, asked: str) -> None:
    assert kind_of(talk) is Kind.CHATTER
    assert kind_of(asked) is not Kind.CHATTER


@pytest.mark.parametrize(
    "text",
    [
        "somebody told me the ferry sank last night",
        "i was on the ferry that night, how many drowned",
        "i'd like to read about the tram drivers",
    ],
)
def test_news_is_looked_up_though_people_tell_of_it_or_ask_for_it_as_they_talk(text: str) -> None:
    assert kind_of(text) is not Kind.CHATTER


def test_a_form_of_a_known_word_is_no_name() -> None:
    assert kind_of("your outfit sparkles") is Kind.CHATTER
    assert kind_of("your outfit at gludkis") is Kind.QUESTION


@pytest.mark.parametrize("text", ["Is this the dam?", "is it the new bridge", "who built that dam"])
def test_a_question_about_what_is_shown_is_looked_up(text: str) -> None:
    assert kind_of(text) is Kind.QUESTION


def test_what_may_be_talk_is_known_as_such() -> None:
    asked = "skipped breakfast, so hungry"
    assert understand(asked, NOW).talk > TALK > understand("who won the election", NOW).talk
    assert understand(f'"{asked}"', NOW).talk == 0.0


def test_how_far_words_are_talk_is_told_of_two_of_them_and_of_no_one_else_s() -> None:
    assert kind_of("typo sorry") is Kind.QUESTION
    assert understand("typo sorry", NOW).talk > 0.3 > understand("bridge repairs", NOW).talk
    assert understand("sorry", NOW).talk == 0.0
    assert understand("typo sorry", NOW, is_said=True).talk == 0.0
    for text in ('"typo sorry"', "typo sorry since:2021", "the bridge and the ferry"):
        assert understand(text, NOW).talk == 0.0


def test_what_somebody_else_said_is_looked_up_though_it_sounds_like_talk() -> None:
    said = "i never took any money from the builders"
    assert kind_of(said) is Kind.CHATTER
    assert (understand(said, NOW, is_said=True).kind, understand(said, NOW, is_said=True).talk) == (
        Kind.CLAIM,
        0.0,
    )


@pytest.mark.parametrize("text", ["aciu labai", "spasibo bolshoe", "dziekuje", "SPASIBO!"])
def test_small_talk_is_known_in_latin_letters_without_marks(text: str) -> None:
    assert kind_of(text) is Kind.CHATTER


@pytest.mark.parametrize(
    "text",
    ["labas rytas Gludkis", "ačiū, kas laimėjo rinkimus?", "привет, когда выборы?", "hej 2021"],
)
def test_a_name_a_year_or_a_question_behind_a_greeting_is_looked_up(text: str) -> None:
    assert kind_of(text) is Kind.QUESTION


@pytest.mark.parametrize("text", ["to do list", "on to the bridge", "no deal brexit"])
def test_english_words_that_are_small_in_another_language_are_no_small_talk(text: str) -> None:
    assert kind_of(text) is Kind.QUESTION


def test_what_is_said_to_the_bot_must_tell_more_than_a_question_to_it() -> None:
    told, asked = understand("you're a lifesaver", NOW), understand("recall zelenskyy?", NOW)
    assert told.talk > PERHAPS_TALK > asked.talk


def test_an_acronym_is_no_exclamation() -> None:
    assert kind_of("what's IEEE") is Kind.QUESTION
    assert kind_of("yeeee") is Kind.CHATTER


def test_an_age_is_asked_of_others_than_the_bot() -> None:
    assert kind_of("how old are u") is Kind.CHATTER
    assert kind_of("how old are usha and jd vance?") is Kind.QUESTION


@pytest.mark.parametrize(
    ("task", "asked"),
    [
        ("convert 12 gallons to litres", "convert to islam law"),
        ("how many feet are in a mile", "how many miles has the new tunnel"),
        ("how do you say ferry in welsh", "how do you vote from abroad"),
        ("write me a limerick about ferries", "who can write a check on the treasury"),
        ("what time is it in Rudna", "what time is the eclipse in Rudna"),
    ],
)
def test_what_assistants_are_asked_to_do_is_not_looked_up(task: str, asked: str) -> None:
    assert kind_of(task) is Kind.CHATTER
    assert kind_of(asked) is not Kind.CHATTER

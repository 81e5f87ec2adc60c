"""Chatter in four languages, and short questions that look a little like it."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from retrieval.question.kinds import Kind
from retrieval.question.understand import understand

LINES = (Path(__file__).parents[2] / "data" / "chatter.jsonl").read_text("utf-8").splitlines()
JUDGED = [json.loads(line) for line in LINES]
LANGUAGES = ("en", "lt", "ru", "pl")
MISSED = 0.1  # of the chatter of a language, read as something to look up


def kind_of(text: str) -> Kind:
    return understand(text, datetime(2022, 1, 1, tzinfo=UTC)).kind


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
    assert kind_of("you're a lifesaver") is Kind.CHATTER
    assert kind_of("do you remember zelenskyy?") is Kind.QUESTION


def test_an_age_is_asked_of_others_than_the_bot() -> None:
    assert kind_of("how old are u") is Kind.CHATTER
    assert kind_of("how old are usha and jd vance?") is Kind.QUESTION

from datetime import UTC, datetime

import pytest

from retrieval.question.kinds import Kind
from retrieval.question.parts import parts_of, refers_back
from retrieval.question.understand import understand


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Who built the bridge? What did it cost?", ["Who built the bridge?", "What did it cost?"]),
        ("who built the bridge\nwhat did it cost", ["who built the bridge", "what did it cost"]),
        (
            "The bridge opened. Who built it? What did it cost?",
            ["The bridge opened. Who built it?", "What did it cost?"],
        ),
        (
            "Who built the bridge? Really? What did it cost? Thanks",
            ["Who built the bridge?", "Really? What did it cost? Thanks"],
        ),
    ],
)
def test_each_question_of_a_message_is_one_with_what_is_said_before_it(
    text: str, parts: list[str]
) -> None:
    assert parts_of(text) == tuple(parts)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "bridge",
        "Who built the bridge?",
        "Really? Who built the bridge?",
        "The bridge opened. Who built it?",
        "Bridge of Klampuva\nFerry of Klampuva",
        "Who built the bridge? What did it cost? since:2021",
        'Who said "the old bridge"? What did it cost him?',
        "Who built the bridge? " * 4,
        "Who built the bridge? What did it cost? " + "They opened it. " * 30,
    ],
)
def test_other_messages_are_one_question(text: str) -> None:
    assert parts_of(text) == (text,)


def test_a_question_may_be_about_what_the_one_before_it_names() -> None:
    assert refers_back("What did it cost?")
    assert not refers_back("What did the bridge cost?")


@pytest.mark.parametrize(
    "part",
    [
        "And who won in 2022?",
        "but what of Rusnelė?",
        "How many died?",
        "how many people were hurt",
        "How much was stolen?",
        "how long",
    ],
)
def test_a_question_that_goes_on_or_names_nothing_is_about_it_too(part: str) -> None:
    assert refers_back(part)


@pytest.mark.parametrize(
    "part", ["How many ferries sank?", "Andorra votes when?", "how old is Aras"]
)
def test_a_question_that_names_something_of_its_own_is_not(part: str) -> None:
    assert not refers_back(part)


def test_what_alone_would_be_chatter_asks_about_what_the_question_before_it_names() -> None:
    asked_at = datetime(2022, 1, 1, tzinfo=UTC)
    alone = understand("How old was she?", asked_at)
    assert alone.kind is Kind.CHATTER
    assert alone.about(understand("Who built the bridge?", asked_at)).kind is Kind.QUESTION

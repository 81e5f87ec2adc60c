"""A headline states something as a sentence does, and so does what somebody only brings."""

import pytest

from retrieval.question.kinds import Kind
from tests.retrieval.question.test_kinds import taken


@pytest.mark.parametrize(
    "text",
    [
        "Ferry captain Ona Gludkis retires",
        "rudna mayor concedes defeat",
        "Rudna Line unveils ferries with sails",
        "Harbour strike begins in Klampuva",
    ],
)
def test_a_headline_of_what_one_does_is_a_claim(text: str) -> None:
    assert taken(text).kind is Kind.CLAIM


@pytest.mark.parametrize("text", ["which ferry captain retires", "opens and ends of a rope"])
def test_the_same_verb_in_a_question_or_a_thing_is_none(text: str) -> None:
    assert taken(text).kind is Kind.QUESTION


@pytest.mark.parametrize(
    "lead",
    ["TIL that", "Reminder that", "Can't believe", "did you know that", "fun fact:", "turns out",
     "rumor has it that"],
)  # fmt: skip
def test_words_that_only_bring_a_statement_ask_nothing(lead: str) -> None:
    assert taken(f"{lead} the mayor of Rudna was bitten by a swan").kind is Kind.CLAIM
    assert taken(f"{lead} the mayor of Rudna was bitten by what?").kind is Kind.QUESTION

from datetime import UTC, datetime

import pytest

from retrieval.question.answers.answer_types import NAME, NUMBER, REASON, TIME, AnswerType
from retrieval.question.answers.asking_words import mended
from retrieval.question.kinds.kind import Kind
from retrieval.question.understand import understand

NOW = datetime(2022, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("wen did the bridge open", TIME),
        ("wehn was the bridge painted", TIME),
        ("hwo many drivers stopped work", NUMBER),
        ("ohw many drivers stopped work", NUMBER),
        ("y did the ferry stop", REASON),
        ("wich ferry company stopped", NAME),
        ("so whihc ferry company stopped", NAME),
    ],
)
def test_a_slip_in_the_word_that_asks_leaves_a_question_what_it_is(
    typed: str, kind: AnswerType
) -> None:
    question = understand(typed, NOW)
    assert (question.kind, question.answer_type) == (Kind.QUESTION, kind)
    assert question.text == typed


@pytest.mark.parametrize(
    "text",
    [
        "Wen Vilka resigned",
        "hat was stolen",
        "here are the drivers",
        "Y Ferries stops",
        "whoa is that so",
        "whos the mayor",
        "whom did he call",
        '"wen did" Ona Wire',
        "the ferry stopped, wen did it",
        "",
        "wich",
    ],
)
def test_what_may_be_meant_so_is_left(text: str) -> None:
    assert mended(text).removeprefix("which") == text.removeprefix("wich")


def test_what_somebody_said_is_read_as_it_is() -> None:
    assert "when" not in understand("wen did the bridge open", NOW, is_said=True).terms
    assert understand("wen did the bridge open", NOW, is_said=True).kind is Kind.CLAIM

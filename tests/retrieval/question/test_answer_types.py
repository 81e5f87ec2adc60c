import pytest

from retrieval.question.answer_types import (
    AGE,
    ANSWER_TYPES,
    MONEY,
    NUMBER,
    PERCENTAGE,
    TIME,
    AnswerType,
    answer_type_of,
)


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("How old is the mayor?", AGE),
        ("The mayor's age?", AGE),
        ("The mayor is 70 years old", AGE),
        ("How much did the bridge cost?", MONEY),
        ("How much rain fell?", NUMBER),
        ("How tall is the tower?", NUMBER),
        ("What percentage of the voters came?", PERCENTAGE),
        ("When did the bridge open?", TIME),
        ("Who came?", None),
    ],
)
def test_the_words_of_a_question_tell_the_kind_of_answer(
    question: str, kind: AnswerType | None
) -> None:
    assert answer_type_of(question) is kind


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (AGE, "He was 75."),
        (AGE, "Kalnienė, 58, cut the ribbon."),
        (MONEY, "It cost 3.7 million euros."),
        (MONEY, "It cost €12."),
        (NUMBER, "1,994 people"),
        (NUMBER, "some dozens"),
        (PERCENTAGE, "12 % of them"),
    ],
)
def test_an_answer_of_its_kind_is_seen(kind: AnswerType, text: str) -> None:
    assert kind.answer.search(text)


@pytest.mark.parametrize(
    ("kind", "text"), [(NUMBER, "in power since 1994"), (MONEY, "12 people"), (AGE, "in 75 towns")]
)
def test_another_number_is_no_answer(kind: AnswerType, text: str) -> None:
    assert not kind.answer.search(text)


def test_only_of_a_time_may_the_answer_stand_beside_the_text() -> None:
    assert [kind for kind in ANSWER_TYPES if not kind.is_in_text] == [TIME]


def test_a_kind_of_answer_is_in_some_paragraphs_and_a_number_more_often_than_an_age() -> None:
    assert 0 < AGE.share < NUMBER.share < 1
    assert all(0 < kind.share <= NUMBER.share for kind in ANSWER_TYPES)

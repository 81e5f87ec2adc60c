from datetime import UTC, datetime

import pytest

from retrieval.question.answers.answer_types import (
    AGE,
    COUNTRY,
    DEATH,
    DURATION,
    MONEY,
    NAME,
    NUMBER,
    PERCENTAGE,
    PERSON,
    PLACE,
    REASON,
    SPEECH,
    TIME,
    AnswerType,
    answer_type_of,
    answers_in,
)
from retrieval.question.understand import understand
from retrieval.text.analyser import analyser


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
        ("How long was she in prison?", DURATION),
        ("How many days did the ferry stand still?", DURATION),
        ("gintaras wire prison sentence", DURATION),
        ("gintaras wire sentence length", DURATION),
        ("ferry strike ransom amount", MONEY),
        ("average cost of a ferry", MONEY),
        ("what did the city pay for the bridge", MONEY),
        ("ferry company fine 2021", MONEY),
        ("unemployment rate 2023", PERCENTAGE),
        ("what was inflation", PERCENTAGE),
        ("bridge vote percentage", PERCENTAGE),
        ("storm magnitude", NUMBER),
        ("ferry accident deaths in 2024", NUMBER),
        ("how strong was the storm", NUMBER),
        ("population of Vilka", NUMBER),
        ("deaths in the ferry fire", NUMBER),
        ("unemployment rate in Vilka", PERCENTAGE),
        ("date of the bridge opening", TIME),
        ("reason for the ferry strike", REASON),
        ("location of the new bridge", PLACE),
        ("bridge opening date", TIME),
        ("mayor's birthday", TIME),
        ("mayor age at death", AGE),
        ("how did the mayor die", DEATH),
        ("what killed the mayor", DEATH),
        ("the mayor's cause of death", DEATH),
        ("how did the mayor get home", None),
        ("what did the mayor say about the ferry", SPEECH),
        ("gintaras wire bridge what did he say", SPEECH),
        ("what has the mayor tweeted", SPEECH),
        ("what did the mayor say the bridge cost", MONEY),
        ("what did the mayor do", None),
        ("mayor of Vilka", PERSON),
        ("first woman to cross the bridge", PERSON),
        ("ferry captain name", PERSON),
        ("name of the captain of the ferry", PERSON),
        ("What is the name of the new mayor?", PERSON),
        ("new bridge name", NAME),
        ("name of the new bridge", NAME),
        ("winner of the ferry race", NAME),
        ("Why did the ferry stop?", REASON),
        ("ferry strike reason", REASON),
        ("Which Baltic country sent a ferry?", COUNTRY),
        ("The president of this country crossed the bridge.", COUNTRY),
        ("Where does the Vilka end?", PLACE),
        ("In which old port city did it end?", PLACE),
        ("Who came?", PERSON),
        ("whos the new mayor", PERSON),
        ("Which former ferry driver came?", PERSON),
        ("Which ferry company stopped?", NAME),
        ("Which ferry stopped?", NAME),
        ("what was the bridge of the year", None),
        ("bridge prize gludkis year", TIME),
        ("Which kind of ferry stopped?", None),
        ("The bridge opened.", None),
        ("Which of the bridges was painted?", None),
    ],
)
def test_the_words_of_a_question_tell_the_kind_of_answer(
    question: str, kind: AnswerType | None
) -> None:
    assert answer_type_of(question) is kind


@pytest.mark.parametrize(
    ("question", "searched"),
    [
        ("ferry ransom amount", ("ferri", "ransom")),
        ("ferry ransom", ("ferri", "ransom")),
        ("ferry captain name", ("ferri", "captain")),
        ("name of the captain of the ferry", ("captain", "ferri")),
        ("bridge opening date", ("bridg", "open")),
        ("how did the mayor die", ("mayor", "die")),
    ],
)
def test_key_words_that_only_ask_are_not_searched_for(
    question: str, searched: tuple[str, ...]
) -> None:
    assert understand(question, datetime(2022, 1, 1, tzinfo=UTC)).terms == searched


@pytest.mark.parametrize(
    ("told", "is_told"),
    [
        ("She died of pneumonia on Friday.", True),
        ("He was found dead after a fall.", True),
        ("The singer took an overdose.", True),
        ("She was mayor for nine years.", False),
    ],
)
def test_how_somebody_died_is_told_in_words_of_its_own(told: str, is_told: bool) -> None:
    assert (DEATH.answer.search(told) is not None) is is_told


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Who was mayor when the bridge opened?", PERSON),
        ("How much did the man who built the bridge earn?", MONEY),
        ("The bridge opened when?", TIME),
        ("When did it open? Who came?", PERSON),
        ("Which country’s mayor came?", PERSON),
        ("Wire, who sang, spoke.", None),
    ],
)
def test_of_several_words_that_ask_the_one_that_governs_counts(
    question: str, kind: AnswerType | None
) -> None:
    assert answer_type_of(question) is kind


def said(kind: AnswerType, text: str, *known: str) -> list[str]:
    terms = frozenset(analyser("en").terms(" ".join(known)))
    return [text[start:end] for start, end, _ in answers_in(kind, text, terms)]


@pytest.mark.parametrize(
    ("kind", "text", "answers"),
    [
        (AGE, "Kalnienė, 58, sang.", ["58"]),
        (DURATION, "He got two years and 3 months.", ["two years", "3 months"]),
        (NUMBER, "Of 1,250 boats 300-400 sank in 1994.", ["1,250", "300-400"]),
        (MONEY, "It cost $3.7 million.", ["$3.7 million"]),
        (COUNTRY, "The Latvian ferry left for Sri Lanka.", ["Latvian", "Sri Lanka"]),
        (PLACE, "It sank in the Bay of Rudna near Vilka.", ["the Bay of Rudna", "Vilka"]),
        (PERSON, "On Monday Ona van der Wire sang.", ["Ona van der Wire"]),
        (NAME, "The firm, Rudna Boats, is called “Old Wave”.", ["Rudna Boats", "Old Wave"]),
        (REASON, "It stopped because of ice.", ["because"]),
    ],
)
def test_answers_are_found_whole(kind: AnswerType, text: str, answers: list[str]) -> None:
    assert said(kind, text) == answers


def test_what_the_question_says_itself_is_no_answer() -> None:
    assert said(COUNTRY, "Lithuanians and Danes came.", "Lithuania") == ["Danes"]
    assert said(PERSON, "Ona Wire met Jonas Vilka.", "Wire", "Ona") == ["Jonas Vilka"]
    assert said(PERSON, "Former Mayor Ona Wire met him.", "Wire", "Ona") == []
    assert said(REASON, "because of ice", "ice", "because") == ["because"]


@pytest.mark.parametrize(
    ("text", "is_theirs"),
    [
        ("“It holds,” Mayor Ona Wire said on Monday.", True),
        ("“It holds,” said Ona Wire.", True),
        ("It will hold, according to Wire.", True),
        ("“It holds,” she said, and left.", True),
        ("Protesters want Wire to go, the harbour says.", False),
        ("“She is late,” said Jonas Vilka, who waited for Wire.", False),
        ("Wire opened the bridge.", False),
    ],
)
def test_what_somebody_says_is_told_beside_the_name_or_a_word_for_it(
    text: str, is_theirs: bool
) -> None:
    assert bool(said(SPEECH, text, "what did Wire say")) is is_theirs


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


def test_figures_and_speech_must_stand_in_the_text_but_a_time_may_stand_beside_it() -> None:
    assert all(kind.is_in_text for kind in (AGE, PERCENTAGE, MONEY, DURATION, NUMBER, SPEECH))
    assert not TIME.is_in_text


def test_a_kind_of_answer_is_in_some_paragraphs_and_a_number_more_often_than_an_age() -> None:
    assert 0 < AGE.share < NUMBER.share < NAME.share < 1

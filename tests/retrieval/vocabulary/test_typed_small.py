"""Names of common words, typed in small letters, over invented articles."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from retrieval.answering import Answerer
from retrieval.index.index import Index
from retrieval.question.kinds import Kind
from tests.archives import archive_of, article

NOW = datetime(2022, 1, 1, tzinfo=UTC)
# Day after day the words of a band's name stand in one short sentence, and are no name.
BOARD = [
    article(
        f"board-{number}",
        f"The drum at Vilka {number} is open, and so is the well beside the drum.",
        title=f"A drum at Vilka {number}, open at last",
    )
    for number in range(40)
]
FILLER = "The ferry to Klampuva was late, and the people on the pier stood in the rain for an hour."
BAND = [
    article(
        f"band-{number}",
        *[FILLER] * 6,
        f"The singer of Open Drum told the {number} people who stood in the rain near the ferry in "
        "Klampuva that she would never sing there again, and left by the last boat.",
        title=f"Rain over Klampuva {number}",
    )
    for number in range(4)
]
PARTY = [
    article(
        f"party-{number}",
        f"The party {name} lost its only seat in Klampuva on Sunday, said the council.",
        title=f"Seat number {number} goes",
    )
    for number, name in enumerate(("Never Say No", "Never Say No", "Never Say No"))
]


@pytest.fixture
def answerer(tmp_path: Path) -> Iterator[Answerer]:
    with archive_of(tmp_path, *BOARD, *BAND, *PARTY) as archive:
        yield Answerer(archive, Index(archive, "tantivy"))


def first(answerer: Answerer, text: str) -> str:
    return answerer.ask(text, asked_at=NOW).quotes[0].article.id


@pytest.mark.parametrize("text", ["open drum", "open drum singer"])
def test_words_that_the_archive_prints_as_a_name_are_looked_for_as_one(
    answerer: Answerer, text: str
) -> None:
    assert first(answerer, text).startswith("band")


def test_what_sounds_like_talk_is_looked_up_where_it_is_a_name(answerer: Answerer) -> None:
    answer = answerer.ask("never say no", asked_at=NOW)
    assert answer.question.kind is Kind.QUESTION
    assert answer.quotes[0].article.id.startswith("party")


def test_a_name_of_talk_may_have_a_word_beside_it(answerer: Answerer) -> None:
    assert answerer.ask("lol never say no", asked_at=NOW).quotes


@pytest.mark.parametrize("text", ["never say that", "say no to me", "thank you"])
def test_what_is_no_name_stays_talk(answerer: Answerer, text: str) -> None:
    assert not answerer.ask(text, asked_at=NOW).quotes


def test_what_stands_in_small_letters_as_often_is_no_name(tmp_path: Path) -> None:
    small = article("small", *["They never say no to a boat."] * 3)
    with archive_of(tmp_path, *PARTY, small) as archive:
        answerer = Answerer(archive, Index(archive, "tantivy"))
        assert not answerer.ask("never say no", asked_at=NOW).quotes

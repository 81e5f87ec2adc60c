"""Names that are words too, over invented articles on marshes and on one Marsh."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from retrieval.answer import Strength
from retrieval.answering import Answerer
from retrieval.index.index import Index
from tests.archives import archive_of, article

NOW = datetime(2022, 1, 1, tzinfo=UTC)
MARSHES = [
    article(
        f"marsh-{number}",
        f"The marsh at Vilka {number} is to be drained, said the council of the marsh.",
        title=f"A marsh at Vilka {number} dries out",
    )
    for number in range(40)
]
NAMED = article(
    "named",
    "A long report tells what happened in the night when the old ferry sank with 40 people.",
    "The captain was asleep, and nobody had asked him for his papers in nine years of service.",
    "Marsh said that he had seen the light, and the inspector, who knows Marsh, believed him.",
    title="What the inspector of ferries heard",
)


@pytest.fixture
def answerer(tmp_path: Path) -> Iterator[Answerer]:
    with archive_of(tmp_path, *MARSHES, NAMED) as archive:
        yield Answerer(archive, Index(archive, "tantivy"))


def first(answerer: Answerer, text: str) -> str:
    return answerer.ask(text, asked_at=NOW).quotes[0].article.id


def test_a_name_is_looked_for_beyond_articles_that_have_only_the_word(answerer: Answerer) -> None:
    assert first(answerer, "Who said what about Marsh?") == NAMED.id


def test_a_word_in_small_letters_is_no_name(answerer: Answerer) -> None:
    assert first(answerer, "who said what about the marsh") != NAMED.id


def test_where_the_archive_has_no_such_name_the_word_is_found_and_no_answer(tmp_path: Path) -> None:
    with archive_of(tmp_path, *MARSHES) as archive:
        answer = Answerer(archive, Index(archive, "tantivy")).ask(
            "Which marsh is drained at Marsh?", asked_at=NOW
        )
    assert answer.strength is Strength.WEAK

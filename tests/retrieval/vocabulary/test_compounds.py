"""Words typed apart or joined, over invented articles that print them otherwise."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from retrieval.answer import Answer
from retrieval.answering import Answerer
from retrieval.index.index import Index
from retrieval.notes import Correction
from tests.archives import archive_of, article

NOW = datetime(2022, 1, 1, tzinfo=UTC)
TEXTS = (
    "A landslide at Klampuva {number} has closed the road to the pier.",
    "The ferry company SplashHop sold {number} tickets at Vilka in an hour.",
    "The van Mook bridge at Vilka was painted for the {number}th time.",
    "They marched under the words Save Our Pier, {number} of them, in Klampuva.",
    "The land and the sea at Vilka are cold, and one may slide on ice for {number} days.",
    "The state ferry is late, as all the state ferries are, said {number} people.",
)


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    folder: Path = tmp_path_factory.mktemp("compounds")
    articles = [
        article(f"{place}-{number}", text.format(number=number), title=f"News {place} {number}")
        for place, text in enumerate(TEXTS)
        for number in range(20, 45)
    ]
    with archive_of(folder, *articles) as archive:
        yield Answerer(archive, Index(archive, "tantivy"))


def ask(answerer: Answerer, text: str) -> Answer:
    return answerer.ask(text, asked_at=NOW)


@pytest.mark.parametrize(
    ("text", "written", "instead", "kind"),
    [
        ("land slide at klampuva", "land slide", "landslide", "0"),
        ("splash hop tickets", "splash hop", "splashhop", "1"),
        ("Splash hop tickets", "Splash hop", "Splashhop", "1"),
        ("vanmook bridge", "vanmook", "van mook", "2"),
        ("#SaveOurPier", "SaveOurPier", "Save Our Pier", "3"),
        ("#saveourpier march", "saveourpier", "save our pier", "3"),
    ],
)
def test_words_are_read_as_the_archive_prints_them(
    answerer: Answerer, text: str, written: str, instead: str, kind: str
) -> None:
    answer = ask(answerer, text)
    assert answer.quotes[0].article.id.startswith(f"{kind}-")
    assert answer.question.corrections == (Correction(written, instead),)


@pytest.mark.parametrize(
    "text",
    [
        "state ferry at vilka",  # printed so
        "land sea slide",  # not side by side
        "ferry Land Slide",  # a name
        "ice days at vilka",  # nobody joins them
        "Vanmook bridge",  # a name
        "landslide pier",
    ],
)
def test_other_words_stay_as_they_are(answerer: Answerer, text: str) -> None:
    assert not ask(answerer, text).question.corrections


def test_what_only_begins_like_the_joined_word_is_another(tmp_path: Path) -> None:
    articles = [
        article(str(number), f"The pierowner {number} of Vilka is cold.") for number in range(30)
    ]
    with archive_of(tmp_path, *articles) as archive:
        answer = ask(Answerer(archive, Index(archive, "tantivy")), "cold pier owned at vilka")
    assert not answer.question.corrections

"""Names in Lithuanian and Polish cases, asked of invented articles in English."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from retrieval.answering import Answerer
from retrieval.index.index import Index
from retrieval.notes import Correction
from retrieval.vocabulary.cases import OFTEN
from tests.archives import archive_of, article

NOW = datetime(2022, 1, 1, tzinfo=UTC)
NAMES = ("Brundt", "Galowsky", "Vellosi", "Dromova")


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    folder: Path = tmp_path_factory.mktemp("cases")
    articles = [
        article(name, *[f"Captain {name} sailed to Vilka with {n} men." for n in range(OFTEN)])
        for name in NAMES
    ]
    rare = article("Ostmark", *["Captain Ostmark sailed to Vilka."] * (OFTEN - 1))
    with archive_of(folder, *articles, rare) as archive:
        yield Answerer(archive, Index(archive, "tantivy"))


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Brundtowi", "Brundt"),
        ("Brundtem", "Brundt"),
        ("Brundto", "Brundt"),
        ("Brundtui", "Brundt"),
        ("Gałowskiego", "Galowsky"),
        ("Vellosiego", "Vellosi"),
        ("Dromovos", "Dromova"),
        ("Dromovie", "Dromova"),
    ],
)
def test_a_name_is_found_in_the_nominative(answerer: Answerer, written: str, name: str) -> None:
    answer = answerer.ask(f"{written} Vilka", asked_at=NOW)
    assert answer.quotes[0].article.id == name
    assert answer.question.corrections == (Correction(written, name),)


@pytest.mark.parametrize("written", ["Ostmarkowi", "brundtowi", "BRUNDTOWI", "Brundtzzi"])
def test_other_words_are_not_cut(answerer: Answerer, written: str) -> None:
    answer = answerer.ask(f"{written} Vilka", asked_at=NOW)
    assert not answer.question.corrections

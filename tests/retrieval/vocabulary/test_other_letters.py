"""Names in other letters than the archive's, over invented articles in English and Russian."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from retrieval.answering import Answerer
from retrieval.index.index import Index
from retrieval.vocabulary.other_letters import sound
from tests.archives import archive_of, article

NOW = datetime(2022, 1, 1, tzinfo=UTC)
MAYOR = article("mayor", "The mayor of Klampuva, Vytis Žiulginas, met Ona Šešelgytė on Monday.")
FERRY = article("ferry", "The ferry company of Jurgis Kačiūnas stopped for a week, it said.")
CENA = article("cena", "The singer Cena spoke about the price of a tart in Rudnia, she said.")
RUSSIAN = article(
    "russian", "Министр Вольдемар Шилагирис приехал в Тестград в среду.", language="ru"
)
WEATHER = article("weather", "В Жвирговде ожидается дождь, сообщила служба.", language="ru")


@pytest.fixture(params=["tantivy", "rank-bm25"])
def answerer(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Answerer]:
    with archive_of(tmp_path, MAYOR, FERRY, CENA, RUSSIAN, WEATHER) as archive:
        yield Answerer(archive, Index(archive, request.param))


def found(answerer: Answerer, text: str) -> list[str]:
    return [quote.article.id for quote in answerer.ask(text, asked_at=NOW).quotes]


@pytest.mark.parametrize(
    ("typed", "article_id"),
    [
        ("Жюлгинас", "mayor"),
        ("Шешельгите", "mayor"),
        ("в Клампуве", "mayor"),
        ("Качюнас", "ferry"),
        ("Качюнаса", "ferry"),
        ("качюнас", "ferry"),
        ("Шилагирис", "russian"),
        ("Šilagiris", "russian"),
        ("silagiris", "russian"),
        ("Shilagiris", "russian"),
        ("who is Šilagiris in Testgrad", "russian"),
        ("Žvirgovda weather", "weather"),
    ],
)
def test_a_name_is_found_in_the_letters_of_the_paper(
    answerer: Answerer, typed: str, article_id: str
) -> None:
    answer = answerer.ask(typed, asked_at=NOW)
    assert answer.quotes[0].article.id == article_id
    assert not answer.notes


def test_a_word_that_only_sounds_like_a_name_is_none(answerer: Answerer) -> None:
    assert found(answerer, "цена") == []
    assert found(answerer, "Cena")[:1] == ["cena"]


def test_what_sounds_otherwise_is_not_found(answerer: Answerer) -> None:
    assert found(answerer, "Шилагайтис") == []
    assert found(answerer, "Тарту") == []
    assert found(answerer, "Testgorod") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("Šešelgytė", "шешелгите"), ("Kačiūnas", "Качюнас"), ("Shcherbakov", "Щербаков")],
)
def test_what_is_spelt_by_its_sound_sounds_alike(one: str, other: str) -> None:
    assert sound(one) == sound(other)

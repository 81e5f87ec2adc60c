"""An archive answers its own printed words, whatever language they are in; all texts invented."""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from corpus.article import Article
from retrieval.answer import Answer, Strength
from retrieval.answering import Answerer
from retrieval.index.index import Index
from retrieval.notes import Correction
from retrieval.question.understand import understand
from retrieval.text.analyser import analyser
from retrieval.text.languages.table import code_of
from tests.archives import archive_of

NOW = datetime(2021, 2, 1, tzinfo=UTC)
TEXTS = {
    "lt": (
        "Vilkagirio miesto taryba ketvirtadienį pritarė naujam tilto per Vilką projektui.",
        "Gyventojai skundėsi, kad statybos darbai užtruks mažiausiai trejus metus.",
        "Seimo narė Rūta Kalnienė pažadėjo pinigų iš valstybės biudžeto.",
    ),
    "de": (
        "Die Brücke über den Fluss wurde am Montag nach neunjähriger Bauzeit freigegeben.",
        "Bürgermeisterin Käthe Großweiler sagte, die Kosten seien um zwölf Millionen gestiegen.",
        "Später besuchten viele Schüler das neue Straßenbahndepot am Südufer.",
    ),
    "fr": (
        "L’économie de la ville s’est redressée après l’ouverture du pont, a déclaré le maire.",
        "Les élèves de l'école primaire ont chanté devant d'anciens ouvriers.",
        "Aucune décision n’a été prise pour les transports publics.",
    ),
    "ru": (
        "Городской совет в четверг одобрил проект нового моста через реку Вилка.",
        "Жители жаловались, что строительные работы продлятся не менее трёх лет.",
        "Ещё одна проверка назначена на следующую неделю.",
    ),
    "es": (
        "El ayuntamiento aprobó ayer la construcción de un puente, informó la alcaldesa.",
        "Los vecinos protestaron porque las obras durarán más de tres años.",
        "Mañana habrá otra reunión en la biblioteca municipal.",
    ),
    "fi": (
        "Kaupunginvaltuusto hyväksyi torstaina uuden sillan rakentamisen joen yli.",
        "Asukkaat valittivat, että työt kestävät ainakin kolme vuotta.",
        "Pormestari Äijälä lupasi rahoitusta valtion talousarviosta.",
    ),
    "en": (
        "The bridge across the Vilka opened to traffic on Saturday, inspectors said.",
        "Mayor Rūta Kalnienė, 58, cut the ribbon.",
        "Building work had cost 3.7 million euros.",
    ),
}


def in_language(code: str, name: str) -> Article:
    return Article(
        id=code,
        title="",
        published=date(2021, 1, 27),
        source="Nemunas Herald",
        paragraphs=TEXTS[code],
        language=name,
    )


def printed_words(code: str) -> list[str]:
    """Of four letters or more; no stop words."""
    words = re.findall(r"[^\W\d_]{4,}", " ".join(TEXTS[code]))
    return [word for word in words if analyser(code).terms(word)]


def ask(folder: Path, articles: Sequence[Article], question: str) -> Answer:
    with archive_of(folder, *articles) as archive:
        index = Index(archive, "tantivy")
        answer = Answerer(archive, index).ask(question, asked_at=NOW, limit=10)
        index.close()
    return answer


def unfound(folder: Path, codes: Sequence[str], names: dict[str, str]) -> list[str]:
    """Printed words that do not find their article, with the passage that has them quoted."""
    articles = [in_language(code, names.get(code, code)) for code in codes]
    with archive_of(folder, *articles) as archive:
        index = Index(archive, "tantivy")
        answerer = Answerer(archive, index)
        missing = []
        for code in codes:
            for word in printed_words(code):
                quotes = answerer.ask(word, asked_at=NOW, limit=10).quotes
                if not any(q.article.id == code and word in q.text for q in quotes):
                    missing.append(word)
        index.close()
    return missing


@pytest.mark.parametrize("code", TEXTS)
def test_every_printed_word_finds_its_article(tmp_path: Path, code: str) -> None:
    assert len(printed_words(code)) > 10
    assert unfound(tmp_path, [code], {}) == []


def test_every_printed_word_of_an_archive_of_all_languages_finds_its_article(
    tmp_path: Path,
) -> None:
    assert unfound(tmp_path, list(TEXTS), {"lt": "Lithuanian", "de": "ger", "ru": "ru-RU"}) == []


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("lt", "lt"),
        ("lt-LT", "lt"),
        ("LT_lt", "lt"),
        ("lit", "lt"),
        ("Lithuanian", "lt"),
        (" russian ", "ru"),
        ("ger", "de"),
        ("deu", "de"),
        ("English", "en"),
        ("eng", "en"),
        ("en-GB", "en"),
        ("pt-BR", "pt"),
        ("xx-lt", "en"),
        ("", "en"),
        ("Klingon", "en"),
    ],
)
def test_a_language_is_known_by_code_and_by_name(name: str, code: str) -> None:
    assert code_of(name) == code


def test_other_forms_of_a_word_are_found_in_its_own_language(tmp_path: Path) -> None:
    answer = ask(tmp_path, [in_language("lt", "lit")], "Seimas, valstybė, tiltas")
    assert {quote.text for quote in answer.quotes} <= set(TEXTS["lt"])
    assert answer.quotes


def test_a_question_is_held_against_a_passage_in_that_passages_language(tmp_path: Path) -> None:
    answer = ask(tmp_path, [in_language(c, c) for c in ("en", "lt")], "bridge across the Vilka")
    assert answer.strength is Strength.STRONG
    assert answer.quotes[0].text == TEXTS["en"][0]


def test_a_small_word_of_one_language_is_not_searched_for_in_another() -> None:
    """`was` and `will` are words of German, too."""
    question = understand("What was the mayor singing?", NOW, languages=("en", "de"))
    assert set(question.terms) == {"mayor", "sing", "singing"}


def test_alone_it_is() -> None:
    assert understand("will", NOW, languages=("en", "de")).terms == ("will",)
    assert understand("will", NOW, languages=("en",)).terms == ()


def test_marked_words_are_those_of_the_passages_language(tmp_path: Path) -> None:
    answer = ask(tmp_path, [in_language(c, c) for c in ("en", "de")], "Straßenbahndepot Schüler")
    first = answer.quotes[0]
    assert [first.text[a:b] for a, b in first.highlights] == ["Schüler", "Straßenbahndepot"]


@pytest.mark.parametrize(("written", "instead"), [("Kalniene", ""), ("Kalniienė", "Kalnienė")])
def test_a_correction_shows_words_and_no_stems(tmp_path: Path, written: str, instead: str) -> None:
    answer = ask(tmp_path, [in_language("lt", "lt")], f"narė {written}")
    assert answer.notes == ((Correction(written, instead),) if instead else ())
    assert "Kalnienė" in answer.quotes[0].text


def test_an_exact_phrase_is_found_in_any_language(tmp_path: Path) -> None:
    articles = [in_language(code, code) for code in ("en", "lt", "fr")]
    answer = ask(tmp_path, articles, '"statybos darbai"')
    assert (answer.strength, answer.quotes[0].article.id) == (Strength.STRONG, "lt")

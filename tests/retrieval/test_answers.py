"""What stands in an answer beside its quotes: how many there are, how sure, and what is said."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from time import perf_counter

import pytest

from retrieval.answer import Answer, Strength
from retrieval.answering import Answerer
from retrieval.index.index import Index
from retrieval.notes import Correction, OnlySearched, PhraseNotFound
from tests.archives import archive_of, article

NOW = datetime(2022, 1, 1, tzinfo=UTC)
SAME = "Some 160 drivers stopped work in Klampuva, said the depot."
ARTICLES = (
    *(
        article(f"ferry{n:02}", f"The ferry of Klampuva made trip number {n} on Sunday.")
        for n in range(90)
    ),
    *(article(f"copy{n}", SAME, source=f"Paper {n}") for n in range(4)),
    article("other", "Other drivers in Klampuva stopped work too, said a mayor.", source="Post"),
)


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with archive_of(tmp_path_factory.mktemp("archive"), *ARTICLES) as archive:
        index = Index(archive, "tantivy")
        yield Answerer(archive, index)
        index.close()


def ask(answerer: Answerer, text: str) -> Answer:
    return answerer.ask(text, asked_at=NOW)


def test_there_are_three_quotes_where_nobody_asks_for_more(answerer: Answerer) -> None:
    answer = ask(answerer, "ferry Klampuva trip")
    assert [quote.rank for quote in answer.quotes] == [1, 2, 3]


@pytest.mark.parametrize("limit", [1, 2, 7, 80])
def test_there_are_as_many_as_asked_for(answerer: Answerer, limit: int) -> None:
    answer = answerer.ask("ferry Klampuva trip", asked_at=NOW, limit=limit)
    assert len(answer.quotes) == limit
    assert len({quote.article.id for quote in answer.quotes}) == limit


def test_the_articles_that_were_chosen_from_are_counted(answerer: Answerer) -> None:
    assert ask(answerer, "How many drivers stopped work?").total == 5
    nothing = ask(answerer, "zebra")
    assert (nothing.total, nothing.confidence) == (0, 0.0)


def test_copies_leave_room_for_what_says_something_else(answerer: Answerer) -> None:
    answer = answerer.ask("drivers stopped work in Klampuva", asked_at=NOW, limit=3)
    assert [len(quote.copies) for quote in answer.quotes[:2]] == [3, 0]
    assert answer.quotes[1].article.id == "other"


def test_the_answer_is_as_sure_as_its_first_quote(answerer: Answerer) -> None:
    sure, unsure = (
        ask(answerer, "the 160 drivers who stopped work in Klampuva"),
        ask(answerer, "Were drivers in Tallinn arrested by the police?"),
    )
    assert sure.confidence > 0.6
    assert sure.strength is Strength.STRONG
    assert unsure.confidence < sure.confidence


def test_an_answer_says_what_it_took(answerer: Answerer) -> None:
    started = perf_counter()
    took = ask(answerer, "ferry Klampuva").took_ms
    whole = (perf_counter() - started) * 1000
    assert 0.01 * whole < took <= whole


def test_nothing_is_explained_unless_that_was_asked_for(answerer: Answerer) -> None:
    quote = ask(answerer, "drivers").quotes[0]
    assert (quote.shares, quote.features) == ((), ())
    explained = answerer.ask("drivers", asked_at=NOW, explain=True).quotes[0]
    assert explained.shares
    assert {share.term for share in explained.features} >= {"coverage", "sentence", "timeliness"}
    assert all(share.score for share in explained.features)


def test_a_misspelt_word_alone_is_searched_for_as_corrected(answerer: Answerer) -> None:
    answer = ask(answerer, "Klampuwa")
    assert answer.quotes
    assert answer.notes == (Correction("Klampuwa", "Klampuva"),)


@pytest.mark.parametrize(
    ("question", "note"),
    [
        ("ferry since:2022", OnlySearched(date(2022, 1, 1), None, (), ())),
        ("ferry until:2020", OnlySearched(None, date(2020, 12, 31), (), ())),
        ("ferry source:post", OnlySearched(None, None, ("Post",), ())),
        ("ferry title:zebra", OnlySearched(None, None, (), ("zebra",))),
        ("ferry -source:herald", OnlySearched(None, None, without=("Nemunas Herald",))),
    ],
)
def test_where_nothing_was_found_it_is_said_where_was_searched(
    answerer: Answerer, question: str, note: OnlySearched
) -> None:
    answer = ask(answerer, question)
    assert (answer.quotes, answer.notes) == ((), (note,))


@pytest.mark.parametrize("question", ["zebra", "", "the of since:2022", "ferry since:2021"])
def test_otherwise_it_is_not(answerer: Answerer, question: str) -> None:
    assert ask(answerer, question).notes == ()


def test_of_two_phrases_that_stand_nowhere_both_are_named(answerer: Answerer) -> None:
    notes = ask(answerer, '"ferry trip" "Klampuva Sunday"').notes
    assert notes == (PhraseNotFound("ferry trip"), PhraseNotFound("Klampuva Sunday"))


def test_an_empty_archive_answers_nothing(tmp_path: Path) -> None:
    with archive_of(tmp_path) as archive:
        index = Index(archive, "tantivy")
        answer = Answerer(archive, index).ask("ferry", asked_at=NOW)
        index.close()
    assert (answer.strength, answer.notes) == (Strength.NONE, ())

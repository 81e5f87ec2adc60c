"""Answers to what is asked of a time, an outlet, a headline, or in exact words."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from retrieval.answer import Strength
from retrieval.answering import Answerer
from retrieval.index.index import Index
from retrieval.question.question import Scope
from tests.archives import archive_of, article
from tests.retrieval.small_archive import ask


def test_a_phrase_of_small_words_is_quoted_and_marked(answerer: Answerer) -> None:
    answer = ask(answerer, "“over the”")
    assert (answer.strength, answer.confidence, answer.notes) == (Strength.STRONG, 1.0, ())
    for quote in answer.quotes:
        ((start, end),) = quote.highlights
        assert quote.text[start:end] == "over the"


@pytest.mark.parametrize(
    ("question", "articles"),
    [
        ("What happened on 14 March 2021?", ["bridge"]),
        ("news of 1 June 2021", ["strike"]),
        ("14/03/2021", ["bridge"]),
        ("What was in the news in June 2021?", ["strike"]),
        ("news source:baltic", ["strike"]),
        ("what happened since:2021-06-02", ["strike-copy"]),
    ],
)
def test_the_news_of_a_time_are_the_first_passages_of_its_articles(
    answerer: Answerer, question: str, articles: list[str]
) -> None:
    answer = ask(answerer, question)
    assert [quote.article.id for quote in answer.quotes] == articles
    assert all(quote.paragraph.position == 0 for quote in answer.quotes)
    assert answer.strength is Strength.WEAK


def test_of_a_day_without_articles_nothing_is_said_to_have_happened(answerer: Answerer) -> None:
    answer = ask(answerer, "What happened on 15 March 2021?")
    assert (answer.strength, answer.quotes) == (Strength.NONE, ())


def test_days_and_sources_narrow_the_search(answerer: Answerer) -> None:
    def ids(scope: Scope) -> list[str]:
        return [quote.article.id for quote in ask(answerer, "Klampuva drivers", scope).quotes]

    assert ids(Scope(since=date(2021, 6, 2))) == ["strike-copy"]
    assert ids(Scope(until=date(2021, 6, 1))) == ["strike"]
    assert ids(Scope(sources=("Baltic Post",))) == ["strike"]
    assert ids(Scope(until=date(2020, 1, 1))) == []


def test_an_exact_phrase_must_stand_in_the_quote(answerer: Answerer) -> None:
    answer = ask(answerer, '"over the weekend" drivers')
    assert answer.strength is Strength.STRONG
    assert all("over the weekend" in quote.text for quote in answer.quotes)


def test_a_phrase_that_nobody_wrote_falls_back_to_its_words_and_says_weak(
    answerer: Answerer,
) -> None:
    answer = ask(answerer, '"drivers demanding" wages work')
    assert answer.strength is Strength.WEAK
    assert answer.quotes[0].article.id == "strike"


def test_an_excluded_word_shuts_its_passages_out(answerer: Answerer) -> None:
    answer = ask(answerer, "bridge -Saturday -cost")
    assert all("Saturday" not in quote.paragraph.text for quote in answer.quotes)
    assert all("cost" not in quote.paragraph.text for quote in answer.quotes)


def test_operators_narrow_the_search(answerer: Answerer) -> None:
    def ids(text: str) -> list[str]:
        return [quote.article.id for quote in ask(answerer, text).quotes]

    assert ids("Klampuva drivers since:2021-06-02") == ["strike-copy"]
    assert ids("Klampuva drivers until:2021-06-01") == ["strike"]
    assert ids("Klampuva drivers source:post") == ["strike"]
    assert ids("drivers title:depot") == ["strike-copy"]


def test_a_time_in_words_brings_what_is_from_then_to_the_top(tmp_path: Path) -> None:
    daily = [
        article(
            f"d{month}",
            f"The ferry of Klampuva sailed {month} times.",
            published=date(2021, month, 9),
        )
        for month in range(1, 13)
    ]
    with archive_of(tmp_path, *daily) as archive:
        index = Index(archive, "tantivy")
        answerer = Answerer(archive, index)
        for words, month in (("in March 2021", 3), ("last July", 7), ("in the autumn of 2021", 9)):
            (first, *_) = ask(answerer, f"How often did the ferry sail {words}?").quotes
            assert first.article.day >= date(2021, month, 1)
            assert first.article.day <= date(2021, month + 2, 28)
        index.close()


def test_fresh_news_comes_before_old_news_that_says_the_same(tmp_path: Path) -> None:
    same = "The ferry of Klampuva did not sail on Monday, said the port."
    old = article("old", same.replace("port", "town"), published=date(2015, 1, 1))
    new = article("new", same, published=date(2021, 12, 30))
    with archive_of(tmp_path, old, new) as archive:
        index = Index(archive, "tantivy")
        quotes = ask(Answerer(archive, index), "Why did the ferry not sail?").quotes
        assert [quote.article.id for quote in quotes] == ["new", "old"]
        index.close()


def test_the_day_of_publication_makes_up_for_no_missing_word(answerer: Answerer) -> None:
    answer = ask(answerer, "Who robbed the harbour bridge casino in March 2021?")
    assert answer.strength is not Strength.STRONG


def test_an_outlet_is_known_by_its_address(answerer: Answerer) -> None:
    answer = ask(answerer, "drivers source:www.balticpost.com")
    assert {quote.article.source for quote in answer.quotes} == {"Baltic Post"}


@pytest.mark.parametrize(
    ("question", "asked_on", "first"),
    [
        ("what was unemployment last month", date(2022, 7, 15), "june"),
        ("unemployment in May", date(2022, 7, 15), "may"),
        ("unemployment in June 2022", date(2022, 12, 1), "june"),
        ("what was unemployment last month", date(2022, 6, 20), "may"),
    ],
)
def test_a_rate_of_a_month_is_that_which_names_it(
    tmp_path: Path, question: str, asked_on: date, first: str
) -> None:
    text = "Unemployment in Klampuva was {}% in {}, the labour office said on Tuesday."
    may = article("may", text.format("4.1", "May"), published=date(2022, 6, 14))
    june = article("june", text.format("5.2", "June"), published=date(2022, 7, 12))
    with archive_of(tmp_path, may, june) as archive:
        index = Index(archive, "tantivy")
        asked_at = datetime(asked_on.year, asked_on.month, asked_on.day, tzinfo=UTC)
        answer = Answerer(archive, index).ask(question, asked_at=asked_at)
        index.close()
    assert answer.quotes[0].article.id == first

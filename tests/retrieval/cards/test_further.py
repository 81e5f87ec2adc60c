"""Where few articles answer, more of the one that does."""

from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus.article import Article
from retrieval.answer import Answer
from retrieval.answering import Answerer
from retrieval.index.index import Index
from tests.archives import archive_of, article

STRIKE = article(
    "strike",
    "The dock workers of Rudna went on strike over unpaid wages, their union says.",
    "It began to rain at noon.",
    "Some 40 dock workers of Rudna are on strike over unpaid wages.",
    "Dock workers on strike said they were sworn at, pushed into lorries and sent home unpaid.",
    "The dock workers of Rudna are on strike over unpaid wages, their union says.",
    title="Dock workers strike",
)


def ask(question: str, *articles: Article, limit: int = 3) -> Answer:
    with TemporaryDirectory() as folder, archive_of(Path(folder), *articles) as archive:
        index = Index(archive, "tantivy")
        try:
            asked_at = datetime(2021, 2, 1, tzinfo=UTC)
            return Answerer(archive, index).ask(question, asked_at=asked_at, limit=limit)
        finally:
            index.close()


def test_one_article_brings_two_more_extracts_that_say_something_new() -> None:
    (quote,) = ask("Why did dock workers of Rudna strike over wages?", STRIKE).quotes
    places = [excerpt.paragraph.position for excerpt in quote.more]
    assert len(places) == 2
    assert quote.paragraph.position not in places
    assert 1 not in places
    assert 3 in places  # most of its words stand nowhere else
    for excerpt in quote.more:
        assert excerpt.paragraph.text == STRIKE.paragraphs[excerpt.paragraph.position]
        assert excerpt.text in STRIKE.paragraphs[excerpt.paragraph.position]
        for start, end in excerpt.highlights:
            assert excerpt.text[start:end].isalpha()


def test_what_says_nothing_new_is_no_more() -> None:
    twice = article("twice", STRIKE.paragraphs[0], "x", STRIKE.paragraphs[0])
    (quote,) = ask("Why did dock workers of Rudna strike?", twice).quotes
    assert quote.more == ()


def test_where_enough_articles_answer_each_has_one_extract() -> None:
    quotes = ask("Why did dock workers of Rudna strike over wages?", STRIKE, limit=1).quotes
    assert [quote.more for quote in quotes] == [()]


WAGE_TALK = article("tram", "Wages of tram drivers in Tarnas rose.", "Snow fell.", title="Trams")


def test_beside_an_article_that_has_all_of_it_nothing_that_is_hardly_about_it_is_shown() -> None:
    (quote,) = ask("Why did dock workers of Rudna strike over wages?", STRIKE, WAGE_TALK).quotes
    assert quote.article.id == STRIKE.id
    assert quote.more


def test_where_no_article_has_much_of_it_others_are_shown_as_well() -> None:
    asked = "Did wages rise while porters of the Tarnas ferry slept?"
    quotes = ask(asked, STRIKE, WAGE_TALK).quotes
    assert len(quotes) == 2

from datetime import UTC, date, datetime

from corpus.article import Article, place_of
from retrieval.candidates import candidates, find
from retrieval.engines.rank_bm25 import RankBm25Engine
from retrieval.index.source import entry_of
from retrieval.phrases import Allowance, Where
from retrieval.question.understand import understand
from retrieval.ranking.stages import READ
from tests.archives import article
from tests.retrieval.stores import Shelf

NOW = datetime(2022, 1, 2, tzinfo=UTC)
LEAD = "The mayor of Klampuva opened the bridge over the Vilka on Saturday."
DAY = date(2022, 1, 1)


def shown(text: str, *articles: Article) -> list[tuple[str, int]]:
    """Article and position of the passages of an answer, best first."""
    engine = RankBm25Engine()
    for seq, one in enumerate(articles, 1):
        engine.add(entry_of(seq, one))
    engine.commit()
    question, view = understand(text, NOW), engine.view()
    found = candidates(
        question, find(question, view), Where(view, Shelf(*articles), READ, Allowance())
    )
    places = [place_of(one.number) for one in found.ranked]
    return [(articles[seq - 1].id, position) for seq, position in places]


def test_what_several_headlines_tell_comes_first() -> None:
    articles = [
        article("a", LEAD, title="Ferry sold", published=DAY),
        article("b", LEAD, title="Bridge opened", published=DAY),
        article("c", LEAD, title="New bridge opened", published=DAY),
    ]
    assert [name for name, _ in shown("What happened yesterday?", *articles)] == ["b", "c", "a"]


def test_a_dateline_is_no_news() -> None:
    articles = [
        article("a", "KLAMPUVA —", LEAD, published=DAY),
        article("b", "KLAMPUVA —", "(RBE)", LEAD, published=DAY),
    ]
    assert shown("What happened yesterday?", *articles) == [("a", 1), ("b", 2)]


def test_of_the_latest_news_the_newest_come_first() -> None:
    articles = [
        article(name, LEAD, title="Bridge opened", published=date(2021, month, 20))
        for name, month in (("a", 10), ("b", 12), ("c", 11))
    ]
    assert [name for name, _ in shown("the latest news", *articles)] == ["b"]


def test_news_to_come_are_none() -> None:
    later = article("a", LEAD, published=date(2022, 1, 9))
    assert shown("what happened this month", later) == []


def test_a_question_that_names_something_is_searched_for() -> None:
    articles = [
        article("a", LEAD, published=DAY),
        article("b", "A ferry sank.", published=date(2021, 1, 1)),
    ]
    assert shown("What happened to the ferry yesterday?", *articles) == [("b", 0)]


def test_the_news_of_the_week_are_news() -> None:
    articles = [article("a", LEAD, published=DAY), article("b", "A week of news went by.")]
    assert ("a", 0) in shown("news of the week", *articles)

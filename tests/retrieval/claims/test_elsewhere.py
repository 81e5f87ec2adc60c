"""A difference is none where another passage prints just what was said, or tells more of it."""

from datetime import UTC, date, datetime
from pathlib import Path

from corpus.article import Article
from retrieval.answer import Quote
from retrieval.answering import Answerer
from retrieval.index.index import Index
from tests.archives import archive_of, article

NOW = datetime(2023, 1, 1, tzinfo=UTC)
MATCH = article(
    "match",
    "Ona Kalnienė scored 71 points as Rudna beat Klampuva in overtime on Monday.",
    title="Rudna beats Klampuva",
    published=date(2022, 3, 1),
)
OTHER_MATCH = article(
    "other",
    "Ona Kalnienė scored 32 points as Rudna beat Klampuva on Friday.",
    title="Rudna wins again",
    published=date(2022, 9, 1),
)
THIRD_MATCH = article(
    "third",
    "Ona Kalnienė scored 18 points for Rudna, which beat Tarnas.",
    title="Rudna in Tarnas",
    published=date(2022, 11, 1),
)


def quotes(tmp_path: Path, claim: str, *articles: Article) -> dict[str, Quote]:
    with archive_of(tmp_path, *articles) as archive:
        index = Index(archive, "tantivy")
        answer = Answerer(archive, index).check(claim, asked_at=NOW)
        index.close()
    return {quote.article.id: quote for quote in answer.quotes}


def test_a_figure_that_is_printed_of_another_match_does_not_differ(tmp_path: Path) -> None:
    found = quotes(tmp_path, "Ona Kalnienė scored 71 points as Rudna beat Klampuva", MATCH,
                   OTHER_MATCH)  # fmt: skip
    assert {name: one.differences for name, one in found.items()} == {"match": (), "other": ()}


def test_nor_does_one_that_is_printed_in_other_words(tmp_path: Path) -> None:
    fares = (
        article("year", "Ferry shares of Rudna Line are down 20% this year.", title="Rudna shares"),
        article("week", "Ferry shares of Rudna Line fell 12% this week.", title="Rudna shares"),
    )
    found = quotes(tmp_path, "Ferry shares of Rudna Line fell 20%", *fares)
    assert {name: one.differences for name, one in found.items()} == {"year": (), "week": ()}


def test_one_that_nobody_printed_does(tmp_path: Path) -> None:
    found = quotes(tmp_path, "Ona Kalnienė scored 77 points as Rudna beat Klampuva", MATCH)
    assert [(one.said, one.printed) for one in found["match"].differences] == [("77", "71")]


def test_but_only_in_the_passage_that_tells_most_of_it(tmp_path: Path) -> None:
    claim = "Ona Kalnienė scored 77 points as Rudna beat Klampuva in overtime"
    found = quotes(tmp_path, claim, MATCH, THIRD_MATCH)
    assert {name: len(one.differences) for name, one in found.items()} == {"match": 1, "third": 0}


def test_a_figure_that_stands_in_the_passage_itself_does_not_differ(tmp_path: Path) -> None:
    fire = article("fire", "The Rudna fire killed 59 guests. The Rudna fire hurt 500 guests.")
    found = quotes(tmp_path, "The Rudna fire killed at least 59 guests", fire)
    assert found["fire"].differences == ()


def test_names_that_changed_places_differ_though_each_is_printed(tmp_path: Path) -> None:
    won = article("won", "Rudna Rowers lost 3-1. Klampuva Swans beat the Rudna Rowers on Monday.")
    found = quotes(tmp_path, "Rudna Rowers beat the Klampuva Swans", won)
    assert [one.said for one in found["won"].differences] == [
        "Rudna Rowers beat the Klampuva Swans"
    ]


def test_what_tells_most_of_a_claim_comes_before_what_is_newer(tmp_path: Path) -> None:
    claim = "In overtime Rudna beat Klampuva: Ona Kalnienė scored 71 points"
    assert list(quotes(tmp_path, claim, MATCH, THIRD_MATCH)) == ["match", "third"]

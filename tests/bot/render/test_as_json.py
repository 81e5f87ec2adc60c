"""What programs get: the contract of `--json`."""

import json
from dataclasses import replace
from datetime import date
from io import BytesIO, StringIO, TextIOWrapper
from typing import Any

import pytest
from rich.console import Console

from bot.render.as_json import Json, answer_json, article_json, dumps, print_json, stats_json
from corpus.archive.archive import Holdings
from corpus.article import Paragraph
from retrieval.answer import Difference, Excerpt
from retrieval.engines.engine import Share
from retrieval.index.state import Status
from tests.bot.render.answers import BRIDGE, FERRY, FIRST, SECOND, answer


def told(said: dict[str, Json]) -> Any:
    """As a program reads it."""
    return json.loads(dumps(said))


def test_a_quote_says_what_it_is_and_where_it_stands() -> None:
    first = told(answer_json(answer(FIRST, SECOND)))["quotes"][0]
    assert first == {
        "rank": 1,
        "score": 2.5,
        "text": "The bridge opened.",
        "highlights": [[4, 10]],
        "paragraph": {
            "position": 0,
            "text": "It rained. The bridge opened.",
            "start": 11,
            "end": 29,
        },
        "article": {
            "id": "b1",
            "title": "Bridge opens",
            "published": "2021-01-27T17:30:00+02:00",
            "updated": "2021-01-28T09:00:00+00:00",
            "source": "Nemunas Herald",
            "agency": "Rudna Wire",
            "authors": ["Ona Ilgaitė", "Jonas Trumpas"],
            "url": "https://herald.example/bridge",
            "link": "https://herald.example/bridge#:~:text=The%20bridge%20opened.",
        },
        "copies": [
            {
                "id": "p1",
                "source": "Baltic Post",
                "published": "2021-01-29",
                "url": "https://post.example/b",
            }
        ],
        "more": [],
        "differences": [],
    }


def test_more_of_the_same_article_is_in_more() -> None:
    more = Excerpt(Paragraph("b1", 1, "Cars came. So did vans."), 0, 10, ((0, 4),))
    (quote,) = told(answer_json(answer(replace(FIRST, more=(more,)))))["quotes"]
    assert quote["more"] == [
        {
            "text": "Cars came.",
            "highlights": [[0, 4]],
            "paragraph": {"position": 1, "text": "Cars came. So did vans.", "start": 0, "end": 10},
        }
    ]


def test_how_a_quote_differs_from_a_claim_is_told_in_the_words_of_both() -> None:
    differing = replace(FIRST, differences=(Difference("closed", "opened"),))
    said = told(answer_json(answer(differing, text="The bridge closed")))
    assert said["kind"] == "claim"
    assert said["quotes"][0]["differences"] == [{"said": "closed", "printed": "opened"}]


def test_a_date_that_something_speaks_against_is_marked_and_no_other() -> None:
    quotes = told(answer_json(answer(replace(FIRST, is_doubtful=True), SECOND)))["quotes"]
    assert [quote.get("date_uncertain") for quote in quotes] == [True, None]


def test_an_answer_says_how_it_was_reached() -> None:
    said = told(answer_json(answer(FIRST, SECOND)))
    assert said["question"] == "Which bridge opened?"
    assert said["asked_at"] == "2022-09-15T12:00:00+00:00"
    assert (said["engine"], said["strength"], said["total"]) == ("invented", "strong", 7)
    assert said["took_ms"] == 1.235
    assert [quote["rank"] for quote in said["quotes"]] == [1, 2]
    assert said["kind"] == "question"


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("bridge", None, None),
        ("bridge in May 2021", "2021-05-01", "2021-05-31"),
        ("bridge since 2021", "2021-01-01", None),
        ("bridge before 2021", None, "2020-12-31"),
        ("bridge since:2021-02", "2021-02-01", None),
        ("bridge until:2021-02", None, "2021-02-28"),
        ("bridge in May 2021 since:2020 until:2021", "2020-01-01", "2021-12-31"),
    ],
)
def test_the_days_asked_for_are_told_in_words_or_as_operators(
    text: str, since: str | None, until: str | None
) -> None:
    understood = told(answer_json(answer(text=text)))["understood"]
    assert (understood["since"], understood["until"]) == (since, until)


def test_what_was_understood_is_told_part_by_part() -> None:
    said = told(answer_json(answer(text='"old bridge" -ferry source:BBC -source:CNN')))
    assert said["understood"] == {
        "terms": ["old", "bridg"],
        "phrases": ["old bridge"],
        "excluded": ["ferry"],
        "since": None,
        "until": None,
        "sources": ["BBC"],
        "excluded_sources": ["CNN"],
    }


def test_an_explanation_stands_there_only_when_there_is_one() -> None:
    explained = replace(
        FIRST,
        shares=(Share("bridg", "title", 0.5),),
        features=(Share("coverage", "", 2.0),),
    )
    plain, explained_too = told(answer_json(answer(FIRST, explained)))["quotes"]
    assert "explanation" not in plain
    assert explained_too["explanation"] == {
        "terms": [{"term": "bridg", "field": "title", "score": 0.5}],
        "score": {"coverage": 2.0},
    }


def test_an_article_is_told_whole() -> None:
    said = told(article_json(FERRY))
    assert said["paragraphs"] == ["The ferry stopped."]
    assert (said["updated"], said["agency"], said["link"]) == (None, None, None)
    assert article_json(BRIDGE)["link"] == "https://herald.example/bridge"


def test_holdings_are_told_with_the_state_of_the_index() -> None:
    holdings = Holdings(2, 3, {"Nemunas Herald": 2}, date(2021, 1, 27), None, 4096)
    assert stats_json(holdings, Status("tantivy", fresh=False, paragraphs=1)) == {
        "articles": 2,
        "paragraphs": 3,
        "sources": {"Nemunas Herald": 2},
        "first": "2021-01-27",
        "last": None,
        "collected": None,
        "bytes": 4096,
        "date_faults": {},
        "index": {"engine": "tantivy", "fresh": False, "paragraphs": 1},
    }


def test_one_object_is_one_line_whatever_the_terminal() -> None:
    long: dict[str, Json] = {"text": "[b]žodis[/b] " * 50}
    out = StringIO()
    print_json(Console(file=out, width=20, force_terminal=True), long)
    assert out.getvalue() == dumps(long) + "\n"
    raw = BytesIO()
    file = TextIOWrapper(raw, encoding="ascii")
    print_json(Console(file=file), long)
    assert raw.getvalue().decode("utf-8") == dumps(long) + "\n"

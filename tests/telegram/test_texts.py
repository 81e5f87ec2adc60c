"""The words the bot says of itself."""

from dataclasses import replace
from datetime import date

from bot.render.english.telegram import about
from corpus.archive.archive import Holdings
from tests.telegram.parser import parse
from tests.telegram.running import HOLDINGS


def lines(holdings: Holdings) -> list[str]:
    return parse(about(holdings)).text.splitlines()


def test_about_counts_articles_days_and_outlets() -> None:
    assert lines(HOLDINGS) == [
        "This archive holds 1,204 articles.",
        "",
        "The first: Wed 1 May 2019",
        "The last: Wed 27 Jan 2021",
        "",
        "• Nemunas Herald: 1,200",
        "• Rudna <Post>: 4",
        "",
        "Everything I quote stands in it, word for word; I write nothing of my own.",
    ]


def test_one_article_is_one() -> None:
    assert lines(replace(HOLDINGS, articles=1))[0] == "This archive holds 1 article."


def test_an_empty_archive_names_no_days_and_no_outlets() -> None:
    empty = Holdings(articles=0, paragraphs=0, sources={}, first=None, last=None, bytes=1)
    assert lines(empty) == [
        "This archive holds 0 articles.",
        "",
        "Everything I quote stands in it, word for word; I write nothing of my own.",
    ]


def test_the_twelve_largest_outlets_are_named_the_largest_first_and_the_rest_counted() -> None:
    sources = {f"Paper {n}": n for n in range(1, 13)}
    named = lines(replace(HOLDINGS, sources=sources))[5:-2]
    assert named == [f"• Paper {n}: {n}" for n in range(12, 0, -1)]
    named = lines(replace(HOLDINGS, sources=sources | {"Rudna": 100, "Vilkas": 99}))[5:-2]
    assert (named[0], named[11:]) == ("• Rudna: 100", ["• Paper 3: 3", "and 2 more"])


def test_the_name_of_an_outlet_is_cut_to_a_hundred_characters() -> None:
    named = lines(replace(HOLDINGS, sources={"x" * 300: 1}, first=date.min))[5]
    assert named == f"• {'x' * 100}: 1"

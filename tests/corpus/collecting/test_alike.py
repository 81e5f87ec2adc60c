"""A text that many of a paper's pages share is taken for none of them."""

from pathlib import Path

import pytest

from corpus.collect.reading.leading_on import leads_back, leads_on
from corpus.collect.state.alike import MANY
from corpus.pages import Page
from corpus.workers.pool import ParsingPool
from tests.corpus.collecting.collector import collecting_from
from tests.newspaper.comparing import collected, differences
from tests.newspaper.server import Newspaper
from tests.newspaper.story import Oddity

NOTICES = 7


def test_a_notice_in_place_of_articles_is_found_out_and_what_was_taken_is_said(
    tmp_path: Path, pool: ParsingPool
) -> None:
    with (
        Newspaper(30, oddities=[Oddity.NOTICE] * NOTICES) as paper,
        collecting_from(paper, tmp_path, pool) as collecting,
    ):
        collecting.add(f"{paper.url}/")
        collecting.collect()
        taken = [one for one in collected(collecting.archive) if "412 friends" in one.paragraphs[0]]
        assert MANY <= len(taken) <= MANY + 2  # three pages are read at once
        assert len(collecting.rejected) == NOTICES - len(taken)
        for article in taken[:MANY]:
            assert article.url
            assert article.url in collecting.rejected[-1].advice
        assert len(differences(collecting.archive, paper)) == len(taken)
        collecting.archive.remove(*(article.id for article in taken))
        assert differences(collecting.archive, paper) == []


def test_one_story_at_many_addresses_is_no_notice(tmp_path: Path, pool: ParsingPool) -> None:
    with (
        Newspaper(30, oddities=[Oddity.TRACKED, Oddity.MOVED]) as paper,
        collecting_from(paper, tmp_path, pool) as collecting,
    ):
        collecting.add(f"{paper.url}/")
        collecting.collect()
        assert collecting.rejected == []
        assert differences(collecting.archive, paper) == []


@pytest.mark.parametrize(
    ("asked", "answered", "leads"),
    [
        ("https://a.example/ferry", "https://a.example/login?next=/ferry", True),
        (
            "https://a.example/ferry",
            "https://a.example/ok?to=https%3A%2F%2Fa.example%2Fferry",
            True,
        ),
        ("https://a.example/ferry", "https://a.example/ferry?session=1", False),
        ("https://a.example/ferry", "https://a.example/news/ferry", False),
        ("https://a.example/", "https://a.example/home?from=/", False),
    ],
)
def test_a_page_that_leads_back_stands_before_the_one_that_was_asked_for(
    asked: str, answered: str, leads: bool
) -> None:
    assert leads_back(answered, asked) is leads


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("0; url=/ferry", "https://a.example/ferry"),
        ("0;URL='https://a.example/ferry'", "https://a.example/ferry"),
        ("3, url = ferry", "https://a.example/news/ferry"),
        ("600", None),
        ("300; url=/news/today", None),
        ("0; url=/news/today", None),
        ("0; url=javascript:alert(1)", None),
        ("", None),
    ],
)
def test_a_page_leads_on_where_a_browser_goes_at_once(content: str, place: str | None) -> None:
    body = f'<html><head><meta http-equiv="Refresh" content="{content}"></head></html>'
    assert leads_on(Page(body.encode(), "https://a.example/news/today")) == place

"""A site without feeds and sitemaps: where its pages' links lead."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from corpus.collect.reading.links import read_linked, read_links
from corpus.collect.reading.listed import Answered
from corpus.collect.state.frontier import Kind
from corpus.collect.surveying import NothingListedError
from corpus.workers.pool import ParsingPool
from tests.corpus.collecting.collector import Collecting, collecting_from
from tests.newspaper.comparing import collected, differences
from tests.newspaper.server import Newspaper
from tests.newspaper.story import ODD, Oddity

SITE = "https://www.courier.lt"
VISIT = "447b7725d3fe5d24368ed4cdff1d418c"


def page(links: str) -> Answered:
    return Answered(f"<body>{links}</body>".encode(), f"{SITE}/", None, datetime.now(UTC))


def link(place: str, text: str, mark: str = "") -> str:
    return f'<a href="{place}" {mark}>{text}</a>'


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("/news/ferry", "The ferry is late again"),
        ("/12345.html", "The ferry is late again"),
        ("/story.php?id=12", "The ferry is late again"),
        ("/ferry-late-again", "The ferry is late again"),
        ("/why-the-ferry-is-late", "Read on"),
        ("/2024/05/14/ferry", "<b>The ferry</b> is late&nbsp;again"),
        ("/news/ferry", '<img src="f.jpg" alt="The ferry is late again">'),
        ("//courier.lt/news/ferry?utm_source=front", "The ferry is late again"),
    ],
)
def test_a_link_with_a_headline_leads_to_an_article(place: str, text: str) -> None:
    assert len(read_links(page(link(place, text))).articles) == 1


@pytest.mark.parametrize(
    "written",
    [
        link("/news/ferry", "Ferry"),
        link("/", "The Harbour Post, your daily paper"),
        link("/subscribe", "Read all of it for a thaler a week"),
        link("https://www.facebook.com/harbour/posts/12345", "Follow us on this other site"),
        link("/news/ferry", "Our friends tell you about ferries", "rel='sponsored nofollow'"),
        link("/pictures/12345.jpg", "The ferry in a large picture"),
        link("javascript:void(0)", "Show me more of these articles"),
        link("mailto:desk@harbour-post.example", "Write to our desk about it"),
        f"<footer>{link('/about/rights', 'What you may do with all this')}</footer>",
    ],
)
def test_what_else_is_linked_is_no_article(written: str) -> None:
    assert read_links(page(written)).articles == ()


def test_parts_of_the_paper_have_a_name_and_a_short_address() -> None:
    links = [
        link("/sea", "Sea"),
        link("/list.php?of=land", "On land"),
        link("/calendar?day=2024-05-14", "Calendar"),
        link("/about-us-and-how-we-work", "About"),
        link("/2024", "Archive"),
    ]
    parts = read_links(page("".join(links))).parts
    assert [part.address for part in parts] == [f"{SITE}/sea", f"{SITE}/list.php?of=land"]


def test_a_number_of_the_visit_makes_no_other_address() -> None:
    text = "The ferry is late again"
    links = link("/story.php?id=12", "More") + link(f"/story.php?id=12&sid={VISIT}", text)
    (found,) = read_links(page(links)).articles
    assert found.address == f"{SITE}/story.php?id=12"
    other = link(f"/story.php?id=12&sid={VISIT[::-1]}", text)
    assert read_links(page(other)).articles == (found,)


@pytest.mark.parametrize("body", [b"", b"%PDF-1.7 \x00", b"<p>Nothing is linked.</p>"])
def test_a_page_that_leads_to_no_article_lists_nothing(body: bytes) -> None:
    assert read_linked(Answered(body, f"{SITE}/", None, datetime.now(UTC))) is None


@pytest.fixture
def paper() -> Iterator[Newspaper]:
    odd = set(ODD) - {Oddity.ELSEWHERE, Oddity.CUT_OFF}  # which only feeds name; which takes long
    with Newspaper(40, oddities=sorted(odd), has_listings=False) as serving:
        yield serving


def test_a_site_without_listings_is_collected_by_its_links(
    paper: Newspaper, collecting: Collecting
) -> None:
    outcome = collecting.collect()
    assert differences(collecting.archive, paper) == []
    assert outcome.faults == {}
    assert paper.broken_rules() == []


def test_its_front_page_is_asked_again_and_brings_what_is_new(
    paper: Newspaper, collecting: Collecting
) -> None:
    collecting.collect()
    paper.next_run()
    assert collecting.collect().collected.new == 0
    assert {one.status for one in paper.requests_of(2)} == {304}
    paper.next_run()
    paper.go_on(new=3)
    assert collecting.collect().collected.new == 3
    new = {story.path for story in paper.site.stories[:3]}
    pages = {one.path for one in paper.requests_of(3) if one.path.count("/") > 2}
    assert pages == new
    assert paper.broken_rules() == []


def test_a_front_page_that_leads_nowhere_any_more_is_a_fault(
    paper: Newspaper, collecting: Collecting
) -> None:
    collecting.collect()
    before = len(collected(collecting.archive))
    with collecting.ledger.reading() as connection:
        rows = connection.execute("SELECT count(*) FROM address WHERE kind = ?", (Kind.FRONT,))
        (fronts,) = rows.fetchone()
    assert fronts > 1
    paper.site.stories = []
    (fault,) = collecting.collect().faults.values()
    assert "link" in fault
    assert len(collected(collecting.archive)) == before


def test_a_site_without_a_link_to_an_article_is_none(tmp_path: Path, pool: ParsingPool) -> None:
    with (
        Newspaper(1, oddities=(), has_listings=False) as paper,
        collecting_from(paper, tmp_path, pool) as collecting,
        pytest.raises(NothingListedError),
    ):
        collecting.add(f"{paper.url}/")

"""Which moment a page's date means: by evidence, and where it was found."""

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from corpus.date_faults import DateFault
from corpus.outlets import Outlet
from corpus.pages import Evidence, Found, NoArticle, NoArticleKind, Page, PageArticle, read_page
from corpus.readers.draft import Defaults, finish
from tests.corpus.pages.newspaper_page import ADDRESS, LINKED, Written

VILNIUS = ZoneInfo("Europe/Vilnius")
LONDON = ZoneInfo("Europe/London")


def dated(published: object, *, above: str = "", head: str = "", **outlet: object) -> PageArticle:
    """The page with that date in its JSON-LD; `outlet`: its zone, and when it was fetched."""
    page = Written(linked={**LINKED, "datePublished": published}, above=above, head=head).html()
    fetched = outlet.get("fetched")
    zone = outlet.get("zone")
    read = read_page(
        Page(page.encode(), ADDRESS, fetched=fetched if isinstance(fetched, datetime) else None),
        Outlet(zone=zone if isinstance(zone, ZoneInfo) else None),
    )
    assert isinstance(read, PageArticle), read
    return read


def test_an_offset_on_the_page_is_believed() -> None:
    article = dated("2024-05-14T19:30:00+03:00")
    assert article.draft.published == "2024-05-14T19:30:00+03:00"
    assert article.date_evidence is Evidence.OFFSET
    assert article.found["published"].place == "JSON-LD datePublished"


def test_an_offset_elsewhere_on_the_page_corrects_a_false_z() -> None:
    head = '<meta property="article:published_time" content="2024-05-14T19:30:00+03:00">'
    article = dated("2024-05-14T19:30:00Z", head=head)
    assert article.draft.published == "2024-05-14T19:30:00+03:00"


def test_z_is_utc_where_the_page_prints_the_same_moment_by_the_outlets_clock() -> None:
    article = dated("2024-05-14T16:30:00Z", above="<p>2024.05.14 19:30</p>", zone=VILNIUS)
    assert article.draft.published == "2024-05-14T19:30:00+03:00"
    assert article.date_evidence is Evidence.PRINTED


def test_z_is_the_outlets_clock_where_the_page_prints_just_that_time() -> None:
    article = dated("2024-05-14T19:30:00Z", above="<p>2024.05.14 19:30</p>", zone=VILNIUS)
    assert article.draft.published == "2024-05-14T19:30:00+03:00"
    assert article.date_evidence is Evidence.PRINTED


def test_a_printed_time_tells_the_zone_of_an_unknown_outlet() -> None:
    article = dated("2024-05-14T22:30:00Z", above="<p>15 May 2024, 01:30</p>")
    assert article.draft.published == "2024-05-15T01:30:00+03:00"


def test_a_printed_time_that_no_zone_explains_tells_none() -> None:
    article = dated("2024-05-14T22:30:00Z", above="<p>15 May 2024, 00:45</p>")
    assert article.draft.published == "2024-05-14T22:30:00+00:00"


def test_a_page_from_the_future_is_by_the_outlets_clock() -> None:
    fetched = datetime(2024, 5, 14, 17, 0, tzinfo=UTC)
    article = dated("2024-05-14T19:30:00Z", zone=VILNIUS, fetched=fetched)
    assert article.draft.published == "2024-05-14T19:30:00+03:00"
    assert article.date_evidence is Evidence.FRESH


def test_else_z_is_utc_as_it_says() -> None:
    article = dated("2024-05-14T16:30:00Z", zone=VILNIUS)
    assert article.draft.published == "2024-05-14T19:30:00+03:00"
    assert article.date_evidence is Evidence.UTC


def test_a_time_without_a_zone_is_by_the_outlets_clock() -> None:
    article = dated("2024-05-14 19:30:00", zone=VILNIUS)
    assert article.draft.published == "2024-05-14T19:30:00+03:00"
    assert article.date_evidence is Evidence.LOCAL


def test_the_time_of_a_day_is_taken_from_where_it_is_told() -> None:
    head = '<meta name="pubdate" content="2024-05-14T19:30:00+03:00">'
    assert dated("2024-05-14", head=head).draft.published == "2024-05-14T19:30:00+03:00"


@pytest.mark.parametrize("none", ["0001-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "soon", ""])
def test_what_is_no_date_is_passed_over(none: str) -> None:
    head = '<meta property="article:published_time" content="2024-05-14T16:30:00+00:00">'
    article = dated(none, head=head)
    assert article.draft.published == "2024-05-14T16:30:00+00:00"
    assert article.found["published"].place == "meta article:published_time"


@pytest.mark.parametrize(
    ("printed", "zone", "published"),
    [
        ("May 14, 2024 7:30 PM EST", VILNIUS, "2024-05-14"),
        ("May 14, 2024 7:30 PM (ET)", VILNIUS, "2024-05-14"),
        ("14 May 2024 19:30 BST", VILNIUS, "2024-05-14"),
        ("14 May 2024 19:30 CEST", VILNIUS, "2024-05-14T19:30:00+02:00"),
        ("14 May 2024 19:30 BST", LONDON, "2024-05-14T19:30:00+01:00"),
        ("14 May 2024 19:30", VILNIUS, "2024-05-14T19:30:00+03:00"),
    ],
)
@pytest.mark.parametrize("shape", ["<time>{}</time>", "<time datetime='{}'></time>", "<p>{}</p>"])
def test_the_outlets_clock_goes_for_no_time_that_names_another(
    printed: str, zone: ZoneInfo, published: str, shape: str
) -> None:
    page = Written(linked=None, address="https://harbour-post.example/ferry")
    html = replace(page, above=shape.format(printed)).html().encode()
    read = read_page(Page(html, page.address), Outlet(zone=zone))
    assert isinstance(read, PageArticle)
    assert read.draft.published == published


@pytest.mark.parametrize("told", ["14 May 2024 7:30 p.m. WIB", "14 May 2024 7 pm WIB"])
def test_of_a_time_in_a_zone_that_nobody_knows_the_day_is_kept(told: str) -> None:
    head = f'<meta property="article:published_time" content="{told}">'
    assert dated("", head=head, zone=VILNIUS).draft.published == "2024-05-14"


def test_an_update_that_names_another_zone_is_not_by_the_clock_of_the_publication() -> None:
    head = '<meta property="article:modified_time" content="2024-05-15 08:00 EST">'
    assert dated("2024-05-14T19:30:00+03:00", head=head).draft.updated == "2024-05-15"


def test_a_printed_time_in_the_outlets_own_zone_tells_that_z_is_its_clock() -> None:
    above = "<p>14 May 2024 19:30 BST</p>"
    article = dated("2024-05-14T19:30:00Z", above=above, zone=LONDON)
    assert article.draft.published == "2024-05-14T19:30:00+01:00"


@pytest.mark.parametrize(
    ("above", "place"),
    [
        (
            "<p><span itemprop='datePublished' content='2024-05-14T19:30:00+03:00'></span></p>",
            "itemprop",
        ),
        ("<p><time datetime='2024-05-14T19:30:00+03:00'>yesterday</time></p>", "time"),
    ],
)
def test_a_date_in_the_text_is_found(above: str, place: str) -> None:
    article = Written(linked=None, above=above).article()
    assert article.draft.published == "2024-05-14T19:30:00+03:00"
    assert article.found["published"].place.startswith(place)


def test_the_time_of_a_comment_or_an_update_is_not_the_articles() -> None:
    above = (
        "<p><time class='updated' datetime='2024-06-01T10:00:00+03:00'></time></p>"
        "<div class='comments'><time datetime='2024-05-20T10:00:00+03:00'></time></div>"
        "<p><time datetime='2024-05-14T19:30:00+03:00'></time></p>"
    )
    article = Written(linked=None, above=above).article()
    assert article.draft.published == "2024-05-14T19:30:00+03:00"


@pytest.mark.parametrize(
    ("above", "published"),
    [
        ("<div>May 14, 2024</div>", "2024-05-14"),
        ("<div>Reuters · 14 May 2024</div>", "2024-05-14"),
        ("<div>The mayor is late, too</div><div>14 May 2024</div>", "2024-05-14"),
        ("<div>Tuesday, 14 May 2024 19:30 EEST</div>", "2024-05-14T19:30:00+03:00"),
        ("<div>14 May 2024</div><div>2024.05.14 19:30</div>", "2024-05-14T19:30:00"),
        (
            "<div>2024.05.14 19:30</div><div><time class='updated'>2024.05.15 9:00</time></div>",
            "2024-05-14T19:30:00",
        ),
    ],
)
def test_a_date_that_is_only_printed_is_found(above: str, published: str) -> None:
    page = Written(linked=None, address="https://harbour-post.example/ferry", above=above)
    assert page.article().found["published"] == Found(published, "printed")


def test_a_standfirst_that_ends_in_a_date_tells_no_day_of_publication() -> None:
    above = "<p>The harbour remembers the storm of 12 May 1994</p><div>14 May 2024</div>"
    page = Written(linked=None, address="https://harbour-post.example/ferry", above=above)
    assert page.article().draft.published == "2024-05-14"


def test_a_list_tells_the_moment_before_a_day_is_guessed() -> None:
    above = "<div><time class='updated' datetime='2024-05-16'>16 May</time></div>"
    page = Written(linked=None, address=None, above=above).html().encode()
    listed = datetime(2024, 5, 14, 16, 30, tzinfo=UTC)
    read = read_page(Page(page, "https://harbour-post.example/ferry", listed=listed))
    assert isinstance(read, PageArticle)
    assert read.found["published"].place == "feed"


def test_the_day_in_the_address_is_better_than_none() -> None:
    page = Written(linked=None, address="https://harbour-post.example/2024/05/14/ferry").article()
    assert page.draft.published == "2024-05-14"
    assert page.date_evidence is Evidence.DAY


def test_a_page_without_a_date_is_not_taken() -> None:
    read = Written(linked=None).read()
    assert isinstance(read, NoArticle)
    assert read.kind is NoArticleKind.UNDATED


def test_the_date_of_a_change_is_no_date_of_publication() -> None:
    head = '<meta property="article:modified_time" content="2024-05-15T08:00:00+03:00">'
    read = Written(linked=None, head=head).read()
    assert isinstance(read, NoArticle)
    assert read.kind is NoArticleKind.UNDATED


def test_a_page_without_a_date_is_of_the_moment_that_its_feed_names() -> None:
    told = datetime.fromisoformat("2024-05-14T19:30:00+03:00")
    read = read_page(Page(Written(linked=None).html().encode(), ADDRESS, listed=told))
    assert isinstance(read, PageArticle)
    assert read.draft.published == told.isoformat()
    assert read.date_evidence is Evidence.OFFSET


def test_an_update_is_by_the_same_clock() -> None:
    linked = {
        **LINKED,
        "datePublished": "2024-05-14T16:30:00Z",
        "dateModified": "2024-05-14T17:30:00Z",
    }
    read = read_page(Page(Written(linked=linked).html().encode(), ADDRESS), Outlet(zone=VILNIUS))
    assert isinstance(read, PageArticle)
    assert read.draft.updated == "2024-05-14T20:30:00+03:00"


def test_where_only_an_update_is_dated_its_day_is_taken_and_that_is_said() -> None:
    above = "<time class='updated' datetime='2024-05-16T09:00:00+03:00'>Updated 16 May</time>"
    article = Written(linked=None, above=above).article()
    assert article.found["published"] == Found("2024-05-16", "time of an update")
    assert article.draft.updated == "2024-05-16T09:00:00+03:00"
    finished = finish(article.draft, Defaults())
    assert DateFault.ONLY_UPDATED in finished.faults
    dated = '<meta property="article:published_time" content="2024-05-14T19:30:00+03:00">'
    both = Written(linked=None, above=above, head=dated).article()
    assert finish(both.draft, Defaults()).faults == ()


def test_of_several_articles_on_a_page_the_first_ones_time_is_taken() -> None:
    other = "<article><h1>Another</h1><time datetime='2024-05-13T08:00:00+03:00'>y</time></article>"
    page = Written(linked=None, above="<p class='d'>14.05.2024 19:30</p>")
    html = page.html().replace("</main>", f"{other}</main>")
    read = read_page(Page(html.encode(), ADDRESS), Outlet(zone=VILNIUS))
    assert isinstance(read, PageArticle)
    assert read.draft.published == "2024-05-14T19:30:00+03:00"


@pytest.mark.parametrize(
    "above",
    [
        "Published: 2024-05-14 19:30 | Updated: 2024-05-15 08:10",
        "Publikuota: 2024-05-14 19:30 | Atnaujinta: 2024-05-15 08:10",
        "Опубликовано 14.05.2024 19:30, обновлено 15.05.2024 08:10",
        "Aktualizacja: 15.05.2024 08:10 Opublikowano: 14.05.2024 19:30",
    ],
)
def test_a_printed_update_is_told_from_the_publication_in_any_language_of_dates(above: str) -> None:
    page = Written(linked=None, above=f"<div>{above}</div>")
    read = read_page(Page(page.html().encode(), ADDRESS), Outlet(zone=VILNIUS))
    assert isinstance(read, PageArticle)
    assert read.draft.published == "2024-05-14T19:30:00+03:00"


def test_a_class_says_when_it_was_published() -> None:
    above = "<abbr class='published' title='2024-05-14T19:30:00+03:00'>14 May</abbr>"
    found = Written(linked=None, above=above).article().found["published"]
    assert found == Found("2024-05-14T19:30:00+03:00", "class published")

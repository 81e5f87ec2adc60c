"""What a listing says of an article's time, where its page says less."""

from zoneinfo import ZoneInfo

import pytest

from corpus.collect.reading.listed_dates import surest_date
from corpus.collect.reading.taking import Known, NotTaken, Taken, take
from corpus.pages import Evidence, Page
from tests.corpus.pages.newspaper_page import ADDRESS, Written

VILNIUS = ZoneInfo("Europe/Vilnius")


def surest(
    printed: str, evidence: Evidence, listed: str | None, zone: ZoneInfo | None = None
) -> str:
    return surest_date(printed, evidence, listed=listed, zone=zone)


@pytest.mark.parametrize("evidence", [Evidence.OFFSET, Evidence.PRINTED, Evidence.FRESH])
def test_a_page_that_is_sure_of_its_time_goes_before_its_listing(evidence: Evidence) -> None:
    printed = "2021-03-14T17:30:00+02:00"
    assert surest(printed, evidence, "2021-03-14T18:30:00+02:00") == printed


DAY, LOCAL, UTC = Evidence.DAY, Evidence.LOCAL, Evidence.UTC
CLOCK = "2021.03.14 17:30"


@pytest.mark.parametrize(
    ("printed", "evidence", "listed", "found"),
    [
        # a day on the page, a moment of that day in the list
        ("2021-03-14", DAY, "2021-03-14T17:30:00+02:00", "2021-03-14T17:30:00+02:00"),
        ("2021-03-14", DAY, "2021-03-15T17:30:00+02:00", "2021-03-14"),
        # a clock on the page, whose zone the list tells
        (CLOCK, LOCAL, "2021-03-14T15:30:12+00:00", "2021-03-14T17:30:00+02:00"),
        (CLOCK, LOCAL, "2021-03-14T12:00:00+00:00", "2021-03-14T17:30:00+05:30"),
        (CLOCK, LOCAL, "2021-03-14T15:37:00+00:00", CLOCK),
        (CLOCK, LOCAL, "2021-03-12T15:30:00+00:00", CLOCK),
        # `Z` behind the paper's own clock
        ("2021-03-14T17:30:00Z", UTC, "2021-03-14T17:30:00+02:00", "2021-03-14T17:30:00+02:00"),
        ("2021-03-14T17:30:00Z", UTC, "2021-03-14T19:30:00+02:00", "2021-03-14T17:30:00Z"),
        # what says nothing
        ("2021-03-14", DAY, "2021-03-14T17:30:00", "2021-03-14"),
        ("2021-03-14", DAY, "yesterday", "2021-03-14"),
        ("yesterday", DAY, "2021-03-14T17:30:00+02:00", "yesterday"),
        ("2021-03-14", DAY, None, "2021-03-14"),
    ],
)
def test_a_listing_tells_the_moment_where_it_agrees_with_the_page(
    printed: str, evidence: Evidence, listed: str | None, found: str
) -> None:
    assert surest(printed, evidence, listed) == found


def test_a_moment_of_a_feed_in_utc_is_that_of_the_outlets_own_day() -> None:
    listed = "2021-03-14T22:30:00+00:00"
    assert surest("2021-03-15", Evidence.DAY, listed, VILNIUS) == "2021-03-15T00:30:00+02:00"


def test_the_keepers_zone_goes_before_the_listings() -> None:
    printed = "2021.03.14 17:30"
    assert surest(printed, Evidence.LOCAL, "2021-03-14T14:30:00+00:00", VILNIUS) == printed


def test_a_page_without_a_date_is_of_the_moment_in_the_list_and_of_nothing_less() -> None:
    page = Page(Written(linked=None).html().encode(), ADDRESS)
    read = take(page, Known("Post", listed="2024-05-14T16:30:00+00:00", zone=VILNIUS))
    assert isinstance(read, Taken)
    assert read.finished.article.published.isoformat() == "2024-05-14T19:30:00+03:00"
    assert isinstance(take(page, Known("Post", listed="2024-05-14")), NotTaken)

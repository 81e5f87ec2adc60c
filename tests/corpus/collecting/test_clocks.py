"""What fresh articles say of a source's clock, and what is made of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from corpus.archive.archive import Archive
from corpus.collect.reading.clock_dates import Shown, by_clock
from corpus.collect.state.clocks import KEPT, Clocks, Said, distance, remember, told_distance
from corpus.collect.state.ledger import Ledger
from corpus.collect.state.standing import collection_of
from corpus.workers.pool import ParsingPool
from tests.corpus.collecting.collector import collecting_from
from tests.newspaper.comparing import collected
from tests.newspaper.server import Newspaper
from tests.newspaper.story import ZONE, Layout

NOON = datetime(2024, 5, 14, 12, 0, tzinfo=UTC)
BEFORE = NOON - timedelta(minutes=15)
PRINTED = datetime.fromisoformat("2024-05-14T14:58")


@pytest.mark.parametrize(
    ("printed", "minutes"),
    [
        ("2024-05-14T14:58", 180),
        ("2024-05-14T15:03", 180),
        ("2024-05-14T14:40", 180),
        ("2024-05-14T14:20", None),  # older than the last look at the listings
        ("2024-05-14T11:55", 0),
        ("2024-05-14T07:50", -240),
        ("2024-05-14T17:17", 330),
        ("2024-05-15T00:50", 780),
        ("2024-05-15T04:50", None),  # further than any zone
        ("2024-05-13T14:58", None),
    ],
)
def test_a_new_articles_time_tells_how_far_the_clock_is(printed: str, minutes: int | None) -> None:
    assert distance(datetime.fromisoformat(printed), NOON, BEFORE) == minutes


@pytest.mark.parametrize("before", [None, NOON - timedelta(hours=1), NOON + timedelta(hours=1)])
def test_nothing_is_told_by_what_may_have_lain_there(before: datetime | None) -> None:
    assert distance(PRINTED, NOON, before) is None


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Archive(tmp_path, create=True) as archive:
        yield Ledger(archive)


def told(ledger: Ledger, words: list[int], *, apart: int = 20) -> timedelta | None:
    """After articles said these minutes, the last one at noon."""
    with ledger.archive.storing() as connection:
        for place, minutes in enumerate(reversed(words)):
            fetched = NOON - timedelta(minutes=apart * place)
            remember(connection, 1, Said.LOCAL, fetched=fetched, minutes=minutes)
    with ledger.reading() as connection:
        return told_distance(connection, 1, Said.LOCAL, NOON)


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ([120] * 6, 120),
        ([120] * 4, None),
        ([120] * 12 + [60], None),  # the newest says otherwise
        ([180] * 3 + [120] * 6, None),
        ([60, 120, 180, 120, 60, 120], None),
        ([180] + [120] * 20, 120),
        ([], None),
    ],
)
def test_a_clock_is_told_by_some_articles_that_agree(
    ledger: Ledger, words: list[int], minutes: int | None
) -> None:
    assert told(ledger, words) == (None if minutes is None else timedelta(minutes=minutes))


def test_one_collection_is_not_enough(ledger: Ledger) -> None:
    assert told(ledger, [120] * 8, apart=0) is None


def test_what_was_said_days_ago_counts_no_more_and_goes(ledger: Ledger) -> None:
    assert told(ledger, [120] * 9, apart=24 * 60) is None
    told(ledger, [120] * 2 * KEPT)
    with ledger.reading() as connection:
        (count,) = connection.execute("SELECT count(*) FROM clock").fetchone()
    assert count <= KEPT


@pytest.mark.parametrize(
    ("said", "clocks", "moment"),
    [
        (Said.LOCAL, Clocks(local=timedelta(hours=3)), "2024-05-14T14:58:00+03:00"),
        (Said.UTC, Clocks(utc=timedelta(hours=3)), "2024-05-14T14:58:00+03:00"),
        (Said.UTC, Clocks(local=timedelta(hours=3)), None),
        (Said.UTC, Clocks(utc=timedelta()), None),
        (Said.LOCAL, Clocks(), None),
        (Said.LOCAL, Clocks(local=timedelta(hours=2)), None),  # it would lie in the future
    ],
)
def test_a_time_is_by_the_clock_that_is_told(
    said: Said, clocks: Clocks, moment: str | None
) -> None:
    found = by_clock(Shown(said, PRINTED), clocks, NOON)
    assert (found and found.isoformat()) == moment


def test_a_time_of_another_season_is_not_by_todays_clock() -> None:
    shown = Shown(Said.LOCAL, PRINTED.replace(month=1))
    assert by_clock(shown, Clocks(local=timedelta(hours=3)), NOON) is None


def test_a_paper_whose_zone_nobody_named_shows_it_by_and_by(
    tmp_path: Path, pool: ParsingPool
) -> None:
    with (
        Newspaper(8, oddities=(), has_listings=False) as paper,
        collecting_from(paper, tmp_path, pool) as collecting,
    ):
        site = paper.site
        pattern = replace(site.stories[0], layout=Layout.PRINTED, updated=None)
        collecting.add(f"{paper.url}/", zone=None)
        collecting.collect()
        for number in range(100, 107):
            collecting.clock.ahead += timedelta(minutes=20)
            now = collecting.clock().astimezone(ZONE)
            story = replace(
                pattern,
                number=number,
                title=f"The ferry of {number} is late again",
                paragraphs=tuple(f"{text} It is number {number}." for text in pattern.paragraphs),
                published=now.replace(second=0, microsecond=0),
            )
            paper.site = type(site)(
                [story, *paper.site.stories], paper.url, crawl_delay=0.01, has_listings=False
            )
            collecting.collect()
        articles = {article.title: article for article in collected(collecting.archive)}
        first, last = (articles[f"The ferry of {n} is late again"] for n in (100, 106))
        assert first.published == first.day
        assert last.published == paper.site.stories[0].published
        (standing,) = collection_of(collecting.archive, collecting.clock()).standings
        assert standing.clock == paper.site.stories[0].published.utcoffset()

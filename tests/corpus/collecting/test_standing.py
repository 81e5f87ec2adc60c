"""How sources stand: what they brought, what fails, what fell silent."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bot.render.english.collecting import collection_lines
from bot.render.english.telegram import about
from corpus.archive.archive import Archive
from corpus.collect.state.frontier import Address, Kind, find, save
from corpus.collect.state.ledger import Ledger
from corpus.collect.state.sources import NewSource, end_round, insert_source
from corpus.collect.state.standing import Standing, collection_of
from tests.archives import article

TODAY = date(2021, 3, 31)
NOON = datetime(2021, 3, 31, 12, tzinfo=UTC)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Archive(tmp_path, create=True) as archive:
        made = Ledger(archive)
        new = NewSource("Courier", "https://courier.example/", "//courier.example/", ("x",))
        made.write(lambda connection: insert_source(connection, new, NOON))
        yield made


def standing(ledger: Ledger, days: list[date]) -> Standing:
    """Of the source, with an article of each of these days."""
    articles = [article(f"{day}", "A ferry came.", title=f"{day}", published=day) for day in days]
    ledger.archive.add(articles)
    addresses = [
        Address(
            key=f"//courier.example/{day}",
            address=f"https://courier.example/{day}",
            host="courier.example",
            source=1,
            kind=Kind.PAGE,
            article=f"{day}",
        )
        for day in days
    ]
    ledger.write(lambda connection: save(connection, addresses))
    (found,) = collection_of(ledger.archive, NOON).standings
    return found


def days_before(last: date, step: int, count: int) -> list[date]:
    return [last - timedelta(days=step * n) for n in range(count)][::-1]


def test_a_daily_is_silent_after_three_days_without_an_article(ledger: Ledger) -> None:
    found = standing(ledger, days_before(TODAY - timedelta(days=4), 1, 100))
    assert (found.silent_since, found.articles) == (TODAY - timedelta(days=4), 100)
    assert found.is_in_trouble


@pytest.mark.parametrize(
    ("last", "step"), [(TODAY, 1), (TODAY - timedelta(days=1), 1), (TODAY - timedelta(days=6), 7)]
)
def test_one_that_keeps_its_rhythm_is_not(ledger: Ledger, last: date, step: int) -> None:
    assert standing(ledger, days_before(last, step, 60)).silent_since is None


def test_a_source_without_articles_is_not_silent(ledger: Ledger) -> None:
    found = standing(ledger, [])
    assert (found.silent_since, found.newest, found.is_in_trouble) == (None, None, False)


def test_a_date_in_the_future_does_not_hide_a_silence(ledger: Ledger) -> None:
    days = days_before(TODAY - timedelta(days=9), 1, 100)
    assert standing(ledger, [*days, date(2029, 1, 1)]).silent_since == days[-1]


def test_what_fails_or_is_silent_is_named_with_the_last_success(ledger: Ledger) -> None:
    ledger.write(lambda connection: end_round(connection, 1, NOON, None))
    assert collection_lines(collection_of(ledger.archive, NOON)) == [
        "Last collected: Wed 31 Mar 2021, 12:00 (UTC)"
    ]
    later = NOON + timedelta(hours=1)
    ledger.write(lambda connection: end_round(connection, 1, later, "connection"))
    told = collection_of(ledger.archive, NOON)
    assert told.collected == NOON
    assert collection_lines(told)[1:] == ["Courier: fails: no connection"]
    assert "Courier: fails: no connection" in about(ledger.archive.holdings(), told)


def test_an_archive_without_sources_says_nothing_of_collecting(tmp_path: Path) -> None:
    with Archive(tmp_path, create=True) as archive:
        assert collection_lines(collection_of(archive, NOON)) == []


def test_an_article_under_two_addresses_is_counted_once(ledger: Ledger) -> None:
    standing(ledger, [TODAY])
    second = "//courier.example/ferry-again"
    with ledger.reading() as connection:
        known = find(connection, f"//courier.example/{TODAY}")
    assert known
    other = replace(known, key=second, address=f"https:{second}")
    ledger.write(lambda connection: save(connection, [other]))
    assert collection_of(ledger.archive, NOON).standings[0].articles == 1

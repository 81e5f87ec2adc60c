"""Which addresses are due, after what listings said of them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from corpus.archive.archive import Archive
from corpus.collect.state.frontier import (
    Address,
    Kind,
    Scope,
    begin,
    count_due,
    due_at,
    find,
    hosts_due,
    next_due,
    note,
    save,
)
from corpus.collect.state.ledger import Ledger
from corpus.collect.state.sources import NewSource, end_round, insert_source

NOON = datetime(2021, 3, 14, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
PAGE = Address(
    key="//courier.example/politics/1/bridge",
    address="https://courier.example/politics/1/bridge",
    host="courier.example",
    source=1,
    kind=Kind.PAGE,
)
LISTING = replace(
    PAGE,
    key="//courier.example/rss",
    address="https://courier.example/rss",
    kind=Kind.LISTING,
)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """With one source, which was read at noon."""
    with Archive(tmp_path, create=True) as archive:
        made = Ledger(archive)
        address = "https://courier.example/"
        new = NewSource("Courier", address, "//courier.example/", ("courier.example",))
        made.write(lambda connection: insert_source(connection, new, NOON))
        yield made


def hear(ledger: Ledger, listed: Address, at: datetime = NOON) -> Address:
    """A listing says so; what is known then."""
    ledger.write(lambda connection: note(connection, listed, at))
    with ledger.reading() as connection:
        found = find(connection, listed.key)
    assert found
    return found


def store(ledger: Ledger, *addresses: Address) -> None:
    ledger.write(lambda connection: save(connection, addresses))


def due(ledger: Ledger, at: datetime = NOON, since: date | None = None) -> list[Address]:
    with ledger.reading() as connection:
        return due_at(connection, PAGE.host, Scope((1,), since), until=at, limit=100)


def seconds(moment: datetime) -> float:
    return moment.timestamp()


ASKED = replace(PAGE, asked=seconds(NOON), changed=seconds(NOON - HOUR))


def test_a_new_address_is_due(ledger: Ledger) -> None:
    hear(ledger, PAGE)
    assert [one.key for one in due(ledger)] == [PAGE.key]
    with ledger.reading() as connection:
        assert hosts_due(connection, Scope((1,)), NOON) == [PAGE.host]
        assert count_due(connection, Scope((1,)), NOON) == 1


def test_one_that_was_asked_and_did_not_change_is_not_due(ledger: Ledger) -> None:
    store(ledger, ASKED)
    assert hear(ledger, replace(PAGE, changed=ASKED.changed), NOON + HOUR) == ASKED
    assert hear(ledger, PAGE, NOON + HOUR) == ASKED


def test_one_that_is_said_to_have_changed_since_is_due(ledger: Ledger) -> None:
    store(ledger, replace(ASKED, tries=7, fault="gone"))
    changed = replace(PAGE, changed=seconds(NOON + HOUR))
    known = hear(ledger, changed, NOON + 2 * HOUR)
    assert (known.due, known.tries) == (seconds(NOON + 2 * HOUR), 0)


def test_a_change_before_it_was_asked_is_known_already(ledger: Ledger) -> None:
    store(ledger, ASKED)
    changed = replace(PAGE, changed=seconds(NOON - HOUR / 2))
    assert hear(ledger, changed, NOON + HOUR).due is None


def test_a_change_that_never_was_one_is_not_believed_again_at_once(ledger: Ledger) -> None:
    store(ledger, replace(ASKED, idle=2))
    changed = replace(PAGE, changed=seconds(NOON + HOUR))
    assert hear(ledger, changed, NOON + 2 * HOUR).due is None
    later = replace(PAGE, changed=seconds(NOON + 5 * HOUR))
    assert hear(ledger, later, NOON + 6 * HOUR).due is not None


def test_the_shortest_of_its_addresses_is_asked(ledger: Ledger) -> None:
    tracked = replace(PAGE, address=f"{PAGE.address}?utm_source=rss")
    hear(ledger, tracked)
    assert hear(ledger, PAGE).address == PAGE.address
    assert hear(ledger, tracked).address == PAGE.address


def test_what_a_listing_says_of_its_time_is_kept_until_the_page_says_it(ledger: Ledger) -> None:
    hear(ledger, PAGE)
    dated = replace(PAGE, published="2021-03-14T10:00:00+02:00")
    assert hear(ledger, dated).published == dated.published
    assert hear(ledger, replace(PAGE, published="2020-01-01")).published == dated.published


def test_listings_go_first_and_then_the_newest(ledger: Ledger) -> None:
    days = ("2021-03-01", None, "2021-03-09", "2021-03-14T10:00:00+02:00")
    pages = [
        replace(PAGE, key=f"//courier.example/{day}", published=day, due=seconds(NOON))
        for day in days
    ]
    store(ledger, *pages, replace(LISTING, due=seconds(NOON)))
    order = [one.published for one in due(ledger)[1:]]
    assert due(ledger)[0].kind is Kind.LISTING
    assert order == [None, days[3], days[2], days[0]]


def test_what_is_older_than_wanted_is_not_due(ledger: Ledger) -> None:
    old = replace(PAGE, published="2021-03-01T10:00:00+02:00", due=seconds(NOON))
    changed = replace(PAGE, key="//courier.example/2", due=seconds(NOON), changed=seconds(NOON))
    store(ledger, old, changed)
    assert len(due(ledger)) == 2
    assert [one.key for one in due(ledger, since=date(2021, 3, 14))] == [changed.key]


def test_a_collection_that_ended_is_followed_by_one_that_asks_the_listings(
    ledger: Ledger,
) -> None:
    store(ledger, LISTING)
    ledger.write(lambda connection: end_round(connection, 1, NOON, None))
    ledger.write(lambda connection: begin(connection, Scope((1,)), NOON))
    assert [one.key for one in due(ledger)] == [LISTING.key]


def test_one_that_never_ended_is_gone_on_with_but_not_for_ever(ledger: Ledger) -> None:
    store(ledger, LISTING)
    ledger.write(lambda connection: begin(connection, Scope((1,)), NOON + HOUR))
    assert due(ledger) == []
    tomorrow = NOON + timedelta(days=1)
    ledger.write(lambda connection: begin(connection, Scope((1,)), tomorrow))
    assert [one.key for one in due(ledger, tomorrow)] == [LISTING.key]


def test_a_collection_waits_for_what_failed_and_not_for_what_is_fresh(ledger: Ledger) -> None:
    with ledger.reading() as connection:
        assert next_due(connection, PAGE.host, Scope((1,)), NOON) is None
    fresh = replace(PAGE, key="//courier.example/fresh", due=seconds(NOON + HOUR / 2))
    store(ledger, fresh, replace(PAGE, due=seconds(NOON + HOUR), tries=1))
    with ledger.reading() as connection:
        assert next_due(connection, PAGE.host, Scope((1,)), NOON) == NOON + HOUR

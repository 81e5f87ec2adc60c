"""What is known of an address after it was asked."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from corpus.collect import visits
from corpus.collect.network.exchange import Failure, Reason, Response
from corpus.collect.state.frontier import Address, Kind
from tests.archives import article

NOON = datetime(2021, 3, 14, 12, tzinfo=UTC)
PLACE = "https://courier.example/politics/1"
PAGE = Address(
    key="//courier.example/politics/1",
    address=PLACE,
    host="courier.example",
    source=1,
    kind=Kind.PAGE,
)
CAME = Response(PLACE, 200, b"a page", NOON, etag='"1"', last_modified="Sun, 14 Mar 2021")
FRESH = article("a", "The bridge opened.", published=NOON - timedelta(minutes=10))
OLD = article("a", "The bridge opened.", published=NOON - timedelta(days=100))


def failed(reason: Reason, status: int | None = None, wait: float | None = None) -> Address:
    return visits.failed(PAGE, Failure(PLACE, reason, status, wait), NOON, lambda: 0.5)


def soon(address: Address) -> bool:
    return address.due is not None and address.due < (NOON + timedelta(minutes=1)).timestamp()


@pytest.mark.parametrize(
    "reason", [Reason.CONNECTION, Reason.CUT_OFF, Reason.TIMEOUT, Reason.BUSY, Reason.NO_HOST]
)
def test_what_may_be_there_in_a_moment_is_asked_for_again_soon(reason: Reason) -> None:
    assert soon(failed(reason))


@pytest.mark.parametrize(("status", "is_soon"), [(500, True), (502, True), (403, False)])
def test_a_refusal_is_not_asked_about_again_soon(status: int, is_soon: bool) -> None:
    assert soon(failed(Reason.STATUS, status)) is is_soon
    assert failed(Reason.STATUS, status).due


@pytest.mark.parametrize("reason", [Reason.GONE, Reason.TOO_LARGE, Reason.ADDRESS])
def test_what_will_be_the_same_again_is_not_asked_for_again(reason: Reason) -> None:
    assert failed(reason).due is None
    assert failed(reason).fault == reason.value


def test_a_host_says_itself_when_to_ask_again() -> None:
    assert failed(Reason.BUSY, 503, 7200.0).due == NOON.timestamp() + 7200
    assert visits.rest_after(1, Failure(PLACE, Reason.BUSY, 503, 90.0), NOON) == (
        NOON + timedelta(seconds=90)
    )


def test_a_host_is_left_alone_longer_each_time() -> None:
    failure = Failure(PLACE, Reason.CONNECTION)
    rests = [visits.rest_after(failures, failure, NOON) for failures in (1, 2, 3, 99)]
    assert rests == sorted(set(rests))


def test_an_article_stays_known_when_its_page_fails() -> None:
    known = visits.taken(PAGE, CAME, OLD, b"digest")
    failure = Failure(PLACE, Reason.GONE, 410)
    gone = visits.failed(known, failure, NOON, lambda: 0.5)
    assert (gone.article, gone.digest, gone.etag) == ("a", b"digest", '"1"')


def test_a_fresh_article_is_asked_for_again_and_an_old_one_is_not() -> None:
    known = visits.taken(PAGE, CAME, FRESH, b"digest")
    assert known.due == (NOON + timedelta(minutes=50)).timestamp()
    assert (known.etag, known.last_modified) == (CAME.etag, CAME.last_modified)
    assert visits.taken(PAGE, CAME, OLD, b"digest").due is None


def test_what_was_asked_for_in_vain_is_counted_until_it_changes() -> None:
    known = visits.taken(PAGE, CAME, FRESH, b"digest")
    again = visits.not_modified(known, NOON)
    assert (again.idle, again.due) == (1, known.due)
    assert visits.taken(again, CAME, FRESH, b"digest").idle == 2
    assert visits.taken(again, CAME, FRESH, b"another").idle == 0


def test_a_page_that_is_no_article_is_not_asked_for_again() -> None:
    known = visits.not_taken(PAGE, CAME, "a list of articles")
    assert (known.due, known.fault, known.digest) == (None, "a list of articles", None)


def test_a_part_that_its_index_dates_is_asked_for_when_that_says_so() -> None:
    part = replace(PAGE, kind=Kind.PART)
    dated = replace(part, changed=NOON.timestamp())
    assert visits.read_as_listing(dated, CAME).due is None
    undated = visits.read_as_listing(part, CAME)
    assert undated.due == (NOON + timedelta(hours=1)).timestamp()
    again = visits.not_modified(undated, NOON)
    assert again.due
    assert undated.due < again.due

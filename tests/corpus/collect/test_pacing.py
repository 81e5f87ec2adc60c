"""One host is asked no faster than it may be, and left alone when it says so."""

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise
from threading import Event

import pytest
from hypothesis import given
from hypothesis import strategies as some

from corpus.collect.network.exchange import Failure, NoAnswerError, Reason, Request, Response
from corpus.collect.network.pacing import Pacer
from corpus.collect.network.policy import Policy
from corpus.collect.network.retry import DAY, backoff, retry_after
from tests.corpus.collect.web import Web, fetcher, page, serving

NOW = datetime(2021, 3, 2, 8, tzinfo=UTC)


def test_many_threads_ask_one_host_one_at_a_time_and_not_too_often(web: Web) -> None:
    web.answers |= {f"/{number}": page(b"x") for number in range(10)}
    with fetcher(rate=20) as asking, ThreadPoolExecutor(5) as threads:
        requests = [Request(web.address(f"/{number}")) for number in range(10)]
        came = list(threads.map(asking.fetch, requests))
    assert all(isinstance(one, Response) for one in came)
    assert len({one.connection for one in web.log}) == 1
    assert all(after.began - before.began >= 0.05 for before, after in pairwise(web.log))


def test_hosts_do_not_wait_for_one_another(web: Web) -> None:
    web.answers["/a"] = page(b"x")
    with fetcher(rate=2) as asking, ThreadPoolExecutor(8) as threads:
        began = time.monotonic()
        hosts = [Request(web.address("/a", f"paper{number}.example")) for number in range(8)]
        assert all(isinstance(one, Response) for one in threads.map(asking.fetch, hosts))
    assert time.monotonic() - began < 8 * 0.5  # robots.txt and page, half a second apart


def test_a_host_is_asked_as_the_slowest_of_its_origins_wishes(web: Web) -> None:
    web.answers |= {"/robots.txt": page(b"User-agent: *\nCrawl-delay: 0.3"), "/a": page(b"x")}
    with serving() as other, fetcher() as asking:
        other.answers["/a"] = page(b"x")
        for one in (web, other, web, other):
            assert isinstance(asking.fetch(Request(one.address("/a"))), Response)
    pages = sorted(one.began for one in (*web.log, *other.log) if one.path == "/a")
    assert all(after - before >= 0.3 for before, after in pairwise(pages))


def test_a_host_that_asks_to_wait_is_not_asked_before(web: Web) -> None:
    web.answers |= {"/a": page(b"", "Retry-After: 60", status="429 Slow down"), "/b": page(b"x")}
    with fetcher() as asking:
        asking.fetch(Request(web.address("/a")))
        came = asking.fetch(Request(web.address("/b")))
    assert isinstance(came, Failure)
    assert came.reason is Reason.BUSY
    assert came.retry_after is not None
    assert 50 < came.retry_after <= 60
    assert web.paths() == ["/a"]


@pytest.mark.parametrize("status", ["429 Slow down", "503 Busy"])
def test_a_short_wait_is_waited(web: Web, status: str) -> None:
    web.answers |= {"/a": page(b"", "Retry-After: 1", status=status), "/b": page(b"x")}
    with fetcher() as asking:
        asking.fetch(Request(web.address("/a")))
        assert isinstance(asking.fetch(Request(web.address("/b"))), Response)
    first, second = (one.began for one in web.log[1:])
    assert second - first >= 1


def test_one_page_that_is_not_to_be_had_is_not_the_host(web: Web) -> None:
    web.answers |= {"/a": page(b"", status="503 Busy"), "/b": page(b"x")}
    with fetcher() as asking:
        asking.fetch(Request(web.address("/a")))
        assert isinstance(asking.fetch(Request(web.address("/b"))), Response)


def test_refusals_that_say_nothing_of_time_are_waited_longer_each_time() -> None:
    pacer = Pacer(0, Event())
    waits = []
    for refusals in range(1, 9):
        pacer.refused(None)
        if refusals > 3:  # the first waits are short, and would be waited
            with pytest.raises(NoAnswerError) as busy:
                pacer.wait()
            waits.append(busy.value.retry_after or 0.0)
    assert waits[-1] > 300
    assert waits == sorted(waits)


def test_who_waits_is_woken_to_stop() -> None:
    stopping = Event()
    pacer = Pacer(60, stopping)
    pacer.answered()
    with ThreadPoolExecutor(1) as threads:
        waiting = threads.submit(pacer.wait)
        stopping.set()
        with pytest.raises(NoAnswerError) as stopped:
            waiting.result(timeout=5)
    assert stopped.value.reason is Reason.STOPPED


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120),
        (" 0 ", 0),
        ("9" * 400, DAY),
        (format_datetime(NOW + timedelta(minutes=5), usegmt=True), 300),
        ("Tue, 02 Mar 2021 10:01:00 +0200", 60),
        ("Tue, 02 Mar 2021 08:01:00", 60),
        ("Mon, 01 Mar 2021 08:00:00 GMT", 0),
        ("Sun, 02 Mar 2031 08:00:00 GMT", DAY),
        ("-5", None),
        ("1.5", None),
        ("soon", None),
        ("", None),
        (None, None),
        ("٣", None),
    ],
)
def test_how_long_to_wait_is_a_number_or_a_moment(
    header: str | None, seconds: float | None
) -> None:
    assert retry_after(header, NOW) == seconds


@given(some.text())
def test_any_header_is_read_or_passed_over(header: str) -> None:
    seconds = retry_after(header, NOW)
    assert seconds is None or 0 <= seconds <= DAY


@given(some.integers(1, 10_000))
def test_waits_double_up_to_a_day_and_differ_by_chance(failures: int) -> None:
    whole = min(60.0 * 2 ** (min(failures, 30) - 1), DAY)
    assert whole / 2 <= backoff(failures) <= whole


@pytest.mark.parametrize("rate", [0, -1, float("inf"), float("nan")])
def test_a_rate_is_above_zero(rate: float) -> None:
    with pytest.raises(ValueError, match="rate"):
        Policy(rate=rate)


@pytest.mark.parametrize("contact", ["a\r\nX-Evil: 1", "žmogus@paper.example"])
def test_a_contact_can_be_sent(contact: str) -> None:
    with pytest.raises(ValueError, match="contact"):
        Policy(contact=contact)

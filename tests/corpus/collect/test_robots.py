"""What a host's robots.txt allows is asked, and nothing else."""

import time
from datetime import UTC, datetime
from itertools import pairwise

import pytest

from corpus.collect.network.exchange import Failure, Reason, Request, Response
from corpus.collect.network.retry import DAY
from corpus.collect.network.robots import LONGEST_DELAY, RobotsFiles, rules_of
from tests.corpus.collect.web import Answer, Web, drip, fetcher, moved, page

NOW = datetime(2021, 3, 2, 8, tzinfo=UTC)
HERE = page(b"here")


def asked(web: Web, *paths: str) -> list[Reason | None]:
    """What came of some addresses: None for an answer."""
    web.answers |= dict.fromkeys(paths, HERE)
    with fetcher(seconds=1) as asking:
        came = [asking.fetch(Request(web.address(path))) for path in paths]
    return [one.reason if isinstance(one, Failure) else None for one in came]


def test_what_is_disallowed_is_never_asked(web: Web) -> None:
    web.answers["/robots.txt"] = page(b"User-agent: *\nDisallow: /secret\nAllow: /secret/door")
    assert asked(web, "/a", "/secret/a", "/secret/door") == [None, Reason.ROBOTS, None]
    assert web.paths() == ["/a", "/secret/door"]


def test_rules_for_us_by_name_come_before_those_for_everybody(web: Web) -> None:
    rules = b"User-agent: *\nDisallow: /\n\nUser-Agent: BackIssue/2.0\nDisallow: /own"
    web.answers["/robots.txt"] = page(rules)
    assert asked(web, "/a", "/own") == [None, Reason.ROBOTS]


def test_rules_for_others_are_not_ours(web: Web) -> None:
    rules = b"User-agent: issue\nUser-agent: back\nUser-agent: backissuebot\nDisallow: /"
    web.answers["/robots.txt"] = page(rules)
    assert asked(web, "/a") == [None]


def test_a_redirect_to_what_is_disallowed_is_not_followed(web: Web) -> None:
    web.answers["/robots.txt"] = page(b"User-agent: *\nDisallow: /secret")
    web.answers["/door"] = moved("/secret/a")
    with fetcher() as asking:
        came = asking.fetch(Request(web.address("/door")))
    assert isinstance(came, Failure)
    assert (came.reason, came.address) == (Reason.ROBOTS, web.address("/secret/a"))


def test_the_file_is_asked_for_once_and_first(web: Web) -> None:
    asked(web, "/a", "/b", "/c")
    assert [one.path for one in web.log] == ["/robots.txt", "/a", "/b", "/c"]


@pytest.mark.parametrize("status", ["404 Not Found", "410 Gone", "403 Forbidden", "401 Login"])
def test_a_host_that_has_none_allows_all(web: Web, status: str) -> None:
    web.answers["/robots.txt"] = page(b"Disallow: /", status=status)
    assert asked(web, "/a") == [None]


def test_one_that_leads_in_circles_is_none(web: Web) -> None:
    web.answers["/robots.txt"] = moved("/robots.txt")
    assert asked(web, "/a") == [None]


def test_one_may_lie_elsewhere(web: Web) -> None:
    web.answers["/robots.txt"] = moved("/other.txt")
    web.answers["/other.txt"] = page(b"User-agent: *\nDisallow: /a")
    assert asked(web, "/a") == [Reason.ROBOTS]


@pytest.mark.parametrize(
    ("answer", "wanted"),
    [
        (page(b"", status="500 Error"), Reason.ROBOTS_UNREACHABLE),
        (page(b"", status="429 Too Many"), Reason.BUSY),
        (page(b"", status="503 Busy"), Reason.BUSY),
        (moved("http://["), Reason.ROBOTS_UNREACHABLE),
        (drip(iter([b""]), 0), Reason.CONNECTION),
        (lambda connection: time.sleep(2), Reason.TIMEOUT),
    ],
)
def test_where_it_cannot_be_had_nothing_is_asked_for_now(
    web: Web, answer: Answer, wanted: Reason
) -> None:
    web.answers["/robots.txt"] = answer
    assert asked(web, "/a", "/b") == [wanted, wanted]
    assert web.paths() == []
    assert len(web.log) <= 2  # once more where the connection broke


def test_it_is_told_when_to_ask_again(web: Web) -> None:
    web.answers["/robots.txt"] = page(b"", "Retry-After: 4000", status="503 Busy")
    with fetcher() as asking:
        came = asking.fetch(Request(web.address("/a")))
    assert isinstance(came, Failure)
    assert came.retry_after is not None
    assert 3990 < came.retry_after <= 4000


def test_of_a_file_without_end_the_beginning_holds(web: Web) -> None:
    endless = iter([b"HTTP/1.1 200 OK\r\n\r\nUser-agent: *\nDisallow: /a\n"] + [b"#" * 99_999] * 9)
    web.answers["/robots.txt"] = drip(endless, 0)
    assert asked(web, "/a", "/b") == [Reason.ROBOTS, None]


def test_a_delay_holds_between_any_two_requests(web: Web) -> None:
    web.answers["/robots.txt"] = page(b"User-agent: *\nCrawl-delay: 0.3")
    asked(web, "/a", "/b", "/c")
    times = [one.began for one in web.log if one.path != "/robots.txt"]
    assert all(after - before >= 0.3 for before, after in pairwise(times))


@pytest.mark.parametrize(
    ("line", "delay"),
    [
        ("Crawl-delay: 2.5", 2.5),
        ("crawl-delay: 1e9", LONGEST_DELAY),
        ("Crawl-delay: -1", 0),
        ("Crawl-delay: nan", 0),
        ("Crawl-delay: soon", 0),
        ("Request-rate: 1/10", 10),
        ("Request-rate: 2/1m", 30),
        ("", 0),
    ],
)
def test_a_delay_is_read_in_seconds(line: str, delay: float) -> None:
    assert rules_of(f"User-agent: *\n{line}\nDisallow: /x".encode()).delay() == delay


def test_sitemaps_are_named_wherever_they_stand(web: Web) -> None:
    lines = ("Sitemap: /one.xml", "User-agent: x", "Sitemap: https://other.example/two.xml")
    web.answers["/robots.txt"] = page("\n".join((*lines, "sitemap: /one.xml")).encode())
    with fetcher() as asking:
        named = asking.sitemaps(web.address("/anywhere/at?all"))
    assert named == (web.address("/one.xml"), "https://other.example/two.xml")


def test_where_there_is_no_file_there_are_no_sitemaps(web: Web) -> None:
    with fetcher() as asking:
        assert asking.sitemaps(web.address("/")) == ()
        assert asking.sitemaps("no address") == ()


@pytest.mark.parametrize(
    "body",
    [
        b"\xef\xbb\xbfUser-agent: *\r\nDisallow: /a",
        b"user agent *\rdisallow /a",
        b"User-agent: *  # all\nDisallow: /a # here\n\xff\xfe\x00",
    ],
)
def test_a_file_may_be_written_by_hand(body: bytes) -> None:
    rules = rules_of(body)
    assert not rules.allow("https://paper.example/a")
    assert rules.allow("https://paper.example/b")


@pytest.mark.parametrize(
    "body",
    [
        b"".join(b"User-agent: robot%d\n" % number for number in range(10_000))
        + b"".join(b"Allow: /%d\n" % number for number in range(20_000)),
        b"User-agent: *\nDisallow: /" + b"*a" * 100_000 + b"$",
        b"User-agent: *\n" + b"Disallow: /*a*b*c*d*e*f$\n" * 10_000,
        b"Sitemap: /x\n" * 40_000,
    ],
    ids=["robots by rules", "one pattern", "many patterns", "sitemaps"],
)
def test_a_file_that_is_made_to_be_slow_is_not(body: bytes) -> None:
    began = time.process_time()
    rules = rules_of(body)
    assert rules.allow("https://paper.example/" + "abcde" * 200 + "g")
    assert len(rules.sitemaps("https://paper.example/")) <= 1
    assert time.process_time() - began < 2


def test_rules_that_were_had_hold_on_where_they_cannot_be_had_again() -> None:
    had = Response("https://paper.example/robots.txt", 200, b"User-agent: *\nDisallow: /a", NOW)
    lost = Failure("https://paper.example/robots.txt", Reason.STATUS, 500)
    came: list[Response | Failure] = [had, lost]
    clock = iter([0.0, 0.0, 2 * DAY, 2 * DAY, 2 * DAY])
    files = RobotsFiles(lambda address: came.pop(0), clock=lambda: next(clock))
    assert not files.rules("https://paper.example/").allow("https://paper.example/a")
    assert not files.rules("https://paper.example/").allow("https://paper.example/a")
    assert not came

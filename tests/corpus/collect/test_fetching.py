"""One address is asked for, over HTTP on loopback, and answered or failed."""

import gzip
import socket
import threading
import time
import zlib
from datetime import UTC, datetime, timedelta

import pytest

from corpus.collect.network.exchange import Failure, Reason, Request, Response
from tests.corpus.collect.web import Web, drip, fetcher, moved, page

BODY = b"<p>The bridge was opened.</p>"


def zipped(body: bytes) -> bytes:
    return gzip.compress(body, mtime=0)  # the same in every process, as tests are named by it


def fetch(web: Web, path: str, etag: str = "", modified: str = "") -> Response | Failure:
    with fetcher() as asking:
        return asking.fetch(Request(web.address(path), etag, modified))


def reason(web: Web, path: str, seconds: float = 30, limit: int = 100_000) -> Reason | None:
    with fetcher(seconds=seconds) as asking:
        came = asking.fetch(Request(web.address(path), limit=limit))
    return came.reason if isinstance(came, Failure) else None


def test_a_page_comes_as_it_is_with_what_its_next_condition_needs(web: Web) -> None:
    kept = ('ETag: W/"a1"', "Last-Modified: Tue, 02 Mar 2021 08:00:00 GMT")
    web.answers["/a"] = page(BODY, *kept, "Content-Type: text/html; charset=utf-8")
    came = fetch(web, "/a")
    assert isinstance(came, Response)
    assert (came.status, came.body, came.address) == (200, BODY, web.address("/a"))
    assert came.etag == 'W/"a1"'
    assert came.last_modified == "Tue, 02 Mar 2021 08:00:00 GMT"
    assert came.content_type == "text/html; charset=utf-8"
    assert abs(came.fetched - datetime.now(UTC)) < timedelta(minutes=1)


def test_who_asks_is_told_and_nothing_else_of_him(web: Web) -> None:
    web.answers["/a"] = page(BODY, "Set-Cookie: seen=1")
    with fetcher() as asking:
        asking.fetch(Request(web.address("/a")))
        asking.fetch(Request(web.address("/a")))
    asked = web.log[-1].headers
    assert asked["user-agent"] == "backissue/0.1 (+https://keeper.example/)"
    assert asked["accept-encoding"] == "gzip"
    assert asked["host"] == f"paper.example:{web.port}"
    assert asked.keys() == {"host", "user-agent", "accept", "accept-encoding"}


def test_the_environment_names_no_proxy_and_no_password(
    web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    web.answers["/a"] = page(BODY)
    assert isinstance(fetch(web, "/a"), Response)


def test_what_is_known_is_asked_for_on_its_condition(web: Web) -> None:
    web.answers["/a"] = page(b"", status="304 Not Modified")
    came = fetch(web, "/a", etag='"a1"', modified="Tue, 02 Mar 2021 08:00:00 GMT")
    assert isinstance(came, Response)
    assert came.is_unchanged
    assert web.log[-1].headers["if-none-match"] == '"a1"'
    assert web.log[-1].headers["if-modified-since"] == "Tue, 02 Mar 2021 08:00:00 GMT"


def test_a_condition_that_would_be_another_header_is_not_sent(web: Web) -> None:
    web.answers["/a"] = page(BODY)
    assert isinstance(fetch(web, "/a", etag='"a"\r\nX-Evil: 1'), Response)
    assert "if-none-match" not in web.log[-1].headers


def test_unchanged_is_no_answer_to_what_was_asked_without_condition(web: Web) -> None:
    web.answers["/a"] = page(b"", status="304 Not Modified")
    assert reason(web, "/a") is Reason.STATUS


def test_redirects_are_followed_to_the_address_that_answers(web: Web) -> None:
    web.answers |= {"/a": moved("/b"), "/b": moved("c?x=1#top", "301 Moved"), "/c?x=1": page(BODY)}
    came = fetch(web, "/a")
    assert isinstance(came, Response)
    assert (came.address, came.body) == (web.address("/c?x=1"), BODY)


def test_a_redirect_may_name_its_path_in_other_letters(web: Web) -> None:
    web.answers |= {"/a": moved("/žinios".encode().decode("latin-1")), "/%C5%BEinios": page(BODY)}
    assert isinstance(fetch(web, "/a"), Response)


def test_five_redirects_are_followed_and_no_more(web: Web) -> None:
    web.answers |= {f"/{step}": moved(f"/{step + 1}") for step in range(6)}
    web.answers["/6"] = page(BODY)
    assert isinstance(fetch(web, "/1"), Response)
    assert reason(web, "/0") is Reason.REDIRECTS


def test_a_circle_is_left_at_once(web: Web) -> None:
    web.answers |= {"/a": moved("/b"), "/b": moved("/a")}
    assert reason(web, "/a") is Reason.REDIRECTS
    assert web.paths() == ["/a", "/b"]


@pytest.mark.parametrize("place", ["ftp://paper.example/", "file:///etc/passwd", "http://["])
def test_a_redirect_to_what_is_no_web_address_fails_where_it_stands(web: Web, place: str) -> None:
    web.answers["/a"] = moved(place)
    came = fetch(web, "/a")
    assert isinstance(came, Failure)
    assert (came.reason, came.address) == (Reason.ADDRESS, web.address("/a"))


@pytest.mark.parametrize(
    ("status", "wanted"),
    [
        ("404 Not Found", Reason.GONE),
        ("410 Gone", Reason.GONE),
        ("403 Forbidden", Reason.STATUS),
        ("500 Error", Reason.STATUS),
        ("503 Busy", Reason.BUSY),
        ("429 Too Many", Reason.BUSY),
        ("206 Partial", Reason.STATUS),
        ("302 Found", Reason.STATUS),
    ],
)
def test_a_status_is_a_reason(web: Web, status: str, wanted: Reason) -> None:
    web.answers["/a"] = page(b"", status=status)
    came = fetch(web, "/a")
    assert isinstance(came, Failure)
    assert (came.reason, came.status) == (wanted, int(status[:3]))
    assert came.is_permanent == (wanted is Reason.GONE)


def test_how_long_to_wait_is_told(web: Web) -> None:
    web.answers["/a"] = page(b"", "Retry-After: 120", status="503 Busy")
    came = fetch(web, "/a")
    assert isinstance(came, Failure)
    assert came.retry_after == 120


@pytest.mark.parametrize(
    ("coding", "sent"),
    [
        ("gzip", zipped(BODY)),
        ("x-gzip", zipped(BODY[:9]) + zipped(BODY[9:])),
        ("deflate", zlib.compress(BODY)),
        ("deflate", zlib.compress(BODY)[2:-4]),
        ("gzip", BODY),
        ("gzip, gzip", zipped(zipped(BODY))),
        ("utf-8", BODY),
    ],
)
def test_what_is_compressed_on_its_way_is_not_when_it_arrives(
    web: Web, coding: str, sent: bytes
) -> None:
    web.answers["/a"] = page(sent, f"Content-Encoding: {coding}")
    came = fetch(web, "/a")
    assert isinstance(came, Response)
    assert came.body == BODY


def test_a_body_in_chunks_is_put_together(web: Web) -> None:
    chunks = b"".join(b"%x\r\n%s\r\n" % (1, BODY[at : at + 1]) for at in range(len(BODY)))
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    web.answers["/a"] = head + chunks + b"0\r\n\r\n"
    came = fetch(web, "/a")
    assert isinstance(came, Response)
    assert came.body == BODY


HEAD = b"HTTP/1.1 200 OK\r\n"
BOMB = zipped(bytes(1 << 24))


@pytest.mark.parametrize(
    ("sent", "wanted"),
    [
        (HEAD + b"Content-Length: 50\r\n\r\nshort", Reason.CUT_OFF),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\nshort\r\n", Reason.CUT_OFF),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nshort\r\n", Reason.PROTOCOL),
        (HEAD + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nshorts", Reason.PROTOCOL),
        (HEAD + b"Content-Encoding: gzip\r\n\r\n" + zipped(BODY)[:-9], Reason.CUT_OFF),
        (HEAD + b"Content-Encoding: gzip\r\n\r\n\x1f\x8b\x08" + bytes(50), Reason.ENCODING),
        (HEAD + b"Content-Encoding: br\r\n\r\nwhatever", Reason.ENCODING),
        (b"220 mail.example ESMTP\r\n\r\n", Reason.PROTOCOL),
        (b"", Reason.CONNECTION),
        (HEAD + b"X-Long: " + b"a" * 400_000, Reason.PROTOCOL),
        (HEAD + b"Content-Length: 100001\r\n\r\n", Reason.TOO_LARGE),
        (HEAD + b"\r\n" + b"a" * 500_000, Reason.TOO_LARGE),
        (
            HEAD + b"Content-Encoding: gzip\r\n\r\n" + zipped(bytes(1 << 22)),
            Reason.TOO_LARGE,
        ),
    ],
)
def test_a_broken_answer_has_its_reason(web: Web, sent: bytes, wanted: Reason) -> None:
    web.answers["/a"] = [drip(iter([sent]), 0) for _ in range(2)]
    assert reason(web, "/a") is wanted


def test_an_endless_answer_ends(web: Web) -> None:
    def endless(connection: socket.socket) -> None:
        connection.sendall(HEAD + b"Transfer-Encoding: chunked\r\n\r\n")
        while True:
            connection.sendall(b"1\r\na\r\n" * 1_000)

    web.answers["/a"] = endless
    assert reason(web, "/a") is Reason.TOO_LARGE


@pytest.mark.parametrize(
    "start", [b"", HEAD, HEAD + b"\r\n", b"HTTP/1.1 103 Hints\r\n\r\n"], ids=len
)
def test_an_answer_that_drips_ends_when_its_time_is_over(web: Web, start: bytes) -> None:
    def dripping(connection: socket.socket) -> None:
        connection.sendall(start)
        while True:
            connection.sendall(b"HTTP/1.1 103 Hints\r\n\r\n" if b"103" in start else b"X")
            time.sleep(0.02)

    web.answers["/a"] = dripping
    began = time.monotonic()
    assert reason(web, "/a", seconds=0.5) is Reason.TIMEOUT
    assert time.monotonic() - began < 3


def test_silence_ends_when_its_time_is_over(web: Web) -> None:
    web.answers["/a"] = lambda connection: time.sleep(2)
    assert reason(web, "/a", seconds=0.3) is Reason.TIMEOUT


def test_after_a_failure_the_same_host_is_asked_again(web: Web) -> None:
    web.answers |= {"/a": drip(iter([HEAD + b"Content-Length: 9\r\n\r\n"]), 0), "/b": page(BODY)}
    with fetcher() as asking:
        assert isinstance(asking.fetch(Request(web.address("/a"))), Failure)
        assert isinstance(asking.fetch(Request(web.address("/b"))), Response)


def test_a_connection_is_kept_and_made_anew_where_the_host_closed_it(web: Web) -> None:
    web.answers |= {"/a": page(BODY), "/last": page(BODY)}
    closing = web.answers["/last"]
    assert isinstance(closing, bytes)
    web.answers["/last"] = drip(iter([closing]), 0)  # and it closes, though it did not say so
    with fetcher() as asking:
        for path in ("/a", "/a", "/last", "/a"):
            assert isinstance(asking.fetch(Request(web.address(path))), Response)
        assert asking.requests == len(web.log)
    assert len({one.connection for one in web.log}) == 2


def test_an_answer_that_sends_more_than_it_said_spoils_none_after_it(web: Web) -> None:
    unchanged = page(b"", "Transfer-Encoding: chunked", status="304 Not Modified")
    web.answers |= {"/a": unchanged + b"0\r\n\r\n", "/b": page(BODY)}
    with fetcher() as asking:
        came = [asking.fetch(Request(web.address(path), etag='"1"')) for path in ("/a", "/b")]
    assert all(isinstance(one, Response) for one in came), came


def test_nobody_there_is_a_failure_of_the_connection() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with fetcher() as asking:
        came = asking.fetch(Request(f"http://paper.example:{port}/a"))
    assert isinstance(came, Failure)
    assert came.reason is Reason.CONNECTION


def test_who_stops_waits_for_no_answer(web: Web) -> None:
    web.answers["/a"] = lambda connection: time.sleep(5)
    came: list[Response | Failure] = []
    asking = fetcher(seconds=30)
    thread = threading.Thread(target=lambda: came.append(asking.fetch(Request(web.address("/a")))))
    thread.start()
    while not web.paths():
        time.sleep(0.01)
    began = time.monotonic()
    asking.stop()
    thread.join()
    assert time.monotonic() - began < 2
    (failed,) = came
    assert isinstance(failed, Failure)
    assert failed.reason is Reason.STOPPED
    assert isinstance(asking.fetch(Request(web.address("/b"))), Failure)
    assert web.paths() == ["/a"]

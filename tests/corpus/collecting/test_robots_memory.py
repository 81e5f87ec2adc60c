"""What hosts said in their robots.txt is remembered from one process to the next."""

import sqlite3
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from corpus.archive.archive import Archive
from corpus.collect.network.exchange import Failure, Reason, Request, Response
from corpus.collect.state.ledger import Ledger
from corpus.collect.state.robots import FRESH, KEPT, Robots

PLACE = "https://courier.example/robots.txt"


class Host:
    """Answers with what a test puts there; `asked` are the requests."""

    def __init__(self) -> None:
        self.asked: list[Request] = []
        self.answer: Response | Failure = came(b"Disallow: /private/")

    def __call__(self, request: Request) -> Response | Failure:
        self.asked.append(request)
        return self.answer


def came(body: bytes, status: int = 200) -> Response:
    return Response(PLACE, status, body, datetime.now(UTC), etag='"1"')


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Archive(tmp_path, create=True) as archive:
        yield Ledger(archive)


@pytest.fixture
def host() -> Host:
    return Host()


def read(ledger: Ledger, host: Host) -> Response | Failure:
    return Robots(ledger).read(PLACE, host)


def body_of(answer: Response | Failure) -> bytes:
    assert isinstance(answer, Response)
    return answer.body


def let_pass(ledger: Ledger, seconds: float) -> None:
    def older(connection: sqlite3.Connection) -> None:
        connection.execute("UPDATE robots SET fetched = ?", (time.time() - seconds,))

    ledger.write(older)


def test_a_file_that_was_read_just_now_is_not_asked_for(ledger: Ledger, host: Host) -> None:
    first = read(ledger, host)
    assert body_of(read(ledger, host)) == body_of(first)
    assert len(host.asked) == 1


def test_later_it_is_asked_for_on_condition(ledger: Ledger, host: Host) -> None:
    read(ledger, host)
    let_pass(ledger, FRESH + 1)
    host.answer = came(b"", status=304)
    assert body_of(read(ledger, host)) == b"Disallow: /private/"
    assert [request.etag for request in host.asked] == [None, '"1"']
    read(ledger, host)
    assert len(host.asked) == 2


def test_a_new_file_takes_its_place(ledger: Ledger, host: Host) -> None:
    read(ledger, host)
    let_pass(ledger, FRESH + 1)
    host.answer = came(b"Disallow: /")
    assert body_of(read(ledger, host)) == b"Disallow: /"


@pytest.mark.parametrize(("age", "holds"), [(FRESH + 1, True), (KEPT + 1, False)])
def test_where_it_cannot_be_had_the_old_one_holds_for_a_day(
    ledger: Ledger, host: Host, age: float, holds: bool
) -> None:
    read(ledger, host)
    let_pass(ledger, age)
    host.answer = Failure(PLACE, Reason.CONNECTION)
    assert isinstance(read(ledger, host), Response) is holds


def test_a_host_without_one_allows_all_and_is_not_asked_again_at_once(
    ledger: Ledger, host: Host
) -> None:
    host.answer = Failure(PLACE, Reason.GONE, 404)
    read(ledger, host)
    assert body_of(read(ledger, host)) == b""
    assert len(host.asked) == 1

"""The small HTTP server: what it reads, and what it does with those who mean it no good."""

import asyncio
import logging
from contextlib import suppress
from http import HTTPStatus

import pytest

from bot.errors import SettingsError
from bot.setting_values import HostPort
from bot.telegram.serving.http_server import (
    CONNECTIONS,
    LARGEST_BODY,
    LARGEST_HEAD,
    HttpServer,
    Request,
    Response,
)
from tests.telegram.http_client import ANYWHERE, asking, came, exchanged, served


async def echo(request: Request) -> Response:
    told = f"{request.method} {request.path} {request.headers.get('x-one')} "
    return Response(HTTPStatus.OK, told.encode() + request.body)


def test_a_request_is_read_and_answered() -> None:
    async def talk(at: HostPort) -> None:
        answer = came(await exchanged(at, asking("POST", "/a?b=c", b"\xff\0", X_One="two")))
        assert (answer.status, answer.body) == (200, b"POST /a two \xff\0")

    served(echo, talk)


def test_several_requests_come_by_one_connection_also_when_sent_at_once() -> None:
    one = asking("POST", "/1", b"a").replace(b"Connection: close\r\n", b"")

    async def talk(at: HostPort) -> None:
        answers = await exchanged(at, one + one + asking("GET", "/3"))
        assert [answers.count(path) for path in (b"POST /1", b"GET /3")] == [2, 1]

    served(echo, talk)


def test_a_body_in_pieces_is_one() -> None:
    head = b"POST / HTTP/1.1\r\nHost: b\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"

    async def talk(at: HostPort) -> None:
        answer = came(await exchanged(at, head + b"2\r\nab\r\n1\r\nc\r\n0\r\n\r\n"))
        assert answer.body.endswith(b"abc")

    served(echo, talk)


def test_who_waits_to_be_told_to_go_on_is_told() -> None:
    async def talk(at: HostPort) -> None:
        reader, writer = await asyncio.open_connection(at.host, at.port)
        writer.write(asking("POST", "/", b"ab", Expect="100-continue")[:-2])
        assert await reader.readuntil(b"\r\n\r\n") == b"HTTP/1.1 100 \r\n\r\n"
        writer.write(b"ab")
        assert came(await reader.read()).body.endswith(b"ab")
        writer.close()

    served(echo, talk)


def test_an_answer_to_head_has_no_body() -> None:
    async def talk(at: HostPort) -> None:
        answer = came(await exchanged(at, asking("HEAD", "/")))
        assert (answer.status, answer.body) == (200, b"")
        assert "content-length: 12" in answer.head

    served(echo, talk)


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b"nonsense\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\n\r\n", 400),  # no host
        (b"GET / HTTP/1.1\r\nHost: b\r\nContent-Length: x\r\n\r\n", 400),
        (b"POST / HTTP/1.1\r\nHost: b\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost: b\r\nX: " + b"a" * 2 * LARGEST_HEAD, 431),
        (asking("POST", "/", b"a" * (LARGEST_BODY + 1)), 413),
        (b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n", 400),  # TLS
    ],
)
def test_what_is_no_request_is_refused(sent: bytes, status: int) -> None:
    async def talk(at: HostPort) -> None:
        assert came(await exchanged(at, sent)).status == status
        assert came(await exchanged(at, asking("GET", "/"))).status == 200

    served(echo, talk)


@pytest.mark.parametrize("sent", [b"", b"GET / HT", asking("POST", "/", b"abc")[:-1]])
def test_who_says_nothing_more_is_not_waited_for(sent: bytes) -> None:
    async def talk(at: HostPort) -> None:
        assert await exchanged(at, sent) == b""

    served(echo, talk, patience=0.2)


def test_a_fault_behind_it_is_an_answer_and_one_line_without_its_words(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def fail(_request: Request) -> Response:
        raise ValueError("private words")

    async def talk(at: HostPort) -> None:
        assert came(await exchanged(at, asking("GET", "/"))).status == 500

    served(fail, talk)
    messages = [one.getMessage() for one in caplog.records if one.levelno > logging.INFO]
    assert messages == ["A request could not be answered: ValueError"]


def test_too_many_connections_take_no_place_from_those_there_are() -> None:
    async def talk(at: HostPort) -> None:
        held = [await asyncio.open_connection(at.host, at.port) for _ in range(CONNECTIONS)]
        await asyncio.sleep(0.05)
        with suppress(ConnectionResetError):
            assert await exchanged(at, asking("GET", "/")) == b""
        reader, writer = held[0]
        writer.write(asking("GET", "/held"))
        assert b"/held" in await reader.read()
        for _, one in held:
            one.close()
        await asyncio.sleep(0.05)
        assert came(await exchanged(at, asking("GET", "/"))).status == 200

    served(echo, talk)


def test_stopping_answers_what_was_asked_and_waits_for_nobody_else() -> None:
    release = asyncio.Event()

    async def slow(_request: Request) -> Response:
        await release.wait()
        return Response(HTTPStatus.OK, b"after all")

    async def run() -> None:
        server = HttpServer(slow)
        at = await server.start(ANYWHERE, "X")
        _, idle = await asyncio.open_connection(at.host, at.port)
        asked = asyncio.create_task(exchanged(at, asking("GET", "/")))
        await asyncio.sleep(0.05)
        stopping = asyncio.create_task(server.stop())
        await asyncio.sleep(0.05)
        with pytest.raises(OSError):
            await exchanged(at, asking("GET", "/"))
        release.set()
        assert came(await asked).body == b"after all"
        await asyncio.wait_for(stopping, 2)
        idle.close()

    asyncio.run(run())


def test_a_place_that_is_taken_is_one_line_that_names_the_setting() -> None:
    async def talk(at: HostPort) -> None:
        with pytest.raises(SettingsError, match=rf"BACKISSUE_LISTEN: {at} cannot be listened at"):
            await HttpServer(echo).start(at, "BACKISSUE_LISTEN")

    served(echo, talk)

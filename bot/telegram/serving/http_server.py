"""A small HTTP/1.1 server in the event loop, for the webhook and for health and metrics.

h11 reads and writes what goes over the connection, so that no rule of HTTP is our own; here is
what a server owes its machine: limits of size, time and number. It speaks no TLS: a proxy does.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus

import h11

from bot.errors import SettingsError
from bot.setting_values import HostPort

LOG = logging.getLogger(__name__)

LARGEST_HEAD = 16_384  # bytes
LARGEST_BODY = 1_048_576  # bytes; an update has some thousand
PATIENCE = 30.0  # seconds in which a request has to come, and in which one more may
CONNECTIONS = 128  # at once; further ones are closed
CHUNK = 65_536


@dataclass(frozen=True, slots=True)
class Request:
    """`path` is without what follows `?`; names of headers are in lower case."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Response:
    status: HTTPStatus
    body: bytes = b""
    kind: str = "text/plain; charset=utf-8"


Handle = Callable[[Request], Awaitable[Response]]


class HttpServer:
    def __init__(self, handle: Handle, *, patience: float = PATIENCE) -> None:
        """Whatever `handle` raises is answered with 500."""
        self._handle = handle
        self._patience = patience
        self._server: asyncio.Server | None = None
        self._waiting: set[asyncio.Task[None]] = set()  # connections that no request came by yet
        self._all: set[asyncio.Task[None]] = set()

    async def start(self, at: HostPort, setting: str) -> HostPort:
        """Listen; returns where. Raises SettingsError, which names the setting."""
        try:
            self._server = await asyncio.start_server(self._on_connection, at.host, at.port)
        except OSError as error:
            reason = error.strerror or str(error)
            raise SettingsError(f"{setting}: {at} cannot be listened at: {reason}") from error
        host, port, *_ = self._server.sockets[0].getsockname()
        return HostPort(host, port)

    async def stop(self) -> None:
        """Listen no more; what is being answered is answered."""
        if self._server is None:
            return
        self._server.close()
        for task in self._waiting:
            task.cancel()
        if self._all:
            await asyncio.wait(self._all, timeout=self._patience)

    async def _on_connection(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        task = asyncio.current_task()
        if task is None or len(self._all) >= CONNECTIONS:
            writer.close()
            return
        self._all.add(task)
        try:
            await self._serve(_Connection(reader, writer), task)
        except (TimeoutError, OSError, asyncio.CancelledError, h11.LocalProtocolError):
            pass  # it is slow or gone, or the server stops
        finally:
            self._waiting.discard(task)
            self._all.discard(task)
            writer.close()

    async def _serve(self, connection: "_Connection", task: asyncio.Task[None]) -> None:
        """One request after another, until the other side ends it."""
        is_more = True
        while is_more and self._server is not None and self._server.is_serving():
            self._waiting.add(task)
            async with asyncio.timeout(self._patience):
                request = await connection.request()
            self._waiting.discard(task)
            if request is None:
                return
            answer = request if isinstance(request, Response) else await self._answer(request)
            async with asyncio.timeout(self._patience):
                is_more = await connection.send(answer)

    async def _answer(self, request: Request) -> Response:
        try:
            return await self._handle(request)
        except Exception as error:  # the other side is to hear of it, whatever it is
            LOG.error("A request could not be answered: %s", type(error).__name__)
            return Response(HTTPStatus.INTERNAL_SERVER_ERROR)


class _Connection:
    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self._http = h11.Connection(h11.SERVER, max_incomplete_event_size=LARGEST_HEAD)
        self._method = b""

    async def request(self) -> Request | Response | None:
        """What is asked; the answer to what is no request; None where nothing comes any more."""
        try:
            head = await self._event()
            if not isinstance(head, h11.Request):
                return None
            self._method = head.method
            return await self._with_body(head)
        except h11.RemoteProtocolError as error:
            return Response(HTTPStatus(error.error_status_hint))

    async def _with_body(self, head: h11.Request) -> Request | Response:
        if self._http.they_are_waiting_for_100_continue:
            self._write(h11.InformationalResponse(status_code=100, headers=[]))
        body = bytearray()
        while isinstance(event := await self._event(), h11.Data):
            body += event.data
            if len(body) > LARGEST_BODY:
                return Response(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        path = head.target.partition(b"?")[0].decode("latin-1")
        headers = {name.decode(): value.decode("latin-1") for name, value in head.headers}
        return Request(head.method.decode(), path, headers, bytes(body))

    async def send(self, response: Response) -> bool:
        """Whether one more request may come by this connection."""
        if self._http.our_state not in (h11.IDLE, h11.SEND_RESPONSE):
            return False  # it is broken already
        is_whole = self._http.their_state is h11.DONE
        headers = [("Content-Type", response.kind), ("Content-Length", str(len(response.body)))]
        if not is_whole:
            headers.append(("Connection", "close"))
        self._write(h11.Response(status_code=response.status, headers=headers))
        if self._method != b"HEAD":
            self._write(h11.Data(data=response.body))
        self._write(h11.EndOfMessage())
        await self._writer.drain()
        return is_whole and self._is_ready_for_more()

    def _is_ready_for_more(self) -> bool:
        if self._http.our_state is not h11.DONE:
            return False
        self._http.start_next_cycle()
        return True

    def _write(self, event: h11.Event) -> None:
        self._writer.write(self._http.send(event) or b"")

    async def _event(self) -> object:
        """The next one. Raises RemoteProtocolError."""
        while (event := self._http.next_event()) is h11.NEED_DATA:
            self._http.receive_data(await self._reader.read(CHUNK))
        return event

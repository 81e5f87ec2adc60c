"""HTTP on loopback: requests to the server, and its answers."""

import json
import socket
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Protocol

from tests.telegram.bot_api.refusals import RefusedError
from tests.telegram.bot_api.request_body import Params, params_of


class Served(Protocol):
    connections: int

    def answer(self, token: str, method: str, params: Params) -> Any:
        """The result of one request, or bytes and status to send as they are; None cuts off.

        Raises RefusedError.
        """


class HttpServer(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def __init__(self, address: tuple[str, int], served: Served) -> None:
        self.served = served
        self._open: set[socket.socket] = set()
        super().__init__(address, _Request)

    def process_request(self, request: Any, client_address: Any) -> None:
        self._open.add(request)
        self.served.connections += 1
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self._open.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Quiet: a bot that goes away in the middle is a thing tests do."""

    def cut_connections(self) -> None:
        for connection in list(self._open):
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue  # it closed by itself meanwhile


class _Request(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: HttpServer

    def do_POST(self) -> None:
        length = int(self.headers.get("Content-Length", 0))
        body = self.rfile.read(length)
        if len(body) < length:  # who asked is gone
            self.close_connection = True
            return
        params = params_of(self.headers.get("Content-Type", ""), body)
        _, bot, method = self.path.split("/")
        try:
            result = self.server.served.answer(bot.removeprefix("bot"), method, params)
        except RefusedError as refused:
            self._reply(refused.status, _json(_refusal(refused)))
            return
        if result is None:
            self.close_connection = True
        elif isinstance(result, tuple):
            self._reply(*result)
        else:
            self._reply(200, _json({"ok": True, "result": result}))

    def _reply(self, status: int, body: bytes) -> None:
        """Head and body in one piece: in two, the second waits for the client's delayed ACK."""
        head = (
            f"HTTP/1.1 {status} Status\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        self.wfile.write(head.encode() + body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 (the parent's name)
        """Quiet."""


def _json(answer: dict[str, Any]) -> bytes:
    return json.dumps(answer).encode()


def _refusal(refused: RefusedError) -> dict[str, Any]:
    answer: dict[str, Any] = {
        "ok": False,
        "error_code": refused.status,
        "description": refused.description,
    }
    if refused.parameters:
        answer["parameters"] = refused.parameters
    return answer

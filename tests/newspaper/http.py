"""HTTP/1.1 on loopback for the newspaper: connections that are kept, bodies in pieces."""

import contextlib
import socket
from collections.abc import Callable, Iterator
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.newspaper.answers import Answer

Headers = Message


class Http(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def __init__(
        self,
        address: tuple[str, int],
        answer: Callable[[str, Headers, int], Answer],
    ) -> None:
        self.answer = answer
        self._answering: set[socket.socket] = set()
        super().__init__(address, _Handler)

    @contextlib.contextmanager
    def answering(self, connection: socket.socket) -> Iterator[int]:
        """While one is answered; how many others are, whose asker is still there."""
        beside = sum(_is_open(other) for other in list(self._answering))
        self._answering.add(connection)
        try:
            yield beside
        finally:
            self._answering.discard(connection)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Quiet: a collector that goes away in the middle is a thing tests do."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    timeout = 30
    server: Http

    def do_GET(self) -> None:
        with self.server.answering(self.connection) as beside:
            answer = self.server.answer(self.path, self.headers, beside)
            with contextlib.suppress(OSError):  # it went away in the middle
                self._write(answer)

    def _write(self, answer: Answer) -> None:
        lines = [f"HTTP/1.1 {answer.status} Status", f"Content-Type: {answer.kind}"]
        lines += [f"{name}: {value}" for name, value in answer.headers.items()]
        if answer.pieces is None:
            size = len(answer.body) if answer.announced is None else answer.announced
            body = answer.body if answer.status != 304 else b""
            self._send([*lines, f"Content-Length: {size}"], body)
            self.close_connection = size != len(answer.body)
            return
        self._send([*lines, "Transfer-Encoding: chunked"], b"")
        for piece in answer.pieces():
            if piece:
                self.wfile.write(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")
        self.wfile.write(b"0\r\n\r\n")

    def _send(self, lines: list[str], body: bytes) -> None:
        """Head and body in one piece: in two, the second waits for the client's delayed ACK."""
        self.wfile.write("\r\n".join([*lines, "", ""]).encode() + body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 (the parent's name)
        """Quiet."""


def _is_open(connection: socket.socket) -> bool:
    """Whether the other end has not closed it."""
    try:
        return connection.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT) != b""
    except BlockingIOError:
        return True
    except OSError:
        return False

"""HTTP/1.1 on loopback for the newspaper: connections that are kept, bodies in pieces."""

import contextlib
from collections.abc import Callable
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
        answer: Callable[[str, Headers], Answer],
        finished: Callable[[], None],
    ) -> None:
        self.answer = answer
        self.finished = finished
        super().__init__(address, _Handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Quiet: a collector that goes away in the middle is a thing tests do."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    timeout = 30
    server: Http

    def do_GET(self) -> None:
        try:
            with contextlib.suppress(OSError):  # it went away in the middle
                self._write(self.server.answer(self.path, self.headers))
        finally:
            self.server.finished()

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

"""A server on loopback before a real node: it may want TLS or a password, and it may fail."""

import ssl
import threading
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx

Answer = tuple[int, bytes]


@dataclass(slots=True)
class Gate:
    """`login` is what is wanted as `user:password`; `instead` may answer in the node's place."""

    behind: str
    address: str = ""
    login: str | None = None
    instead: Callable[[str, bytes], Answer | None] = lambda path, body: None
    asked: list[str] = field(default_factory=list)


@contextmanager
def standing_before(behind: str, tls: ssl.SSLContext | None = None) -> Iterator[Gate]:
    """A gate before the node at an address, with `tls` on https."""
    gate = Gate(behind)
    with httpx.Client(base_url=behind, timeout=60.0) as node:
        handler = type("Handler", (_Handler,), {"gate": gate, "node": node})
        server = _Server(("127.0.0.1", 0), handler)
        if tls is not None:
            server.socket = tls.wrap_socket(
                server.socket, server_side=True, do_handshake_on_connect=False
            )
        gate.address = f"{'https' if tls else 'http'}://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield gate
        finally:
            server.shutdown()
            server.server_close()
            thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that goes away, or does not trust the certificate, is no fault."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    gate: Gate
    node: httpx.Client

    def log_message(self, *parts: object) -> None:
        pass

    def do_GET(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.gate.asked.append(self.path)
        status, answer = self._answer(body)
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer)

    do_POST = do_PUT = do_DELETE = do_HEAD = do_GET  # noqa: N815 (the library's names)

    def _answer(self, body: bytes) -> Answer:
        wanted = self.gate.login
        if wanted is not None:
            given = self.headers.get("Authorization", "")
            if given != f"Basic {b64encode(wanted.encode()).decode()}":
                return 401, b'{"error": "Unauthorized"}'
        if (instead := self.gate.instead(self.path, body)) is not None:
            return instead
        kind = {"Content-Type": self.headers.get("Content-Type", "application/json")}
        passed = self.node.request(self.command, self.path, content=body, headers=kind)
        return passed.status_code, passed.content

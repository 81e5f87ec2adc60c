"""A web of the tests' own on loopback, that says byte for byte what it is told to."""

import socket
import socketserver
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from corpus.collect.network.backend import Network
from corpus.collect.network.fetching import Fetcher
from corpus.collect.network.policy import Policy

LOOPBACK = Network(
    resolve=lambda host, port: ["127.0.0.1"],
    permits=lambda address: address == "127.0.0.1",
    ports=None,
)
Answer = bytes | Callable[[socket.socket], None]


@dataclass(frozen=True, slots=True)
class Asked:
    """One request. `began` is when it was read, by the monotonic clock."""

    path: str
    headers: dict[str, str]
    began: float
    connection: int


@dataclass(slots=True)
class Web:
    """`answers` by path; of a list, one after another, the last for ever."""

    port: int
    answers: dict[str, Answer | list[Answer]] = field(default_factory=dict)
    log: list[Asked] = field(default_factory=list)

    def address(self, path: str, host: str = "paper.example", scheme: str = "http") -> str:
        return f"{scheme}://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        """What was asked for, robots.txt left out."""
        return [one.path for one in self.log if one.path != "/robots.txt"]

    def answer(self, path: str) -> Answer:
        found = self.answers.get(path, page(b"", status="404 Not Found"))
        if not isinstance(found, list):
            return found
        return found.pop(0) if len(found) > 1 else found[0]


def page(body: bytes, *headers: str, status: str = "200 OK") -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


def moved(location: str, status: str = "302 Found") -> bytes:
    return page(b"", f"Location: {location}", status=status)


def drip(pieces: Iterator[bytes], seconds: float) -> Callable[[socket.socket], None]:
    """The pieces, one after another, each after so many seconds; then the end."""

    def send(connection: socket.socket) -> None:
        for piece in pieces:
            connection.sendall(piece)
            time.sleep(seconds)
        connection.shutdown(socket.SHUT_RDWR)

    return send


def fetcher(*, network: Network | None = None, rate: float = 1_000, seconds: float = 5) -> Fetcher:
    """One for which 127.0.0.1 is public and has every name, whatever its port."""
    policy = Policy(contact="https://keeper.example/", rate=rate, seconds=seconds)
    return Fetcher(policy, network or LOOPBACK)


@contextmanager
def serving(host: str = "127.0.0.1", tls: ssl.SSLContext | None = None) -> Iterator[Web]:
    """A web server, until the block ends."""
    connections = count()

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            connection = next(connections)
            with suppress(OSError):  # who asked went away
                while head := _head(self.rfile.readline):
                    path, headers = head
                    web.log.append(Asked(path, headers, time.monotonic(), connection))
                    answer = web.answer(path)
                    if isinstance(answer, bytes):
                        self.connection.sendall(answer)
                    else:
                        answer(self.connection)

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True
        allow_reuse_address = True

        def get_request(self) -> tuple[Any, Any]:
            connection, place = super().get_request()
            return (tls.wrap_socket(connection, server_side=True) if tls else connection), place

        def handle_error(self, request: Any, client_address: Any) -> None:
            pass  # a client that does not trust this server hangs up

    with Server((host, 0), Handler) as server:
        web = Web(server.server_address[1])
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        yield web
        server.shutdown()
        thread.join()


def _head(readline: Callable[[], bytes]) -> tuple[str, dict[str, str]] | None:
    first = readline().decode("latin-1").split()
    headers: dict[str, str] = {}
    while line := readline().decode("latin-1").strip():
        name, _, value = line.partition(":")
        headers[name.lower()] = value.strip()
    return (first[1], headers) if len(first) == 3 else None

"""Connections to those addresses alone that were checked, each answer with an end to its time."""

import socket
import ssl
import time
from collections.abc import Callable, Container, Iterable, Sequence
from concurrent.futures import Future, wait
from dataclasses import dataclass
from threading import Event, Thread

import httpcore

from corpus.collect.network.exchange import NoAnswerError, Reason
from corpus.collect.network.public import is_public
from corpus.collect.network.target import PORTS

CONNECT_SECONDS = 10.0  # to one address of a host; the next is tried within the same answer's time
SLICE_SECONDS = 0.5  # of waiting, after which is looked whether to stop
HEAD_BYTES = 256 * 1024  # for what is no body: headers, the sizes of chunks


def addresses_of(host: str, port: int) -> list[str]:
    """The numeric addresses of a host, in the system's order. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(place[0]) for *_, place in found))


@dataclass(frozen=True, slots=True)
class Network:
    """The network as it is; another one in tests. `tls` None is the usual certificates."""

    resolve: Callable[[str, int], Sequence[str]] = addresses_of
    permits: Callable[[str], bool] = is_public
    ports: Container[int] | None = PORTS
    tls: ssl.SSLContext | None = None


@dataclass(slots=True)
class Budget:
    """What one answer may still take: until when by the monotonic clock, and how many bytes."""

    until: float
    bytes: int
    stopping: Event

    def seconds(self) -> float:
        """How long may be waited at once. Raises NoAnswerError when the time is over."""
        if self.stopping.is_set():
            raise NoAnswerError(Reason.STOPPED)
        left = self.until - time.monotonic()
        if left <= 0:
            raise NoAnswerError(Reason.TIMEOUT)
        return left

    def spend(self, size: int) -> None:
        self.bytes -= size
        if self.bytes < 0:
            raise NoAnswerError(Reason.TOO_LARGE)


class CheckedBackend(httpcore.NetworkBackend):
    """Resolves a host once for each connection, checks what it got, and connects to just that."""

    def __init__(self, network: Network, stopping: Event) -> None:
        self._network = network
        self._sockets = httpcore.SyncBackend()
        self.budget = Budget(0, 0, stopping)
        self.connections = 0  # that were tried so far

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        self.connections += 1
        failed: Exception = NoAnswerError(Reason.NO_HOST)
        for address in self._checked(host, port):
            seconds = min(CONNECT_SECONDS, self.budget.seconds())
            try:
                return _Stream(self._sockets.connect_tcp(address, port, seconds), self)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
        raise failed

    def _checked(self, host: str, port: int) -> Sequence[str]:
        try:
            addresses = self._resolved(host, port)
        except (OSError, UnicodeError) as error:  # a label may be too long to be asked for
            raise NoAnswerError(Reason.NO_HOST, error) from error
        for address in addresses:
            if not self._network.permits(address):
                raise NoAnswerError(Reason.PRIVATE, address)
        return addresses

    def _resolved(self, host: str, port: int) -> Sequence[str]:
        """A look-up by the system has no end of its own; it is left alone when time is up."""
        looking: Future[Sequence[str]] = Future()

        def look() -> None:
            try:
                looking.set_result(self._network.resolve(host, port))
            except Exception as error:  # of a thread: raised again by who waits
                looking.set_exception(error)

        Thread(target=look, name=f"looking up {host}", daemon=True).start()
        while not looking.done():
            wait([looking], min(SLICE_SECONDS, self.budget.seconds()))
        return looking.result()


class _Stream(httpcore.NetworkStream):
    """A connection that stops where its backend's budget ends, however slowly the bytes drip."""

    def __init__(self, inner: httpcore.NetworkStream, backend: CheckedBackend) -> None:
        self._inner = inner
        self._backend = backend

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        budget = self._backend.budget
        while True:
            try:
                data = self._inner.read(max_bytes, min(SLICE_SECONDS, budget.seconds()))
            except httpcore.ReadTimeout:
                continue
            budget.spend(len(data))
            return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._backend.budget.seconds())

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        seconds = min(CONNECT_SECONDS, self._backend.budget.seconds())
        try:
            inner = self._inner.start_tls(ssl_context, server_hostname, seconds)
        except httpcore.ConnectError as error:
            if isinstance(error.__cause__, ssl.SSLError):
                raise NoAnswerError(Reason.TLS, error) from error
            raise
        return _Stream(inner, self._backend)

    def get_extra_info(self, info: str) -> object:
        return self._inner.get_extra_info(info)

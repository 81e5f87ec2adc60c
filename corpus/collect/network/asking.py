"""One host, asked one thing at a time."""

import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Event, Lock

import httpcore
import httpx

from corpus.collect.network.backend import HEAD_BYTES, Budget, CheckedBackend, Network
from corpus.collect.network.decoding import decoded
from corpus.collect.network.exchange import NoAnswerError, Reason
from corpus.collect.network.pacing import Pacer
from corpus.collect.network.policy import Policy
from corpus.collect.network.target import host_of, port_of

KEPT_SECONDS = 15.0  # that a connection waits for the next request
KEPT = frozenset({"content-type", "etag", "last-modified", "location", "retry-after"})
SHORT = 1 << 16  # bytes
ERRORS = (httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError)
AT_ITS_END = frozenset({Reason.CONNECTION, Reason.PROTOCOL})  # what a kept connection came to
READ = KEPT | {"content-encoding", "content-length"}
ACCEPTED = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Encoding": "gzip",
}


@dataclass(frozen=True, slots=True)
class Received:
    """`fields` are headers, by names in lower case; `began` is when the answer did. A body is
    there where the status is one of 200 to 299."""

    status: int
    fields: Mapping[str, str]
    body: bytes
    began: datetime


@dataclass(frozen=True, slots=True)
class Wanted:
    """`is_cut`: of a longer body, the part up to `limit` is wanted."""

    url: httpx.URL
    limit: int
    conditions: Mapping[str, str]
    is_cut: bool = False


class Host:
    """Its one connection, and when it may be asked next."""

    def __init__(self, policy: Policy, network: Network, stopping: Event) -> None:
        self._policy = policy
        self._lock = Lock()
        self._backend = CheckedBackend(network, stopping)
        self._stopping = stopping
        self._pool = httpcore.ConnectionPool(
            ssl_context=network.tls,
            max_connections=1,
            keepalive_expiry=KEPT_SECONDS,
            network_backend=self._backend,
        )
        self.pacer = Pacer(1 / policy.rate, stopping)
        self.asked = 0

    def ask(self, wanted: Wanted) -> Received:
        """Wait for the host's turn and ask. Raises NoAnswerError."""
        with self._lock:
            self.pacer.wait()
            connections = self._backend.connections
            try:
                return self._ask_once(wanted)
            except NoAnswerError as error:
                is_kept = connections == self._backend.connections
                if error.reason not in AT_ITS_END or not is_kept:
                    raise
            # The host had closed the connection that was kept, and has heard nothing; or it had
            # sent more than its last answer, which is no answer to this.
            self.pacer.wait()
            return self._ask_once(wanted)

    def close(self) -> None:
        with self._lock:
            self._pool.close()

    def _ask_once(self, wanted: Wanted) -> Received:
        until = time.monotonic() + self._policy.seconds
        self._backend.budget = Budget(until, wanted.limit + HEAD_BYTES, self._stopping)
        url = httpcore.URL(
            scheme=wanted.url.scheme,
            host=host_of(wanted.url),
            port=port_of(wanted.url),
            target=wanted.url.raw_path,
        )
        named = {"Host": wanted.url.netloc.decode("ascii"), "User-Agent": self._policy.agent}
        headers = {**named, **ACCEPTED, **wanted.conditions}
        self.asked += 1
        has_begun = False
        try:
            with self._pool.stream("GET", url, headers=list(headers.items())) as response:
                has_begun = True
                self.pacer.answered()
                return _answer(response, wanted)
        except ERRORS as error:
            raise NoAnswerError(_reason(error, has_begun=has_begun), error) from error
        finally:
            if not has_begun:
                self.pacer.answered()


def _answer(response: httpcore.Response, wanted: Wanted) -> Received:
    began = datetime.now(UTC)
    fields = {
        name.decode("ascii").lower(): value.decode("latin-1")
        for name, value in reversed(response.headers)  # of several the first
        if name.decode("ascii").lower() in READ
    }
    body = b""
    if 200 <= response.status < 300:
        body = _body(response.iter_stream(), fields, wanted)
    else:
        _pass_over(response, fields)
    return Received(
        response.status, {name: fields[name] for name in KEPT & set(fields)}, body, began
    )


def _pass_over(response: httpcore.Response, fields: Mapping[str, str]) -> None:
    """Read what is short and not wanted: only then can the connection be used again."""
    told = fields.get("content-length", "")
    is_short = told.isdigit() and int(told[:18]) <= SHORT
    if is_short or response.status == 304:
        with suppress(NoAnswerError, *ERRORS):
            for _ in response.iter_stream():
                pass


def _body(pieces: Iterable[bytes], fields: Mapping[str, str], wanted: Wanted) -> bytes:
    told = fields.get("content-length", "")
    if told.isdigit() and int(told[:18]) > wanted.limit and not wanted.is_cut:
        raise NoAnswerError(Reason.TOO_LARGE, told)
    body = bytearray()
    for piece in decoded(pieces, fields.get("content-encoding")):
        body += piece
        if len(body) > wanted.limit:
            if wanted.is_cut:
                break
            raise NoAnswerError(Reason.TOO_LARGE)
    return bytes(body[: wanted.limit])


def _reason(error: Exception, *, has_begun: bool) -> Reason:
    if isinstance(error, httpcore.TimeoutException):
        return Reason.TIMEOUT
    if isinstance(error, httpcore.LocalProtocolError):
        return Reason.ADDRESS  # of what cannot be sent
    is_broken_off = not isinstance(error, httpcore.ProtocolError)
    if has_begun:
        return Reason.CUT_OFF if is_broken_off or "peer closed" in str(error) else Reason.PROTOCOL
    is_silent = is_broken_off or "disconnected" in str(error)
    return Reason.CONNECTION if is_silent else Reason.PROTOCOL

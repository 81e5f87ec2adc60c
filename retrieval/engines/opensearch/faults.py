"""What a cluster answers when it does not answer, as this package's errors."""

import socket
import ssl
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar
from urllib.parse import urlsplit

import msgspec
from opensearchpy.exceptions import (
    AuthenticationException,
    AuthorizationException,
    ConnectionError,  # noqa: A004 (the client's own, which is no OSError)
    ConnectionTimeout,
    OpenSearchException,
    SSLError,
    TransportError,
)

from retrieval.errors import (
    EngineUnavailableError,
    EngineUnreachableError,
    IndexNoRoomError,
    IndexUnusableError,
    RetrievalError,
)

AWAY = frozenset({408, 500, 502, 503, 504})  # a node is lost or starting
BUSY = 429
GONE = 404
# As when a disk is full to its flood stage: answered with 429, by former versions with 403.
BLOCKED = "cluster_block_exception"
FULL = ("/12/", "/10/")  # the numbers of the blocks that a disk puts on: of an index, of new ones
# A moment that the cluster forgot, or that lay on a node that is gone.
LOST = frozenset({"search_context_missing_exception", "node_not_connected_exception"})
NO_INDEX = "index_not_found_exception"
OF_ANOTHER = (62, 64)  # OpenSSL's X509_V_ERR_HOSTNAME_MISMATCH and X509_V_ERR_IP_ADDRESS_MISMATCH
LOOK = 2.0  # seconds for a look whether a port speaks TLS

Behind = TypeVar("Behind", bound=BaseException)


class AnsweredInPartError(EngineUnreachableError):
    """The cluster is there, and some node is busy or lost: a moment later another may answer."""


class Reason(msgspec.Struct):
    """Why something failed, in the cluster's words."""

    type: str = ""
    reason: str | None = None
    index: str | None = None


class Failure(msgspec.Struct):
    reason: Reason = msgspec.field(default_factory=Reason)


class Fault(Reason):
    """An error, and what it comes from."""

    root_cause: list[Reason] = []  # msgspec copies an empty default
    failed_shards: list[Failure] = []

    def kinds(self) -> set[str]:
        shards = (failure.reason.type for failure in self.failed_shards)
        return {self.type, *(cause.type for cause in self.root_cause), *shards}

    def words(self) -> str:
        first = self.root_cause[0] if self.root_cause else self
        words = " ".join((first.reason or first.type or "no reason given").split())[:200]
        return f"{words}: {first.index}" if first.index and first.index not in words else words


class Refusal(msgspec.Struct):
    """The body of an error."""

    error: Fault | str = ""


def error_of(status: int, fault: Fault) -> RetrievalError:
    """Only an index that is not there is unusable: all else must not make anybody build another."""
    kinds = fault.kinds()
    if is_blocked(status, kinds):
        return IndexNoRoomError(_full(fault))
    if status in AWAY or status == BUSY or kinds & LOST:
        return AnsweredInPartError(
            f"the cluster did not answer in whole ({fault.words()}); try again in a while"
        )
    if NO_INDEX in kinds:
        return IndexUnusableError(f"the index is not on the cluster: {fault.words()}")
    return EngineUnavailableError(f"the cluster refused a request: {fault.words()}")


def is_blocked(status: int, kinds: Collection[str]) -> bool:
    """Whether it will take nothing in until somebody sees to it; while it starts, it is away."""
    return BLOCKED in kinds and status not in AWAY


def _full(fault: Fault) -> str:
    if not any(sign in fault.words() for sign in FULL):
        return f"the cluster takes nothing in: {fault.words()}"
    return (
        f"the disk of the cluster is full ({fault.words()}); make room there, or add a node: it"
        " then takes in again by itself"
    )


@contextmanager
def translated(hosts: Sequence[str] = ()) -> Iterator[None]:
    """No message holds a user, a password or what was asked; `hosts` are those that are asked."""
    try:
        yield
    except AuthenticationException as error:
        raise EngineUnavailableError("the cluster refused the user or the password") from error
    except SSLError as error:
        raise EngineUnavailableError(_insecure(error)) from error
    except ConnectionError as error:
        raise _unanswered(error, hosts) from error
    except TransportError as error:
        fault = _fault(error)
        if isinstance(error, AuthorizationException) and BLOCKED not in fault.kinds():
            raise EngineUnavailableError("the user may not do that on the cluster") from error
        raise error_of(_status(error), fault) from error
    except OpenSearchException as error:  # what cannot be read
        raise EngineUnreachableError("the cluster's answer cannot be read") from error


def _insecure(error: SSLError) -> str:
    """Why there is no TLS, in the words of who found out."""
    cause = _behind(error, ssl.SSLError)
    if isinstance(cause, ssl.SSLCertVerificationError):
        why = cause.verify_message.rstrip(".")
        if cause.verify_code in OF_ANOTHER:
            return f"the cluster's certificate is not for the host in its address ({why})"
        return f"the cluster's certificate is not trusted ({why}); opensearch_ca names whose to"
    why = (cause.reason if cause else "no reason given").replace("_", " ").lower()
    return f"no TLS with the cluster ({why}); where it has none, its address begins with http://"


def _unanswered(error: ConnectionError, hosts: Sequence[str]) -> RetrievalError:
    """A port that wants TLS hangs up at once on whoever does not begin with it."""
    if not isinstance(error, ConnectionTimeout) and any(map(_speaks_tls, hosts)):
        return EngineUnavailableError(
            "the port of the cluster speaks TLS: its address begins with https://"
        )
    cause = _behind(error, OSError)
    why = (cause.strerror if cause else None) or "no answer in time"
    return EngineUnreachableError(
        f"the cluster does not answer ({why.lower()}); try again in a while"
    )


def _speaks_tls(host: str) -> bool:
    """Whether a host that is asked without TLS has it: nothing else is asked there."""
    parts = urlsplit(host)
    if parts.scheme != "http":
        return False
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    try:
        with (
            socket.create_connection((parts.hostname, parts.port or 80), LOOK) as plain,
            context.wrap_socket(plain),
        ):
            return True
    except OSError:
        return False


def _behind(error: BaseException, kind: type[Behind]) -> Behind | None:
    """What of a kind an error comes from."""
    cause: BaseException | None = error
    while cause is not None and not isinstance(cause, kind):
        cause = cause.__cause__ or cause.__context__
    return cause


def is_gone(error: TransportError) -> bool:
    return _status(error) == GONE


def _status(error: TransportError) -> int:
    return error.status_code if isinstance(error.status_code, int) else 0


def _fault(error: TransportError) -> Fault:
    try:
        refusal = msgspec.convert(error.info, Refusal)
    except msgspec.ValidationError:
        refusal = Refusal()
    if isinstance(refusal.error, Fault):
        return refusal.error
    said = refusal.error or "without a word of why: perhaps from a proxy, or no cluster is there"
    return Fault(reason=f"HTTP {_status(error)}, {said}")

"""What a cluster answers when it does not answer, as this package's errors."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager

import msgspec
from opensearchpy.exceptions import (
    AuthenticationException,
    AuthorizationException,
    ConnectionError,  # noqa: A004 (the client's own, which is no OSError)
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


class AnsweredInPartError(EngineUnreachableError):
    """The cluster is there, and some node is busy or lost: a moment later another may answer."""


class Reason(msgspec.Struct):
    """Why something failed, in the cluster's words."""

    type: str = ""
    reason: str | None = None


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
        return " ".join((first.reason or first.type or "no reason given").split())[:200]


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
def translated() -> Iterator[None]:
    """No message holds a user, a password or what was asked."""
    try:
        yield
    except AuthenticationException as error:
        raise EngineUnavailableError("the cluster refused the user or the password") from error
    except SSLError as error:
        raise EngineUnavailableError(
            "the cluster's certificate is not trusted; name its authority in opensearch_ca"
        ) from error
    except ConnectionError as error:
        raise EngineUnreachableError("the cluster does not answer; try again in a while") from error
    except TransportError as error:
        fault = _fault(error)
        if isinstance(error, AuthorizationException) and BLOCKED not in fault.kinds():
            raise EngineUnavailableError("the user may not do that on the cluster") from error
        raise error_of(_status(error), fault) from error
    except OpenSearchException as error:  # what cannot be read
        raise EngineUnreachableError("the cluster's answer cannot be read") from error


def is_gone(error: TransportError) -> bool:
    return _status(error) == GONE


def _status(error: TransportError) -> int:
    return error.status_code if isinstance(error.status_code, int) else 0


def _fault(error: TransportError) -> Fault:
    try:
        refusal = msgspec.convert(error.info, Refusal)
    except msgspec.ValidationError:
        return Fault(reason=type(error).__name__)
    return refusal.error if isinstance(refusal.error, Fault) else Fault(reason=refusal.error)

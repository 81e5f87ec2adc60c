"""What is written to an index on a cluster, many documents in one request."""

import contextlib
from collections.abc import Iterable
from time import sleep

from retrieval.engines.opensearch.connection import Cluster
from retrieval.engines.opensearch.faults import AnsweredInPartError, Fault, error_of, is_blocked
from retrieval.engines.opensearch.replies import Bulk, Outcome
from retrieval.errors import (
    EngineUnreachableError,
    IndexNoRoomError,
    IndexUnusableError,
    RetrievalError,
)

SIZE = 4_000_000  # bytes of a request, a little more
BUSY = frozenset({429, 503})  # what is sent once more
PAUSES = (0.5, 1.0, 2.0, 4.0, 8.0, 16.0)  # seconds before it is


class Writing:
    """Documents on their way to one index. What is sent twice stands once: each has a name."""

    def __init__(self, cluster: Cluster, index: str) -> None:
        self._cluster = cluster
        self._index = index
        self._waiting: list[bytes] = []
        self._size = 0
        self.has_sent = False

    def put(self, documents: Iterable[bytes]) -> None:
        """Each with its action: see `documents.py`."""
        for document in documents:
            self._waiting.append(document)
            self._size += len(document)
        if self._size >= SIZE:
            self.send()

    def send(self) -> None:
        """Raises IndexUnusableError for what the cluster will never take."""
        waiting, self._waiting, self._size = self._waiting, [], 0
        if waiting:
            self.has_sent = True
            try:
                send(self._cluster, self._index, waiting)
            except IndexNoRoomError:
                self.has_sent = False  # nothing can be taken back: it would be tried for minutes
                raise

    def forget(self) -> None:
        self._waiting, self._size, self.has_sent = [], 0, False


def send(cluster: Cluster, index: str, documents: list[bytes]) -> None:
    """Each document with its action. What the cluster is too busy for is sent again, and only that.

    Raises EngineUnreachableError where it stays busy, IndexUnusableError for what it rejects, and
    IndexNoRoomError at once where it takes nothing in.
    """
    for pause in (0.0, *PAUSES):
        sleep(pause)
        with contextlib.suppress(AnsweredInPartError):
            found = cluster.bulk(index, b"".join(documents))
            documents = _left(documents, found) if found.errors else []
        if not documents:
            return
    raise EngineUnreachableError("the cluster is too busy to take anything in; try again later")


def _left(documents: list[bytes], found: Bulk) -> list[bytes]:
    """Those that the cluster was too busy for."""
    outcomes = [outcome for item in found.items for outcome in item.values()]
    rejected = [one for one in outcomes if one.error and not _is_for_later(one)]
    if rejected:
        raise _refused(rejected, len(outcomes))
    pairs = zip(documents, outcomes, strict=True)
    return [document for document, outcome in pairs if outcome.status in BUSY]


def _is_for_later(outcome: Outcome) -> bool:
    kinds = outcome.error.kinds() if outcome.error else set()
    return outcome.status in BUSY and not is_blocked(outcome.status, kinds)


def _refused(rejected: list[Outcome], of: int) -> RetrievalError:
    first, fault = rejected[0], rejected[0].error or Fault()
    if is_blocked(first.status, fault.kinds()):
        return error_of(first.status, fault)
    return IndexUnusableError(
        f"the cluster refused {len(rejected)} of {of} documents: {fault.words()}"
    )

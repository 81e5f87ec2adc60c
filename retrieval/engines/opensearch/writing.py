"""What is written to an index on a cluster, many documents in one request."""

import contextlib
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from time import sleep

from retrieval.engines.opensearch.connection import Cluster
from retrieval.engines.opensearch.faults import AnsweredInPartError, Fault, error_of, is_blocked
from retrieval.engines.opensearch.replies import Bulk, Outcome, check_whole
from retrieval.errors import (
    EngineUnreachableError,
    IndexNoRoomError,
    IndexUnusableError,
    RetrievalError,
)

SIZE = 4_000_000  # bytes of a request, a little more
AT_ONCE = 3  # requests that are under way, while the next one is made
BUSY = frozenset({429, 503})  # what is sent once more
PAUSES = (0.5, 1.0, 2.0, 4.0, 8.0, 16.0)  # seconds before it is


class Writing:
    """Documents on their way to one index. What is sent twice stands once: each has a name.

    So their order does not matter, and several requests may be under way while more is put.
    """

    def __init__(self, cluster: Cluster, index: str) -> None:
        self._cluster = cluster
        self._index = index
        self._waiting: list[bytes] = []
        self._size = 0
        self._threads = ThreadPoolExecutor(AT_ONCE)
        self._under_way: deque[Future[None]] = deque()
        self.has_sent = False

    def put(self, documents: Iterable[bytes]) -> None:
        """Each with its action: see `documents.py`. Raises what `send` does, of those before."""
        for document in documents:
            self._waiting.append(document)
            self._size += len(document)
        if self._size >= SIZE:
            self._finish(AT_ONCE - 1)
            sent = self._threads.submit(send, self._cluster, self._index, self._taken())
            self._under_way.append(sent)

    def send(self) -> None:
        """All that was put is there then.

        Raises IndexUnusableError for what the cluster will never take.
        """
        self._finish(0)
        if waiting := self._taken():
            with self._answered():
                send(self._cluster, self._index, waiting)

    def forget(self) -> None:
        """Nothing of it is under way then."""
        wait(self._under_way)
        self._under_way.clear()
        self._waiting, self._size, self.has_sent = [], 0, False

    def _taken(self) -> list[bytes]:
        waiting, self._waiting, self._size = self._waiting, [], 0
        self.has_sent = self.has_sent or bool(waiting)
        return waiting

    def _finish(self, most: int) -> None:
        """Wait until no more than so many requests are under way."""
        with self._answered():
            while len(self._under_way) > most:
                self._under_way.popleft().result()

    @contextlib.contextmanager
    def _answered(self) -> Iterator[None]:
        try:
            yield
        except IndexNoRoomError:
            wait(self._under_way)
            self.has_sent = False  # nothing can be taken back: it would be tried for minutes
            raise


def send(cluster: Cluster, index: str, documents: list[bytes]) -> None:
    """Each document with its action. What the cluster is too busy for is sent again, and only that.

    Raises EngineUnreachableError where it stays busy, IndexUnusableError for what it rejects, and
    IndexNoRoomError at once where it takes nothing in.
    """
    for pause in (0.0, *PAUSES):
        sleep(pause)
        with contextlib.suppress(AnsweredInPartError):
            found = cluster.bulk(index, b"".join(documents))
            check_whole(len(found.items), len(documents))
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

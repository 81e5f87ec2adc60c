"""An index on a cluster as it stood at one moment, asked as often as one likes."""

import threading
from collections.abc import Sequence
from time import sleep

from retrieval.engines.opensearch.connection import Cluster
from retrieval.engines.opensearch.faults import AnsweredInPartError
from retrieval.engines.opensearch.mapping import ARTICLE, KIND, PASSAGE
from retrieval.engines.opensearch.queries import Query, counted
from retrieval.engines.opensearch.replies import Reply

PAUSES = (0.0, 0.3, 1.0)  # seconds before a search is tried again at another copy of a shard


class Moment:
    """Taken by `take`, or when it is first asked. Safe to use from several threads.

    A cluster forgets it after a while, and with a node that is lost; then the index is taken as it
    stands now.
    """

    def __init__(self, cluster: Cluster, index: str) -> None:
        self._cluster = cluster
        self._index = index
        self._guard = threading.Lock()
        self._name: str | None = None
        self._counts: dict[str, int] = {}

    def take(self) -> None:
        """What is written from here on is not seen."""
        self._taken(instead_of=None)

    def ask(self, queries: Sequence[Query]) -> list[Reply]:
        """All in one round trip, or two where the moment is to be taken first.

        Raises EngineUnreachableError where a part of an answer is missing.
        """
        name = None
        for pause in (*PAUSES, None):
            try:
                name = self._taken(instead_of=name)
                replies = self._cluster.ask(name, queries)
                for reply in replies:
                    reply.check()
            except AnsweredInPartError:
                if pause is None:
                    raise
                sleep(pause)
            else:
                break
        return replies

    def passages(self) -> int:
        return self._count(PASSAGE)

    def articles(self) -> int:
        return self._count(ARTICLE)

    def close(self) -> None:
        """Tell the cluster that nobody asks any more; who asks all the same gets another one."""
        with self._guard:
            if self._name is not None:
                self._cluster.close_moments([self._name])

    def _count(self, kind: str) -> int:
        if kind not in self._counts:
            (reply,) = self.ask([counted(KIND, kind)])
            self._counts[kind] = reply.hits.total.value
        return self._counts[kind]

    def _taken(self, *, instead_of: str | None) -> str:
        with self._guard:
            if self._name in {None, instead_of}:
                self._name = self._cluster.open_moment(self._index)
            return self._name

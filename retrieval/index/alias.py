"""Indexes on a cluster: an alias names the published one."""

import contextlib

import msgspec

from corpus.archive.archive import Archive
from retrieval.engines.engine import Engine
from retrieval.engines.opensearch.address import ClusterAddress
from retrieval.engines.opensearch.connection import Cluster
from retrieval.engines.opensearch.engine import OpenSearchEngine
from retrieval.index.folder import new_name
from retrieval.index.state import State

STATE = "state"


def alias_on(cluster: ClusterAddress, archive: Archive) -> "Alias":
    """The place that an archive has on a cluster."""
    return Alias(Cluster(cluster), archive)


class Alias:
    """An alias for one archive's index, and `_meta` of that index, which holds its state.

    Several archives may lie on one cluster: the alias has the archive's id.
    """

    is_kept = True
    commit_every = 100_000

    def __init__(self, cluster: Cluster, archive: Archive) -> None:
        self._cluster = cluster
        self._alias = f"backissue-{archive.id}".lower()

    def published(self) -> State | None:
        """Raises EngineUnreachableError, which does not say that there is none."""
        for facts in self._cluster.meta(self._alias).values():
            with contextlib.suppress(msgspec.ValidationError):
                return msgspec.convert(facts.get(STATE), State)
        return None

    def new_name(self) -> str:
        return new_name()

    def open(self, state: State) -> Engine:
        return OpenSearchEngine(self._cluster, self._index(state))

    def holds(self, state: State) -> bool:
        return self._cluster.exists(self._index(state))

    def renew(self) -> None:
        pass

    def publish(self, state: State) -> None:
        self._cluster.set_meta(self._index(state), {STATE: msgspec.to_builtins(state)})
        if self._index(state) not in self._cluster.meta(self._alias):
            self._cluster.switch(self._alias, self._index(state))

    def discard(self, state: State) -> None:
        self._cluster.delete(self._index(state))

    def sweep(self, state: State) -> None:
        for index in self._cluster.indexes(f"{self._alias}-*"):
            if index != self._index(state):
                self._cluster.delete(index)

    def close(self) -> None:
        self._cluster.close()

    def _index(self, state: State) -> str:
        return f"{self._alias}-{state.folder}"

"""Indexes on a cluster: an alias names the published one."""

import contextlib
from collections.abc import Mapping

import msgspec

from corpus.archive.archive import Archive
from corpus.archive.elsewhere.facts import facts_of
from retrieval.cluster.proving import prove
from retrieval.engines.engine import Engine
from retrieval.engines.opensearch.address import ClusterAddress
from retrieval.engines.opensearch.connection import Cluster
from retrieval.engines.opensearch.documents import facts_document
from retrieval.engines.opensearch.engine import OpenSearchEngine
from retrieval.engines.opensearch.mapping import FORMAT
from retrieval.engines.opensearch.moment import Moment
from retrieval.engines.opensearch.writing import send
from retrieval.errors import IndexUnusableError
from retrieval.index.folder import new_name
from retrieval.index.state import Elsewhere, State, note_elsewhere

STATE = "state"
DOCUMENTS = "documents"  # of which format they are


def state_of(meta: Mapping[str, object]) -> State | None:
    """What an index says of itself; None where another program made it, or a former version."""
    return _told(meta) if meta.get(DOCUMENTS) == FORMAT else None


def _told(meta: Mapping[str, object]) -> State | None:
    with contextlib.suppress(msgspec.ValidationError):
        return msgspec.convert(meta.get(STATE), State)
    return None


def alias_on(cluster: ClusterAddress, archive: Archive) -> "Alias":
    """The place that an archive has on a cluster."""
    return Alias(cluster, archive)


class Alias:
    """An alias for one archive's index, and `_meta` of that index, which holds its state.

    Several archives may lie on one cluster: the alias has the archive's id, and nothing is written
    or deleted but what begins with it. An alias of all of them, which is called `name`, is for
    those who ask them together: see `retrieval/cluster`.
    """

    is_kept = True
    keeps_articles = True
    commit_every = 100_000

    def __init__(self, address: ClusterAddress, archive: Archive) -> None:
        self._cluster = Cluster(address)
        self._archive = archive
        self._shared = address.name
        self._alias = f"{address.name}-{archive.id}".lower()
        self._where = Elsewhere(address.hosts, address.name)

    def published(self) -> State | None:
        """Raises EngineUnreachableError, which does not say that there is none.

        Of an index of a former version it is told how far that has come, but of no format of ours.
        """
        for meta in self._cluster.meta(self._alias).values():
            if (state := _told(meta)) is not None:
                is_ours = meta.get(DOCUMENTS) == FORMAT
                return state if is_ours else msgspec.structs.replace(state, format=0)
        return None

    def new_name(self) -> str:
        return new_name()

    def open(self, state: State) -> Engine:
        return OpenSearchEngine(self._cluster, self._index(state))

    def holds(self, state: State) -> bool:
        return self._cluster.exists(self._index(state))

    def renew(self) -> None:
        pass

    def prove(self, state: State) -> None:
        """The archive's counts go with the index: whoever asks it has no others."""
        self._keep_counts(state)
        moment = Moment(self._cluster, {self._index(state): 0})
        try:
            prove(self._archive, moment)
        except IndexUnusableError:
            self.discard(state)
            raise
        finally:
            moment.close()

    def publish(self, state: State) -> None:
        """With what is counted over the archive, which must not be older than the index is.

        One that is whole gets its second copies before it is asked.
        """
        index = self._index(state)
        note_elsewhere(self._archive.directory, self._where)
        if state.seq >= state.wanted:
            self._keep_counts(state)
            self._cluster.keep_copies(index)
        told = {STATE: msgspec.to_builtins(state), DOCUMENTS: FORMAT}
        self._cluster.set_meta(index, told)
        if not self.is_asked(state):
            self._cluster.switch(self._alias, index, shared=self._shared)

    def is_asked(self, state: State) -> bool:
        """By who has the archive, and by who has the cluster only."""
        return {self._alias, self._shared} <= self._cluster.aliases(self._index(state))

    def discard(self, state: State) -> None:
        self._cluster.delete(self._index(state))

    def expunge(self, state: State) -> bool:
        return self._cluster.expunge(self._index(state))

    def sweep(self, state: State) -> None:
        for index in self._cluster.indexes(f"{self._alias}-*"):
            if index != self._index(state):
                self._cluster.delete(index)

    def close(self) -> None:
        self._cluster.close()

    def _keep_counts(self, state: State) -> None:
        facts = msgspec.json.encode(facts_of(self._archive)).decode()
        send(self._cluster, self._index(state), [facts_document(facts)])
        self._cluster.refresh(self._index(state))

    def _index(self, state: State) -> str:
        return f"{self._alias}-{state.folder}"

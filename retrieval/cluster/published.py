"""What a cluster has published, of one archive or several: asked, and never written to."""

import threading
from collections.abc import Mapping
from time import monotonic

from retrieval.cluster.changes import Changes
from retrieval.cluster.store import ClusterStore
from retrieval.engines.opensearch.address import ClusterAddress
from retrieval.engines.opensearch.connection import Cluster
from retrieval.engines.opensearch.moment import Moment, Moments
from retrieval.engines.opensearch.view import ClusterView
from retrieval.errors import IndexUnusableError
from retrieval.index.alias import state_of
from retrieval.index.snapshot import Snapshot
from retrieval.index.state import State
from retrieval.text.analyser import fingerprint

LOOKS = 5.0  # seconds between two looks at what was published since

NOTHING = (
    "the cluster holds no archive that this program can read;"
    " where the archive is, run: backissue reindex --engine opensearch"
)
OTHER_VERSION = (
    "an archive on the cluster was put there by another version of this program;"
    " where the archive is, run: backissue reindex --engine opensearch"
)


class Published:
    """All archives of the address's name, asked as one; safe to use from several threads."""

    def __init__(self, address: ClusterAddress) -> None:
        """Raises IndexUnusableError where there is none, EngineUnreachableError."""
        self._cluster = Cluster(address)
        self._name = address.name
        self._guard = threading.Lock()
        self._places: dict[str, int] = {}  # of archives, for as long as this runs
        self._states: dict[str, State] = {}
        self._next_look = 0.0  # on the clock of `monotonic`
        try:
            self._states = self._look()
        except BaseException:
            self.close()
            raise
        self._moments = Moments(self._cluster, self._placed(self._states))
        self.store = ClusterStore(self._moment, self._look_again)

    def snapshot(self) -> Snapshot:
        """Its name is that of all indexes; what was published since does not change it."""
        moment = self._moments.now
        moment.take()
        return Snapshot("opensearch", ",".join(self._states), ClusterView(moment, brings=True))

    def is_fresh(self) -> bool:
        """Whether all has been taken in that the archives had when their keepers began."""
        return all(state.seq >= state.wanted for state in self._states.values())

    def refresh(self) -> None:
        """See what was published since, if the last look was a while ago."""
        if monotonic() >= self._next_look and self._guard.acquire(blocking=False):
            try:
                self._follow()
            finally:
                self._guard.release()

    def mend(self, broken: Snapshot) -> None:
        """An index that is gone was built anew elsewhere; here nobody builds one."""
        self._look_again()

    def feeds(self) -> dict[str, Changes]:
        """What the archives changed, by their names."""
        self.refresh()
        moment = self._moments.now
        return {
            f"archive {state.archive}": Changes(moment, index, state.seq)
            for index, state in self._states.items()
        }

    def close(self) -> None:
        self._cluster.close()

    def _moment(self) -> Moment:
        self.refresh()
        return self._moments.now

    def _look_again(self) -> None:
        with self._guard:
            before = self._states
            self._follow()
            if before == self._states:
                self._moments.take_another()

    def _follow(self) -> None:
        found = self._look()
        if found != self._states:
            self._states = found
            self._moments.take_another(self._placed(found))

    def _look(self) -> dict[str, State]:
        """The published indexes with their states; a next look is due a while later."""
        found = {index: state_of(meta) for index, meta in self._cluster.meta(self._name).items()}
        self._next_look = monotonic() + LOOKS
        known = {index: state for index, state in sorted(found.items()) if state is not None}
        if not known:
            raise IndexUnusableError(NOTHING)
        if len(known) < len(found) or any(
            state.analyser != fingerprint() for state in known.values()
        ):
            raise IndexUnusableError(OTHER_VERSION)
        return known

    def _placed(self, states: Mapping[str, State]) -> dict[str, int]:
        """By index the place of its archive, which stays the same when the index is another."""
        return {
            index: self._places.setdefault(state.archive, len(self._places))
            for index, state in states.items()
        }

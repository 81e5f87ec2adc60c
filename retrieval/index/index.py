"""An archive's index, kept in step with the archive's change feed.

The archive is the truth; an index is derived from it, and built anew when it cannot be trusted.
Where it lies, and how a new one takes its place, is `place.py`'s.
"""

import contextlib
import logging
import threading
from time import monotonic

from msgspec import Struct

from corpus.archive.archive import Archive
from corpus.errors import ArchiveBusyError, ArchiveReadOnlyError, DiskFullError
from retrieval.engines.engine import Engine
from retrieval.engines.opensearch.address import ClusterAddress
from retrieval.errors import (
    EngineUnreachableError,
    IndexContestedError,
    IndexNoRoomError,
    IndexUnusableError,
)
from retrieval.index.building import Advance, Builder
from retrieval.index.place import place_for
from retrieval.index.snapshot import Snapshot
from retrieval.index.source import belongs_to, is_built_alike, is_continued
from retrieval.index.state import State

PATIENCE = 60.0  # seconds until what found no room, or could not be reached, is tried again

log = logging.getLogger(__name__)


class _Serving(Struct, frozen=True):
    """The index that answers now."""

    state: State
    engine: Engine

    @property
    def seq(self) -> int:
        """The last change taken in: the state may lag behind the engine's commit."""
        return max(self.state.seq, self.engine.last_seq(self.state.seq))


class Index:
    """The index of one archive in one engine; safe to use from several threads."""

    def __init__(
        self,
        archive: Archive,
        engine: str,
        *,
        advance: Advance | None = None,
        cluster: ClusterAddress | None = None,
    ) -> None:
        """Open the index, or build it where it is missing, stale, damaged or another archive's.

        `advance` is called with the number of articles taken in. While another process writes, or
        where this one may not, an index that is only behind is opened as it is; `refresh` takes
        the rest in later. One that must be built waits for the other as `Archive.writing` does.
        `cluster` is where an engine on one finds it.

        Where others see the index too, that of a later state of the archive, or of another copy of
        it, is replaced by `rebuilt` alone.

        Raises IndexUnusableError, IndexContestedError, ArchiveBusyError, ArchiveReadOnlyError,
        EngineUnavailableError.
        """
        self._archive = archive
        self._name = engine
        self._place = place_for(engine, archive, cluster)
        self._builder = Builder(archive, self._place)
        self._guard = threading.Lock()
        self._is_new = False
        self._wait_until = 0.0  # on the clock of `monotonic`
        found = self._open_published()
        if found is not None:
            self._serving = found
            self._catch_up(advance)
        else:
            self._build(advance)

    @classmethod
    def rebuilt(
        cls,
        archive: Archive,
        engine: str,
        *,
        advance: Advance | None = None,
        cluster: ClusterAddress | None = None,
    ) -> "Index":
        """Open an index after building it anew; the old one is not even looked at."""
        with contextlib.closing(place_for(engine, archive, cluster)) as place:
            if not place.is_kept:
                return cls(archive, engine, advance=advance)
            builder = Builder(archive, place)
            with builder.writing():
                state, built = builder.beside(advance)
                built.close()
                place.sweep(state)
        return cls(archive, engine, cluster=cluster)

    def snapshot(self) -> Snapshot:
        """What answers now; whatever is taken in later does not change it."""
        serving = self._serving
        return Snapshot(self._name, serving.state.folder, serving.engine.view())

    def passage_count(self) -> int:
        """How many passages are there to be found."""
        return self._serving.engine.view().passage_count()

    def is_fresh(self) -> bool:
        """Whether the index has all that the archive has."""
        return self._serving.seq >= self._archive.last_seq()

    def refresh(self) -> None:
        """Take in what the archive got since; without waiting for another writer, or thread."""
        if self.is_fresh() or monotonic() < self._wait_until:
            return
        if not self._guard.acquire(blocking=False):
            return
        try:
            self._follow()
            self._catch_up(None)
        except EngineUnreachableError as error:
            self._put_off(error)
        finally:
            self._guard.release()

    def rebuild(self, advance: Advance | None = None) -> None:
        """Build the index anew beside the old one, which serves until the new one is whole."""
        with self._guard:
            self._rebuild(advance)

    def mend(self, broken: Snapshot) -> None:
        """Build the index anew if the one that failed is still the one that answers.

        Another process may have done so, and have deleted that one.
        """
        with self._guard:
            if self._serving.state.folder == broken.name:
                with contextlib.suppress(IndexUnusableError):
                    self._follow()
            if self._serving.state.folder == broken.name:
                self._rebuild(None)

    def close(self) -> None:
        self._serving.engine.close()
        self._place.close()

    # Opening and building

    def _published(self) -> State | None:
        """Raises IndexContestedError."""
        state, archive = self._place.published(), self._archive
        if state and self._place.keeps_articles and not is_continued(state, archive):
            raise IndexContestedError(
                f"the cluster has a later state of the archive in {archive.directory}, or another"
                " copy of it; to put this one in its place, and with it what was removed since:"
                f" backissue reindex --engine {self._name} --archive {archive.directory}"
            )
        return state

    def _open_published(self) -> _Serving | None:
        """What is published, unless it is another's, damaged, or holds less than it says."""
        state = self._published()
        if state is None or not belongs_to(state, self._archive) or not self._place.holds(state):
            return None
        try:
            engine = self._place.open(state)
        except IndexUnusableError as error:
            log.warning("%s; it is built again", error)
            return None
        held = (engine.view().passage_count(), engine.article_count())
        if engine.last_seq(state.seq) == state.seq and held != (state.paragraphs, state.articles):
            log.warning("the index of %s is not whole; it is built again", self._archive.directory)
            engine.close()
            return None
        return _Serving(state, engine)

    def _build(self, advance: Advance | None) -> None:
        """Build the index, unless another process did so while this one waited for it."""
        seen = self._published()
        with self._builder.writing():
            now = self._published()
            found = self._open_published() if now != seen else None
            self._serving = found or self._start_over()
            try:
                self._take_changes(advance)
            except IndexNoRoomError:
                if not self._serving.seq:  # nothing of it stands yet
                    self._builder.give_up(self._serving.state, self._serving.engine)
                raise
            if self._is_new:
                self._place.prove(self._serving.state)

    def _start_over(self) -> _Serving:
        """A new, empty index; it is published first, so that a crash is gone on from."""
        self._is_new = True
        log.info("building the %s index of %s", self._name, self._archive.directory)
        state, engine = self._builder.empty()
        self._place.publish(state)
        self._place.sweep(state)
        return _Serving(state, engine)

    def _rebuild(self, advance: Advance | None) -> None:
        with self._builder.writing():
            old, self._serving = self._serving, _Serving(*self._builder.beside(advance))
            old.engine.close()
            self._place.sweep(self._serving.state)

    # In step with the archive

    def _follow(self) -> None:
        """See what another process made of the index."""
        serving, state = self._serving, self._published()
        if state is None or state.folder == serving.state.folder:
            self._place.renew()
            serving.engine.reload()
            self._serving = _Serving(state or serving.state, serving.engine)
        elif is_built_alike(state, self._archive):
            self._serving = _Serving(state, self._place.open(state))
            serving.engine.close()

    def _catch_up(self, advance: Advance | None) -> None:
        """Take the rest in now, unless another process writes, or this one may not or cannot.

        What is published is published again where nobody is led to it.

        Where there was no room for it, or nobody to take it, it is tried again a while later.
        """
        if self.is_fresh() and self._place.is_asked(self._serving.state):
            return
        with (
            contextlib.suppress(ArchiveBusyError, ArchiveReadOnlyError, DiskFullError),
            self._builder.writing(wait=0.0),
        ):
            self._follow()
            try:
                self._take_changes(advance)
            except (IndexNoRoomError, EngineUnreachableError) as error:
                self._serving.engine.roll_back()
                self._put_off(error)

    def _put_off(self, error: Exception) -> None:
        log.warning("%s; what came last is not found yet", error)
        self._wait_until = monotonic() + PATIENCE

    def _take_changes(self, advance: Advance | None) -> None:
        """Bring the engine to the archive's last change; the caller is the only writer."""
        serving = self._serving
        for state in self._builder.taking(serving.state, serving.engine, advance, seq=serving.seq):
            self._serving = _Serving(state, serving.engine)
            self._place.publish(state)

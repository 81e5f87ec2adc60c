"""Where an archive's index lives, and how a new one takes the place of the old.

A place holds at most one published index, whose `State` it knows, and perhaps others that are on
their way. To publish is to switch: whoever opens the place before sees the old one, after it the
new one, and nobody anything between. A folder on disk switches by renaming one file; an alias on a
cluster can do so too.
"""

import sys
from pathlib import Path
from typing import Protocol

from corpus.archive.archive import Archive
from retrieval.engines.engine import Engine
from retrieval.engines.opensearch.address import ClusterAddress
from retrieval.engines.registry import Kept, kind_of, open_engine
from retrieval.errors import EngineUnavailableError
from retrieval.index.folder import Folder, new_name
from retrieval.index.state import State


class Place(Protocol):
    """Of one archive and engine. `is_kept`: what is published outlives the process.

    `keeps_articles`: the articles lie there too, for those who do not have the archive.
    `commit_every`: paragraphs, which are what a crash costs at most.
    Of a place that is far away, all methods raise EngineUnreachableError.
    """

    is_kept: bool
    keeps_articles: bool
    commit_every: int

    def published(self) -> State | None:
        """The state of the published index; None where there is none that can be read."""

    def new_name(self) -> str:
        """A name that no index in this place has."""

    def open(self, state: State) -> Engine:
        """Open the index of that name, made empty where there is none.

        Raises IndexUnusableError.
        """

    def holds(self, state: State) -> bool:
        """Whether there is anything under that name."""

    def renew(self) -> None:
        """Let an engine that was opened here see what another process wrote since."""

    def prove(self, state: State) -> None:
        """Raises IndexUnusableError where a new index is not as the archive is; it is gone then."""

    def publish(self, state: State) -> None:
        """From here on the index of that name is the published one. Raises IndexUnusableError."""

    def is_asked(self, state: State) -> bool:
        """Whether whoever asks is led to the published index: no name of it is missing."""

    def discard(self, state: State) -> None:
        """Delete the index of that name; if it was the published one, there is none then."""

    def expunge(self, state: State) -> bool:
        """Overwrite what was deleted, as far as it can be; False where texts of it stay a while."""

    def sweep(self, state: State) -> None:
        """Delete all indexes but the one of that name."""

    def close(self) -> None:
        """Let go of what was needed to open engines."""


class Memory:
    """Nothing is kept: every process fills its own index."""

    is_kept = False
    keeps_articles = False
    commit_every = sys.maxsize

    def __init__(self, engine: str) -> None:
        self._engine = engine

    def published(self) -> State | None:
        return None

    def new_name(self) -> str:
        return new_name()

    def open(self, state: State) -> Engine:
        return open_engine(self._engine, Path())

    def holds(self, state: State) -> bool:
        return False

    def renew(self) -> None:
        pass

    def prove(self, state: State) -> None:
        pass

    def publish(self, state: State) -> None:
        pass

    def is_asked(self, state: State) -> bool:
        return True

    def discard(self, state: State) -> None:
        pass

    def expunge(self, state: State) -> bool:
        return True

    def sweep(self, state: State) -> None:
        pass

    def close(self) -> None:
        pass


def place_for(engine: str, archive: Archive, cluster: ClusterAddress | None = None) -> Place:
    """Where an engine keeps the index of an archive; close it. Raises EngineUnavailableError."""
    kept = kind_of(engine).kept
    if kept is Kept.ON_DISK:
        return Folder(engine, archive.directory / "index" / engine)
    if kept is Kept.IN_MEMORY:
        return Memory(engine)
    if cluster is None:
        raise EngineUnavailableError(f"{engine} needs the addresses of a cluster: opensearch_hosts")
    try:
        from retrieval.index.alias import alias_on  # noqa: PLC0415 (it loads the cluster's client)
    except ModuleNotFoundError as error:
        raise needs_library(engine) from error
    return alias_on(cluster, archive)


def needs_library(engine: str) -> EngineUnavailableError:
    return EngineUnavailableError(
        f"{engine} needs one library more: pip install 'backissue[{engine}]'"
    )

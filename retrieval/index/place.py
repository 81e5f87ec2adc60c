"""Where an archive's index lives, and how a new one takes the place of the old.

A place holds at most one published index, whose `State` it knows, and perhaps others that are on
their way. To publish is to switch: whoever opens the place before sees the old one, after it the
new one, and nobody anything between. A folder on disk switches by renaming one file; an alias on a
cluster can do so too.
"""

from pathlib import Path
from typing import Protocol

from retrieval.engines.engine import Engine
from retrieval.engines.registry import kind_of, open_engine
from retrieval.index.folder import Folder, new_name
from retrieval.index.state import State


class Place(Protocol):
    """Of one archive and engine. `is_kept`: what is published outlives the process."""

    is_kept: bool

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

    def publish(self, state: State) -> None:
        """From here on the index of that name is the published one. Raises IndexUnusableError."""

    def discard(self, state: State) -> None:
        """Delete the index of that name; if it was the published one, there is none then."""

    def sweep(self, state: State) -> None:
        """Delete all indexes but the one of that name."""

    def close(self) -> None:
        """Let go of what was needed to open engines."""


class Memory:
    """Nothing is kept: every process fills its own index."""

    is_kept = False

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

    def publish(self, state: State) -> None:
        pass

    def discard(self, state: State) -> None:
        pass

    def sweep(self, state: State) -> None:
        pass

    def close(self) -> None:
        pass


def place_for(engine: str, archive_directory: Path) -> Place:
    """Where an engine keeps the index of an archive. Raises EngineUnavailableError."""
    if kind_of(engine).on_disk:
        return Folder(engine, archive_directory / "index" / engine)
    return Memory(engine)

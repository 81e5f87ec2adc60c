"""Indexes in a folder on this disk."""

import os
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

import msgspec

from corpus.archive.keeping.faults import is_full
from retrieval.engines.engine import Engine
from retrieval.engines.registry import open_engine
from retrieval.errors import IndexNoRoomError, IndexUnusableError
from retrieval.index.state import State


def new_name() -> str:
    """A name for one more index, unlike all others."""
    return uuid4().hex[:8]


class Folder:
    """A folder with one sub-folder an index, and `state.json`, which names the published one.

    The state is written after the engine's commit, so it may lag behind it, never run ahead.
    """

    is_kept = True
    keeps_articles = False
    commit_every = 2_000_000  # of fewer the index is one piece

    def __init__(self, engine: str, directory: Path) -> None:
        self._engine = engine
        self._directory = directory
        self._linked: LinkedFolder | None = None

    def published(self) -> State | None:
        try:
            return msgspec.json.decode((self._directory / "state.json").read_bytes(), type=State)
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
            return None

    def new_name(self) -> str:
        return new_name()

    def open(self, state: State) -> Engine:
        folder = self._directory / state.folder
        linked = None
        if folder.is_dir() and not os.access(folder, os.W_OK):
            linked = LinkedFolder(folder)
        engine = open_engine(self._engine, linked.folder if linked else folder)
        self.close()  # what an engine has open stays open
        self._linked = linked
        return engine

    def holds(self, state: State) -> bool:
        return (self._directory / state.folder).is_dir()

    def renew(self) -> None:
        if self._linked is not None:
            self._linked.renew()

    def prove(self, state: State) -> None:
        pass

    def publish(self, state: State) -> None:
        path = self._directory / "state.json"
        try:
            path.with_suffix(".new").write_bytes(msgspec.json.encode(state))
            path.with_suffix(".new").replace(path)
        except OSError as error:
            kind = IndexNoRoomError if is_full(error) else IndexUnusableError
            raise kind(f"{path} cannot be written: {error.strerror}") from error

    def is_asked(self, state: State) -> bool:
        return True

    def discard(self, state: State) -> None:
        published = self.published()
        if published is not None and published.folder == state.folder:
            (self._directory / "state.json").unlink()
        (self._directory / "state.new").unlink(missing_ok=True)
        shutil.rmtree(self._directory / state.folder, ignore_errors=True)

    def expunge(self, state: State) -> bool:
        return True

    def sweep(self, state: State) -> None:
        for folder in self._directory.iterdir():
            if folder.is_dir() and folder.name != state.folder:
                shutil.rmtree(folder, ignore_errors=True)

    def close(self) -> None:
        if self._linked is not None:
            self._linked.close()
            self._linked = None


class LinkedFolder:
    """A folder of links to files that may only be read, for an engine that locks what it reads.

    `folder` shows the files of `original`, and can be written to; close it.
    """

    def __init__(self, original: Path) -> None:
        self._original = original.absolute()
        self._temporary = TemporaryDirectory(prefix="backissue-")
        self.folder = Path(self._temporary.name)
        self.renew()

    def renew(self) -> None:
        """Show what came since."""
        for place in self._original.rglob("*"):
            shown = self.folder / place.relative_to(self._original)
            if place.is_dir():
                shown.mkdir(exist_ok=True)
            elif place.suffix != ".lock" and not shown.is_symlink():
                shown.symlink_to(place)

    def close(self) -> None:
        self._temporary.cleanup()

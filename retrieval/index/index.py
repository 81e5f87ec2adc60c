"""An archive's index, kept in step with the archive's change feed.

The archive is the truth; an index is derived. `state.json` beside it names the archive, the
analyser and the last change taken in, and the folder that the engine's files are in. It is written
after the engine's commit, so it may lag behind the engine, never run ahead of it.
"""

import contextlib
import logging
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import msgspec

from corpus.archive.archive import Archive, Change
from corpus.errors import ArchiveBusyError, ArchiveReadOnlyError
from corpus.names import label
from retrieval.engines.engine import Engine, Entry
from retrieval.engines.linked_folder import Borrowed
from retrieval.engines.registry import kind_of, open_engine
from retrieval.errors import IndexUnusableError
from retrieval.text.analyser import analyser, fingerprint

FORMAT = 3  # raise it when an engine's fields change
COMMIT_EVERY = 4_000  # articles; what a crash costs at most, and how often segments are made

Advance = Callable[[int], None]

log = logging.getLogger(__name__)


class State(msgspec.Struct, frozen=True):
    """What an index was built from; `paragraphs` and `articles` are those held after `seq`."""

    format: int
    archive: str
    analyser: str
    folder: str
    seq: int = 0
    mark: str | None = None
    paragraphs: int = 0
    articles: int = 0


@dataclass(frozen=True, slots=True)
class Status:
    """How an index stands, read without opening it. `fresh`: it has all that the archive has."""

    engine: str
    fresh: bool
    paragraphs: int


def read_state(directory: Path) -> State | None:
    """The state beside an index; None where there is none or it cannot be read."""
    try:
        return msgspec.json.decode((directory / "state.json").read_bytes(), type=State)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None


def status(archive: Archive, engine: str) -> Status:
    """How far the index on disk has come; an engine in memory has none and is never fresh."""
    state = read_state(archive.directory / "index" / engine)
    if state is None:
        return Status(engine, fresh=False, paragraphs=0)
    is_ours = (state.archive, state.analyser) == (archive.id, fingerprint())
    return Status(engine, is_ours and state.seq == archive.last_seq(), state.paragraphs)


class Index:
    """The index of one archive in one engine; safe to use from several threads."""

    def __init__(self, archive: Archive, engine: str, *, advance: Advance | None = None) -> None:
        """Open the index, or build it where it is missing, stale, damaged or another archive's.

        `advance` is called with the number of articles taken in. While another process writes, or
        where this one may not, an index that is only behind is opened as it is; `refresh` takes
        the rest in later. One that must be built waits for the other as `Archive.writing` does.

        Raises IndexUnusableError, ArchiveBusyError, ArchiveReadOnlyError,
        EngineUnavailableError for an unknown engine.
        """
        self._archive = archive
        self._name = engine
        self._directory = archive.directory / "index" / engine
        self._guard = threading.Lock()
        self._borrowed: Borrowed | None = None
        self._on_disk = kind_of(engine).on_disk
        self._state = self._usable_state() if self._on_disk else None
        if self._state is not None:
            self._catch_up(advance)
        elif self._on_disk:
            self._build(advance)
        else:
            self._state = self._new_state()
            self.engine = open_engine(engine, self._directory)
            self._take_changes(advance)

    @classmethod
    def rebuilt(cls, archive: Archive, engine: str, *, advance: Advance | None = None) -> "Index":
        """Open an index after building it anew, whatever state it was in."""
        state = read_state(archive.directory / "index" / engine)
        index = cls(archive, engine, advance=advance)
        if state is not None and index._state and index._state.folder == state.folder:
            index.rebuild(advance)
        return index

    @property
    def seq(self) -> int:
        """The last change of the archive that the index has."""
        return max(self._state.seq if self._state else 0, self.engine.last_seq())

    def is_fresh(self) -> bool:
        """Whether the index has all that the archive has."""
        return self.seq >= self._archive.last_seq()

    def refresh(self) -> None:
        """Take in what the archive got since; without waiting for another writer, or thread."""
        if self.is_fresh() or not self._guard.acquire(blocking=False):
            return
        try:
            self._follow()
            self._catch_up(None)
        finally:
            self._guard.release()

    def rebuild(self, advance: Advance | None = None) -> None:
        """Build the index anew beside the old one, which serves until the new one is whole."""
        with self._guard:
            self._rebuild(advance)

    def mend(self, broken: Engine) -> None:
        """Build the index anew if `broken`, which failed, is still the engine that answers."""
        with self._guard:
            if self.engine is broken:
                self._rebuild(None)

    def _rebuild(self, advance: Advance | None) -> None:
        with self._archive.writing():
            state = self._new_state()
            engine = open_engine(self._name, self._directory / state.folder)
            try:
                for seq in self._commits(engine, 0, advance):
                    state = self._reached(state, engine, seq)
            except BaseException:
                engine.close()
                raise
            old, self.engine, self._state = self.engine, engine, state
            self._write_state()
            old.close()
            self._give_back()
            self._sweep()

    def close(self) -> None:
        self.engine.close()
        self._give_back()

    # Where it stands

    def _new_state(self) -> State:
        return State(FORMAT, self._archive.id, fingerprint(), uuid4().hex[:8])

    def _usable_state(self) -> State | None:
        """The state on disk, unless it belongs to something else or promises what is not there.

        Opens the engine that it names.
        """
        state = read_state(self._directory)
        if state is None:
            return None
        mark = self._archive.mark(state.seq)
        is_ours = (
            (state.format, state.archive, state.analyser)
            == (FORMAT, self._archive.id, fingerprint())
            and state.seq <= self._archive.last_seq()
            and (mark is None or mark == state.mark)
        )
        return state if is_ours and self._opens(state) else None

    def _opens(self, state: State) -> bool:
        """Open the engine; False when its files are damaged or hold less than `state` says."""
        if not (self._directory / state.folder).is_dir():
            return False
        try:
            engine = self._open(state)
        except IndexUnusableError as error:
            log.warning("%s; it is built again", error)
            return False
        held = (engine.passage_count(), engine.article_count())
        if engine.last_seq() <= state.seq and held != (state.paragraphs, state.articles):
            log.warning("the index in %s is not whole; it is built again", self._directory)
            engine.close()
            return False
        self.engine = engine
        return True

    def _open(self, state: State) -> Engine:
        folder = self._directory / state.folder
        borrowed = None
        if folder.is_dir() and not os.access(folder, os.W_OK):
            borrowed = Borrowed(folder)
        engine = open_engine(self._name, borrowed.folder if borrowed else folder)
        self._give_back()  # what an engine has open stays open
        self._borrowed = borrowed
        return engine

    def _give_back(self) -> None:
        if self._borrowed is not None:
            self._borrowed.close()
            self._borrowed = None

    def _start_over(self) -> None:
        """A new, empty index; its state is written first, so that a crash is gone on from."""
        log.info("building the %s index of %s", self._name, self._archive.directory)
        self._state = self._new_state()
        self.engine = self._open(self._state)
        self._write_state()
        self._sweep()

    def _write_state(self) -> None:
        if self._state is None or not self._on_disk:
            return
        path = self._directory / "state.json"
        try:
            path.with_suffix(".new").write_bytes(msgspec.json.encode(self._state))
            path.with_suffix(".new").replace(path)
        except OSError as error:
            raise IndexUnusableError(f"{path} cannot be written: {error.strerror}") from error

    def _sweep(self) -> None:
        """Delete the folders of earlier indexes."""
        for folder in self._directory.iterdir():
            if folder.is_dir() and self._state and folder.name != self._state.folder:
                shutil.rmtree(folder, ignore_errors=True)

    # In step with the archive

    def _follow(self) -> None:
        """See what another process made of the index."""
        if not self._on_disk:
            return
        state = read_state(self._directory)
        if state is None or self._state is None or state.folder == self._state.folder:
            if self._borrowed is not None:
                self._borrowed.renew()
            self.engine.reload()
        elif state.analyser == fingerprint():
            old, self.engine = self.engine, self._open(state)
            old.close()
        self._state = state or self._state

    def _catch_up(self, advance: Advance | None) -> None:
        """Take the rest in now, unless another process writes, or this one may not."""
        if self.is_fresh():
            return
        with (
            contextlib.suppress(ArchiveBusyError, ArchiveReadOnlyError),
            self._archive.writing(wait=0.0),
        ):
            self._follow()
            self._take_changes(advance)

    def _build(self, advance: Advance | None) -> None:
        """Build the index, unless another process did so while this one waited for it."""
        seen = read_state(self._directory)
        with self._archive.writing():
            if read_state(self._directory) != seen:
                self._state = self._usable_state()
            if self._state is None:
                self._start_over()
            self._take_changes(advance)

    def _take_changes(self, advance: Advance | None) -> None:
        """Bring the engine to the archive's last change; the caller holds the writer's lock."""
        for seq in self._commits(self.engine, self.seq, advance):
            if self._state is not None:
                self._state = self._reached(self._state, self.engine, seq)
                self._write_state()

    def _commits(self, engine: Engine, seq: int, advance: Advance | None) -> Iterator[int]:
        """Take in what changed after `seq`; the last change of each commit."""
        for count, change in enumerate(self._archive.changes_since(seq), 1):
            if not change.first:
                engine.remove(change.id, change.seq)
            if change.article is not None:
                engine.add(entry_of(change))
            seq = change.seq
            if advance is not None:
                advance(1)
            if count % COMMIT_EVERY == 0 and self._on_disk:
                engine.commit()
                yield seq
        engine.commit()
        yield seq

    def _reached(self, state: State, engine: Engine, seq: int) -> State:
        return msgspec.structs.replace(
            state,
            seq=seq,
            mark=self._archive.mark(seq),
            paragraphs=engine.passage_count(),
            articles=engine.article_count(),
        )


def entry_of(change: Change) -> Entry:
    """A changed article as terms."""
    article = change.article
    assert article is not None  # noqa: S101 (the caller asks for articles only)
    terms = analyser(article.language).terms
    return Entry(
        seq=change.seq,
        article=article.id,
        day=article.day,
        labels=tuple({label(name): None for name in (article.source, article.agency) if name}),
        title=terms(article.title),
        paragraphs=[terms(paragraph) for paragraph in article.paragraphs],
    )

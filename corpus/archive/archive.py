"""The archive on disk: one SQLite file in a folder, which also holds the derived indexes.

Any number of processes and threads may read while one writes (write-ahead log).
"""

import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from corpus.archive.batch import Batch
from corpus.archive.holdings import Holdings
from corpus.archive.keeping.upgrading import Upgrading, silently, upgrade
from corpus.archive.lock import hold
from corpus.archive.provenance.arrival import Arrival
from corpus.archive.provenance.names import resolve
from corpus.archive.provenance.preparing import Prepared
from corpus.archive.provenance.removals import Removed, take_down
from corpus.archive.provenance.runs import Added, begin
from corpus.archive.provenance.undoing import Undone, articles_of, mark_undone, undo
from corpus.archive.reading import Change, Heading, ReadableArchive
from corpus.archive.scans.outlets import Outlet, read_outlets
from corpus.archive.schema import is_current
from corpus.article import Article
from corpus.errors import ArchiveMissingError, ArchiveUnusableError

__all__ = ["FILE_NAME", "Added", "Archive", "Arrival", "Batch", "Change", "Heading", "Holdings"]

FILE_NAME = "archive.sqlite3"
WRITERS_CACHE = 16_000  # kB: what is written all over a table stays in it up to the commit
WRITER_PATIENCE = 10.0  # seconds that a second writer waits before it gives up
LONG = 600.0  # seconds that one waits who has stored a part already: an index may be being built
AT_ONCE = 500  # articles a transaction


class Archive(ReadableArchive):
    """An open archive. Use it as a context manager, or call `close`."""

    def __init__(
        self, directory: Path, *, create: bool = False, upgrading: Upgrading = silently
    ) -> None:
        """Open the archive in `directory`; one of an older program is brought up to this one's.

        Raises ArchiveMissingError where there is none and `create` is not set, and
        ArchiveUnusableError where the file is damaged, foreign or newer than this program.
        """
        super().__init__(directory / FILE_NAME, create=create)
        self.directory = directory
        self._local = threading.local()
        if create:
            self._make_folder()
        elif not self._path.is_file():
            raise ArchiveMissingError(
                f"there is no archive in {directory}; make one with: backissue import PATH,"
                " or: backissue sources add ADDRESS"
            )
        with self._connected() as connection:
            if not self._is_current(connection, create=create):
                with self.writing():
                    upgrade(self._connections, upgrading)
            (self.id,) = connection.execute("SELECT id FROM identity").fetchone()

    def _is_current(self, connection: sqlite3.Connection, *, create: bool) -> bool:
        try:
            return is_current(connection, create=create)
        except ArchiveUnusableError as error:
            raise ArchiveUnusableError(f"{self._path}: {error}") from error

    def _make_folder(self) -> None:
        try:
            self.directory.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ArchiveUnusableError(
                f"{self.directory} cannot be made a folder: {error.strerror}"
            ) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close every thread's connection. The archive cannot be used afterwards."""
        self._connections.close()

    @contextmanager
    def writing(self, *, wait: float = WRITER_PATIENCE) -> Iterator[None]:
        """Be the archive's only writer, its indexes included.

        A thread that already is may say so again. Raises ArchiveBusyError, ArchiveReadOnlyError.
        """
        if getattr(self._local, "is_writing", False):
            yield
            return
        with hold(self.directory, wait=wait):
            self._local.is_writing = True
            try:
                with self._connected():
                    connection = self._connections.for_writing()
                    connection.execute("PRAGMA journal_mode = WAL")  # stays so in the file
                    connection.execute(f"PRAGMA cache_size = -{WRITERS_CACHE}")
                yield
            finally:
                self._local.is_writing = False

    @contextmanager
    def batch(
        self, kind: str = "", given: Sequence[str] = (), *, again: bool = False
    ) -> Iterator[Batch]:
        """Take in one input, in as many transactions as its caller likes.

        Others may write between two of them. Where a `kind` is named it is a run, to be listed
        with what was `given` to it, and undone. `again`: what was removed may come back.

        An article that comes in the text of an older version goes back to it, as a change; of
        several texts of one article the last is its newest. So whatever is added again as it was
        changes nothing. What of this only the end of the input can tell is done when the block
        ends, unless it ends in an error.
        """
        run = None
        if kind:
            with self._storing() as connection:
                run = begin(connection, kind, given)
        batch = Batch(self._storing, run, again=again)
        yield batch
        batch.finish()

    def add(self, articles: Sequence[Prepared | Arrival | Article]) -> Added:
        """Take in a batch that is stored at once."""
        with self.batch() as batch:
            batch.add(articles)
        return batch.added

    def outlets(self) -> list[Outlet]:
        """All outlets with what each has, that of most articles first; counted over all."""
        with self.connected() as connection:
            return read_outlets(connection)

    def remove(self, *names: str) -> Removed:
        """Take articles down, all their versions, for ever: they are not taken in again.

        What they were is overwritten. All are removed, or none.
        """
        with self.writing():
            with self._erasing() as connection:
                known = dict.fromkeys(filter(None, (resolve(connection, each) for each in names)))
                for name in known:
                    take_down(connection, name)
            is_log_empty = self._empty_log()
        return Removed(len(known), is_log_empty)

    def undo(self, run: int, progress: Callable[[int], None] = lambda articles: None) -> Undone:
        """Take back what a run brought: see `undo`. Raises NoSuchRunError."""
        with self._connected() as connection:
            articles = articles_of(connection, run)
        undone = Undone()
        for start in range(0, len(articles), AT_ONCE):
            some = articles[start : start + AT_ONCE]
            with self.writing(wait=LONG), self._erasing() as connection:
                undone += undo(connection, run, some)
            progress(len(some))
        with self._storing() as connection:
            mark_undone(connection, run)
        return undone

    @contextmanager
    def storing(self) -> Iterator[sqlite3.Connection]:
        """A transaction of the only writer, for what else lies in the archive's file."""
        with self._storing() as connection:
            yield connection

    @contextmanager
    def _storing(self) -> Iterator[sqlite3.Connection]:
        """A transaction of the only writer."""
        with self.writing(wait=LONG), self._transaction() as connection:
            yield connection

    @contextmanager
    def _erasing(self) -> Iterator[sqlite3.Connection]:
        """A transaction in which what is deleted is overwritten, and which outlives a power cut.

        Source: https://www.sqlite.org/pragma.html, secure_delete and synchronous.
        """
        with self._connected() as connection:
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute("PRAGMA synchronous = FULL")
            try:
                with self._transaction() as inside:
                    yield inside
            finally:
                connection.execute("PRAGMA secure_delete = OFF")
                connection.execute("PRAGMA synchronous = NORMAL")

    def _empty_log(self) -> bool:
        """Bring all that was written into the file itself; whether nothing is left in the log."""
        with self._connected() as connection:
            (is_busy, *_) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not is_busy

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._connected(), self._connections.transaction() as connection:
            yield connection

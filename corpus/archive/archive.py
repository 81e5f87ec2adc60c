"""The archive on disk: one SQLite file in a folder, which also holds the derived indexes.

Any number of processes and threads may read while one writes (write-ahead log).
"""

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from corpus.archive.batch import Added, Batch
from corpus.archive.holdings import Holdings
from corpus.archive.lock import hold
from corpus.archive.reading import Change, Heading, ReadableArchive
from corpus.archive.rows import erase
from corpus.archive.schema import is_current, migrate
from corpus.article import Article
from corpus.errors import ArchiveMissingError, ArchiveUnusableError

__all__ = ["FILE_NAME", "Added", "Archive", "Batch", "Change", "Heading", "Holdings"]

FILE_NAME = "archive.sqlite3"
WRITERS_CACHE = 16_000  # kB: what is written all over a table stays in it up to the commit
WRITER_PATIENCE = 10.0  # seconds that a second writer waits before it gives up


class Archive(ReadableArchive):
    """An open archive. Use it as a context manager, or call `close`."""

    def __init__(self, directory: Path, *, create: bool = False) -> None:
        """Open the archive in `directory`.

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
                f"there is no archive in {directory}; make one with: backissue import PATH"
            )
        with self._connected() as connection:
            if not self._is_current(connection, create=create):
                with self.writing():
                    migrate(connection)
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
                with self._connected() as connection:
                    connection.execute("PRAGMA journal_mode = WAL")  # stays so in the file
                    connection.execute(f"PRAGMA cache_size = -{WRITERS_CACHE}")
                yield
            finally:
                self._local.is_writing = False

    @contextmanager
    def batch(self) -> Iterator[Batch]:
        """Take in one input, in as many transactions as its caller likes; call inside `writing`.

        An article that comes in the text of an older version goes back to it, as a change; of
        several texts of one article the last is its newest. So whatever is added again as it was
        changes nothing. What of this only the end of the input can tell is done when the block
        ends, unless it ends in an error.
        """
        batch = Batch(self._transaction)
        yield batch
        batch.finish()

    def add(self, articles: Sequence[Article]) -> Added:
        """Take in a batch that is stored at once; call inside `writing`."""
        with self.batch() as batch:
            batch.add(articles)
        return batch.added

    def remove(self, article_id: str) -> bool:
        """Erase all versions of one article; call inside `writing`. False where there is none."""
        with self._transaction() as connection:
            return erase(connection, article_id)

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._connected(), self._connections.transaction() as connection:
            yield connection

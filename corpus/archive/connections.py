"""SQLite connections to an archive's file, one a thread, also where nothing may be written."""

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from msgspec import Struct

from corpus.archive.keeping.faults import is_full

# What is no UTF-8 was damaged on disk: it is told by its digest, not by an error here.
TEXT = partial(str, encoding="utf-8", errors="replace")


class _Connection(Struct, frozen=True):
    """`opened_at` is the state of the file, for a connection that would not see it change."""

    database: sqlite3.Connection
    opened_at: tuple[int, ...] | None = None


class Connections:
    """All threads' connections to one file."""

    def __init__(self, path: Path, *, create: bool) -> None:
        self.path = path
        self._create = create
        self._local = threading.local()
        self._opened: set[sqlite3.Connection] = set()
        self._guard = threading.Lock()

    def close(self) -> None:
        """Close every thread's connection. No other can be opened afterwards."""
        with self._guard:
            for database in self._opened:
                database.close()
            self._opened.clear()

    def here(self) -> sqlite3.Connection:
        """This thread's connection, opened the first time. Raises sqlite3.Error."""
        found: _Connection | None = getattr(self._local, "connection", None)
        if found is not None and found.opened_at is not None and found.opened_at != self._state():
            self._forget(found)
            found = None
        return (found or self._keep(self._connect())).database

    def for_writing(self) -> sqlite3.Connection:
        """This thread's connection, anew where the last one was opened for reading only.

        Raises sqlite3.Error, as it does where the disk is full.
        """
        found: _Connection | None = getattr(self._local, "connection", None)
        if found is not None and found.opened_at is not None:
            self._forget(found)
            self._keep(_Connection(self._opened_log("rw")))
        return self.here()

    def _keep(self, new: _Connection) -> _Connection:
        with self._guard:
            self._opened.add(new.database)
        new.database.text_factory = TEXT
        new.database.execute("PRAGMA busy_timeout = 10000")
        new.database.execute("PRAGMA synchronous = NORMAL")
        self._local.connection = new
        return new

    def _forget(self, found: _Connection) -> None:
        with self._guard:
            self._opened.discard(found.database)
        found.database.close()
        self._local.connection = None

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All that is written inside, or nothing of it."""
        connection = self.for_writing()
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:  # on a full disk SQLite has ended it itself
                connection.execute("ROLLBACK")
            raise

    def _connect(self) -> _Connection:
        """For writing too, where that is allowed.

        In a folder that nobody may write to, and on a full disk, SQLite cannot make the files by
        which readers and writers know of each other. Only there is the file taken for one that
        does not change, until its state says that it did; never where a writer left something in
        its log that is not in the file yet.

        Source: https://www.sqlite.org/wal.html, Read-Only Databases.
        """
        may_write = self._create or all(
            os.access(path, os.W_OK) for path in (self.path.parent, self.path)
        )
        mode = ("rwc" if self._create else "rw") if may_write else "ro"
        try:
            return _Connection(self._opened_log(mode))
        except sqlite3.OperationalError as error:
            if may_write and (not is_full(error) or self._log_size()):
                raise
        return _Connection(self._open("ro&immutable=1"), self._state())

    def _opened_log(self, mode: str) -> sqlite3.Connection:
        """A connection that has what it needs to read beside a writer. Raises sqlite3.Error."""
        database = self._open(mode)
        try:
            database.execute("PRAGMA schema_version")
        except sqlite3.Error:
            database.close()
            raise
        return database

    def _open(self, mode: str) -> sqlite3.Connection:
        address = f"{self.path.absolute().as_uri()}?mode={mode}"
        return sqlite3.connect(address, uri=True, check_same_thread=False, isolation_level=None)

    def _state(self) -> tuple[int, ...]:
        """Another one when the file was written to, or a writer has begun or ended."""
        found = self.path.stat()
        return found.st_ino, found.st_size, found.st_mtime_ns, self._log_size()

    def _log_size(self) -> int:
        try:
            return self.path.with_name(f"{self.path.name}-wal").stat().st_size
        except FileNotFoundError:
            return 0

"""SQLite connections to an archive's file, one a thread, also where nothing may be written."""

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class _Connection:
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
            with self._guard:
                self._opened.discard(found.database)
            found.database.close()
            found = None
        if found is None:
            found = self._connect()
            with self._guard:
                self._opened.add(found.database)
            found.database.text_factory = _text
            found.database.execute("PRAGMA busy_timeout = 10000")
            found.database.execute("PRAGMA synchronous = NORMAL")
            self._local.connection = found
        return found.database

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All that is written inside, or nothing of it."""
        connection = self.here()
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")

    def _connect(self) -> _Connection:
        """For writing too, where that is allowed.

        In a folder that nobody may write to, SQLite cannot make the files by which readers and
        writers know of each other. Only there is the file taken for one that does not change,
        until its state says that it did.

        Source: https://www.sqlite.org/wal.html, Read-Only Databases.
        """
        if self._create or all(os.access(path, os.W_OK) for path in (self.path.parent, self.path)):
            return _Connection(self._open("rwc" if self._create else "rw"))
        database = self._open("ro")
        try:
            database.execute("PRAGMA schema_version")
        except sqlite3.OperationalError:
            database.close()
            return _Connection(self._open("ro&immutable=1"), self._state())
        return _Connection(database)

    def _open(self, mode: str) -> sqlite3.Connection:
        address = f"{self.path.absolute().as_uri()}?mode={mode}"
        return sqlite3.connect(address, uri=True, check_same_thread=False, isolation_level=None)

    def _state(self) -> tuple[int, ...]:
        """Another one when the file was written to, or a writer has begun or ended."""
        found = self.path.stat()
        log = self.path.with_name(f"{self.path.name}-wal")
        return found.st_ino, found.st_size, found.st_mtime_ns, log.exists()


def _text(stored: bytes) -> str:
    """What is no UTF-8 was damaged on disk: it is told by its digest, not by an error here."""
    return stored.decode("utf-8", "replace")

"""The bot's own SQLite file: opened by one process, written by one thread."""

import asyncio
import logging
import sqlite3
from importlib.resources import files
from pathlib import Path
from typing import Self

from filelock import FileLock, Timeout

from bot.errors import StateError
from bot.telegram.state.writing import Result, Work, Writer, transaction

LOG = logging.getLogger(__name__)

VERSION = 1
PAUSE = 1.0  # seconds, before what the disk refused is tried again


class State:
    """What is asked for is done in that order."""

    def __init__(self, path: Path) -> None:
        """Raises StateError where another process has it, or it cannot be used.

        A file that is no database any more is put aside, and one begins anew.
        """
        self._lock = FileLock(path.with_name(path.name + ".lock"))
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._lock.acquire(timeout=0)
        except Timeout:
            raise StateError(
                f"Another bot with this token runs here ({path} is in use); stop one of the two."
            ) from None
        except OSError as error:
            raise StateError(f"{path} cannot be used: {error.strerror}") from error
        try:
            self._connection = _opened(path)
        except BaseException:
            self._lock.release()
            raise
        self._writer = Writer(self._connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    async def do(self, work: Work[Result]) -> Result:
        """Do it whole or not at all; it is on the disk when this returns.

        Raises sqlite3.Error, and then nothing was done. Who is cancelled while it waits does not
        undo it.
        """
        return await self._writer.do(work)

    async def insist(self, work: Work[Result]) -> Result:
        """As `do`, tried until the disk takes it."""
        is_told = False
        while True:
            try:
                return await self.do(work)
            except sqlite3.OperationalError as error:
                if not is_told:
                    LOG.error("The bot's state cannot be written; trying on: %s", error)
                is_told = True
                await asyncio.sleep(PAUSE)

    def do_now(self, work: Work[Result]) -> Result:
        """For whoever uses it alone."""
        with transaction(self._connection) as connection:
            return work(connection)

    def close(self) -> None:
        """What was asked for is done first."""
        self._writer.close()
        self._connection.close()
        self._lock.release()


def _opened(path: Path) -> sqlite3.Connection:
    try:
        return _connected(path)
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            raise StateError(f"{path} cannot be used: {error}") from error
    aside = path.with_name(path.name + ".damaged")
    LOG.error("%s is damaged: it is put aside as %s, and one begins anew.", path, aside.name)
    path.replace(aside)
    for behind in ("-wal", "-shm"):
        path.with_name(path.name + behind).unlink(missing_ok=True)
    return _connected(path)


def _connected(path: Path) -> sqlite3.Connection:
    """A file that only its owner may read: it holds what people wrote."""
    path.touch(mode=0o600)
    connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
    try:
        connection.executescript(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
            "PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON;"
        )
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version > VERSION:
            raise StateError(f"{path} is of a newer Backissue; update this one.")
        if version == 0:
            schema = files(__package__).joinpath("schema.sql").read_text("utf-8")
            connection.executescript(f"BEGIN;{schema}PRAGMA user_version = {VERSION};COMMIT;")
    except BaseException:
        connection.close()
        raise
    return connection

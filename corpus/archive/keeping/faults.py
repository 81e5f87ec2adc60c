"""What SQLite could not do, told apart: a damaged file, a full disk, all else."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from corpus.errors import ArchiveUnusableError, CorpusError, DiskFullError

DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
UNREADABLE = (sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_IOERR_SHORT_READ)
NO_ROOM_FOR_LOG = (sqlite3.SQLITE_IOERR_SHMSIZE,)
NO_ROOM = {errno.ENOSPC, errno.EDQUOT}


def is_damage(error: sqlite3.Error) -> bool:
    """Whether a part of the file holds what no SQLite wrote, or cannot be read at all."""
    code = code_of(error)
    return code & 0xFF in DAMAGED or code in UNREADABLE


def is_full(error: BaseException) -> bool:
    """Whether there is no room left, on the disk or in a quota of it."""
    if isinstance(error, sqlite3.Error):
        return code_of(error) & 0xFF == sqlite3.SQLITE_FULL or code_of(error) in NO_ROOM_FOR_LOG
    return isinstance(error, OSError) and error.errno in NO_ROOM


def code_of(error: sqlite3.Error) -> int:
    """SQLite's extended result code; 0 where Python itself raised the error."""
    return getattr(error, "sqlite_errorcode", None) or 0


@contextmanager
def translated(place: object) -> Iterator[None]:
    """What SQLite or the system cannot do inside is one of this package's errors."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise _unusable(place, error) from error
    except UnicodeDecodeError as error:  # what SQLite says of a damaged name is no UTF-8 either
        raise _unusable(place, sqlite3.DatabaseError("its list of tables is damaged")) from error


def _unusable(place: object, error: sqlite3.Error | OSError) -> CorpusError:
    if is_full(error):
        return DiskFullError(
            f"the disk is full: {place} cannot be written to; what was stored before stays"
        )
    if isinstance(error, OSError):
        return ArchiveUnusableError(f"{place} cannot be used: {error.strerror or error}")
    hint = "; put a backup back, or see: backissue check" if is_damage(error) else ""
    return ArchiveUnusableError(f"{place} cannot be used: {error}{hint}")

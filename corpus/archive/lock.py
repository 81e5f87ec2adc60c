"""One writer at a time: who holds an archive, said by name."""

import contextlib
import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from corpus.archive.keeping.faults import is_full
from corpus.errors import (
    ArchiveBusyError,
    ArchiveReadOnlyError,
    ArchiveUnusableError,
    DiskFullError,
)

FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


@contextmanager
def hold(directory: Path, *, wait: float) -> Iterator[None]:
    """Be the only writer of the archive in `directory`; wait at most `wait` seconds for it.

    The operating system frees the lock when its holder ends, however it ends.

    Raises ArchiveBusyError naming the holder, ArchiveReadOnlyError.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 (slow to load; readers need none)

    lock = FileLock(directory / "writer.lock", thread_local=False)
    holder = directory / "writer.txt"
    try:
        lock.acquire(timeout=wait)
    except Timeout as error:
        raise ArchiveBusyError(
            f"{directory} is being written to by {_read(holder)}; try again when it is done"
        ) from error
    except OSError as error:
        if is_full(error):
            raise DiskFullError(f"the disk is full: {directory} cannot be written to") from error
        kind = ArchiveReadOnlyError if error.errno in FORBIDDEN else ArchiveUnusableError
        raise kind(f"{directory} cannot be written to: {error.strerror}") from error
    try:
        with contextlib.suppress(OSError):  # the disk is full, perhaps: who waits hears no name
            holder.write_text(_signature(), encoding="utf-8", errors="replace")
        yield
    finally:
        lock.release()


def _signature() -> str:
    command = " ".join([Path(sys.argv[0]).name, *sys.argv[1:2]])
    started = datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
    return f"process {os.getpid()} ({command}, since {started})"


def _read(holder: Path) -> str:
    try:
        return holder.read_text(encoding="utf-8") or "another process"
    except (OSError, UnicodeDecodeError):
        return "another process"

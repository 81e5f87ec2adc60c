"""Files that are there whole, or not at all."""

import contextlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from corpus.archive.keeping.faults import translated


@contextmanager
def in_place_of(path: Path) -> Iterator[Path]:
    """A new, empty file beside `path`, which takes its name when the block ends.

    Until then nobody sees anything of it under that name, and after that it is safe on the disk.
    Where the block fails, what was at `path` before stays, and nothing else is left behind.
    Raises ArchiveUnusableError, DiskFullError.
    """
    place = path.resolve()  # a link stays one
    new = place.with_name(f".{place.name[:60]}.{uuid4().hex[:8]}")
    try:
        with translated(path):
            new.open("xb").close()
            yield new
            _on_disk(new)
            new.replace(place)
            _on_disk(place.parent)
    finally:
        for ending in ("", "-journal", "-wal", "-shm"):
            with contextlib.suppress(OSError):
                new.with_name(new.name + ending).unlink(missing_ok=True)


def _on_disk(place: Path) -> None:
    """Wait until a file, or a folder's list of files, would outlive a loss of power.

    A folder cannot be opened everywhere; where it cannot, it need not.
    """
    is_folder = place.is_dir()
    try:
        opened = os.open(place, os.O_RDONLY if is_folder else os.O_RDWR)
    except PermissionError:
        if is_folder:
            return
        raise
    try:
        os.fsync(opened)
    finally:
        os.close(opened)

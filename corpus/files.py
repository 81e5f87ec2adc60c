"""Files, and folders with all below them, as inputs."""

import contextlib
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import UnreadableError
from corpus.readers.compressed import COMPRESSIONS, check, opened
from corpus.readers.draft import Defaults, Finished
from corpus.readers.formats import FORMATS, read_articles, reader_for
from corpus.readers.reading import Origin, Rejected

Identity = tuple[int, int] | Path


@dataclass(frozen=True, slots=True)
class Files:
    """What lies below the paths of an import, found once: its files in the order of reading.

    A folder that cannot be opened is `Rejected` in place of its files.
    """

    found: tuple[Path | Rejected, ...]
    folders: frozenset[Identity]

    @property
    def bytes(self) -> int:
        """Bytes on disk of all files that would be read, for a progress bar."""
        total = 0
        for file in self.found:
            if isinstance(file, Path) and reader_for(file.name):
                with contextlib.suppress(OSError):  # the import itself says so
                    total += file.stat().st_size
        return total

    def include(self, file: Path) -> bool:
        """Whether an import reads a file, by whatever name, or would if it were there."""
        if not file.exists():
            place = file.resolve()
            return _identity(place.parent) in self.folders and not place.name.startswith(".")
        for one in self.found:
            with contextlib.suppress(OSError):
                if isinstance(one, Path) and one.samefile(file):
                    return True
        return False


def find_files(paths: Iterable[Path]) -> Files:
    """The files, and those of the folders, each in a fixed order; hidden ones are passed over.

    Links to folders are followed; each folder is read once, by whatever name it is met first.
    """
    found: list[Path | Rejected] = []
    folders: set[Identity] = set()
    for path in paths:
        if os.path.isdir(path):  # noqa: PTH112 (Path.is_dir raises where a parent may not be entered)
            found += _below(path, folders)
        else:
            found.append(path)
    return Files(tuple(found), frozenset(folders))


def read_files(
    files: Iterable[Path | Rejected],
    defaults: Defaults,
    advance: Callable[[int], None] = lambda size: None,
) -> Iterator[Finished | Rejected]:
    """Every article in the files; what was not taken is `Rejected`.

    `advance` is called with the number of bytes read on disk since its last call.
    """
    for file in files:
        if isinstance(file, Rejected):
            yield file
        else:
            yield from _read(file, defaults, advance)


def _read(
    file: Path, defaults: Defaults, advance: Callable[[int], None]
) -> Iterator[Finished | Rejected]:
    reader = reader_for(file.name)
    try:
        if reader is None:
            raise UnreadableError(_why_unread())
        if not stat.S_ISREG(file.stat().st_mode):
            raise UnreadableError("not a file")
        check(file)
        with opened(file, advance) as stream:
            yield from read_articles(
                stream, Origin(str(file), defaults.outlet, defaults.fields), reader, defaults
            )
    except UnreadableError as error:
        yield Rejected(str(file), None, str(error))
    except OSError as error:
        yield Rejected(str(file), None, f"cannot be read: {error.strerror or error}")


def _why_unread() -> str:
    formats, compressions = " ".join(FORMATS), " or ".join(COMPRESSIONS)
    return f"not a format that can be read ({formats}, each also {compressions})"


def _below(folder: Path, met: set[Identity]) -> Iterator[Path | Rejected]:
    failed: list[OSError] = []
    here = {_identity(folder)}

    def is_new(below: Path) -> bool:
        identity = _identity(below)
        is_known = identity in here
        here.add(identity)
        return not is_known

    for place, folders, names in os.walk(folder, onerror=failed.append, followlinks=True):
        visible = (name for name in sorted(folders) if not name.startswith("."))
        folders[:] = [name for name in visible if is_new(Path(place, name))]
        for name in sorted(names):
            if not name.startswith("."):
                yield Path(place, name)
    for error in failed:
        yield Rejected(str(error.filename), None, f"cannot be opened: {error.strerror}")
    met |= here


def _identity(folder: Path) -> Identity:
    """The same for all names of one folder."""
    try:
        found = folder.stat()
    except OSError:
        return folder
    return found.st_dev, found.st_ino

"""Files, and folders with all below them, as inputs."""

import contextlib
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby, islice
from pathlib import Path
from typing import Any

from corpus.errors import UnreadableError
from corpus.readers.compressed import COMPRESSIONS, check, opened, plain
from corpus.readers.crew import Job, done
from corpus.readers.draft import Defaults, Finished
from corpus.readers.formats import FORMATS, UNPACKS_GZIP, read_articles, reader_for
from corpus.readers.html import read_html
from corpus.readers.reading import Origin, PassedOver, Reader, Rejected
from corpus.readers.saved.site import SavedPage, sorted_out

Identity = tuple[int, int] | Path
Found = Path | SavedPage | Rejected
Work = Job[Any] | Finished | Rejected
PAGES_AT_ONCE = 16  # saved pages of one job


@dataclass(frozen=True, slots=True)
class Files:
    """What lies below the paths of an import, found once: its files in the order of reading.

    A folder that cannot be opened is `Rejected` in place of its files. Of a folder of saved pages
    what only belongs to one is `PassedOver`.
    """

    found: tuple[Found, ...]
    folders: frozenset[Identity]

    @property
    def bytes(self) -> int:
        """Bytes on disk of all files that would be read, for a progress bar."""
        total = 0
        for one in self.found:
            file = one.path if isinstance(one, SavedPage) else one
            if isinstance(file, Path) and (file is not one or reader_for(file.name)):
                total += _size(file)
        return total

    def include(self, file: Path) -> bool:
        """Whether an import reads a file, by whatever name, or would if it were there."""
        if not file.exists():
            place = file.resolve()
            return _identity(place.parent) in self.folders and not place.name.startswith(".")
        for one in self.found:
            found = one.path if isinstance(one, SavedPage) else one
            with contextlib.suppress(OSError):
                if isinstance(found, Path) and found.samefile(file):
                    return True
        return False


def find_files(paths: Iterable[Path]) -> Files:
    """The files, and those of the folders, each in a fixed order; hidden ones are passed over.

    Links to folders are followed; each folder is read once, by whatever name it is met first.
    """
    found: list[Found] = []
    folders: set[Identity] = set()
    for path in paths:
        if os.path.isdir(path):  # noqa: PTH112 (Path.is_dir raises where a parent may not be entered)
            below = list(_below(path, folders))
            files = [each for each in below if isinstance(each, Path)]
            found += sorted_out(files, lambda file: reader_for(file.name) is not None)
            found += [each for each in below if isinstance(each, Rejected)]
        else:
            found.append(path)
    return Files(tuple(found), frozenset(folders))


def read_files(
    files: Iterable[Found],
    defaults: Defaults,
    advance: Callable[[int], None] = lambda size: None,
) -> Iterator[Finished | Rejected]:
    """Every article in the files; what was not taken is `Rejected`, or `PassedOver` among others.

    `advance` is called with the number of bytes read on disk since its last call.
    """
    return done(_work(files, defaults, advance))


def _work(
    files: Iterable[Found], defaults: Defaults, advance: Callable[[int], None]
) -> Iterator[Work]:
    read = partial(_read_saved, defaults)
    for kind, some in groupby(files, type):
        if kind is SavedPage:
            pages = (page.path for page in some if isinstance(page, SavedPage))
            while bundle := tuple(islice(pages, PAGES_AT_ONCE)):
                yield Job(None, read, bundle)
                advance(sum(map(_size, bundle)))
            continue
        for file in some:
            if isinstance(file, Rejected):
                yield file
            elif isinstance(file, Path):
                items = _read(file, reader_for(file.name), defaults, advance)
                yield from (_missed(item, file) for item in items)


def _missed(item: Work, file: Path) -> Work:
    """A page that a keeper names by itself is not one among many."""
    if isinstance(item, PassedOver) and item.name == str(file):
        return Rejected(item.name, None, item.reason)
    return item


def _read_saved(defaults: Defaults, page: Path) -> list[Finished | Rejected]:
    """The article of a page; in another process, as a rule."""
    items = _read(page, reader_for(page.name) or read_html, defaults, lambda size: None)
    return [item for item in items if not isinstance(item, Job)]


def _read(
    file: Path, reader: Reader | None, defaults: Defaults, advance: Callable[[int], None]
) -> Iterator[Work]:
    try:
        if reader is None:
            raise UnreadableError(_why_unread())
        if not stat.S_ISREG(file.stat().st_mode):
            raise UnreadableError("not a file")
        is_taken_as_it_is = reader in UNPACKS_GZIP and file.name.lower().endswith(".gz")
        if not is_taken_as_it_is:
            check(file)
        origin = Origin(str(file), defaults.outlet, defaults.fields, defaults.timezone)
        with (plain if is_taken_as_it_is else opened)(file, advance) as stream:
            yield from read_articles(stream, origin, reader, defaults)
    except UnreadableError as error:
        yield Rejected(str(file), None, str(error))
    except OSError as error:
        yield Rejected(str(file), None, f"cannot be read: {error.strerror or error}")


def _size(file: Path) -> int:
    """Bytes on disk; none where that cannot be told, as the import itself says."""
    try:
        return file.stat().st_size
    except OSError:
        return 0


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

"""Files and folders → the archive."""

import contextlib
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from corpus.archive.archive import Added, Archive
from corpus.article import Article
from corpus.readers import Defaults, Read, Rejected, reader_for

BATCH = 500  # articles a transaction


@dataclass(slots=True)
class Imported:
    """What an import did, counted as it goes.

    `no_source` and `no_zone` count articles taken although they name no outlet, or give a time
    without a zone, which is then left out.
    """

    added: Added = field(default_factory=Added)
    rejected: int = 0
    no_source: int = 0
    no_zone: int = 0

    @property
    def articles(self) -> int:
        """Articles read, whether or not they were new."""
        return self.added.new + self.added.changed + self.added.unchanged


@dataclass(frozen=True, slots=True)
class Report:
    """Whom an import tells as it goes.

    `progress` gets (bytes read on disk, articles stored) since its last call, `reject` each input
    that was not taken.
    """

    progress: Callable[[int, int], None]
    reject: Callable[[Rejected], None]


def import_paths(
    archive: Archive,
    paths: Sequence[Path],
    *,
    defaults: Defaults,
    report: Report,
) -> Imported:
    """Read files, and folders with all below them, into the archive; call inside `writing`.

    What cannot be read is reported and does not stop the rest.
    """
    done = Imported()
    batch: list[Article] = []
    consumed = 0

    def advance(size: int) -> None:
        nonlocal consumed
        consumed += size

    def flush() -> None:
        nonlocal consumed
        if batch:
            stored.add(batch)
        report.progress(consumed, len(batch))
        batch.clear()
        consumed = 0

    with archive.batch() as stored:
        for item in _read_all(paths, defaults, advance):
            if isinstance(item, Rejected):
                done.rejected += 1
                report.reject(item)
                continue
            batch.append(item.article)
            done.no_source += item.no_source
            done.no_zone += item.no_zone
            if len(batch) == BATCH:
                flush()
        flush()
    done.added = stored.added
    return done


def size_of(paths: Sequence[Path]) -> int:
    """Bytes on disk of all files that would be read, for a progress bar."""
    total = 0
    for path in paths:
        for file in _files(path):
            if isinstance(file, Path) and reader_for(file):
                with contextlib.suppress(OSError):  # the import itself says so
                    total += file.stat().st_size
    return total


def reads(paths: Sequence[Path], file: Path) -> bool:
    """Whether an import of `paths` would read an existing file, by whatever name."""
    for path in paths:
        for one in _files(path):
            with contextlib.suppress(OSError):
                if isinstance(one, Path) and one.samefile(file):
                    return True
    return False


def _read_all(
    paths: Sequence[Path], defaults: Defaults, advance: Callable[[int], None]
) -> Iterator[Read | Rejected]:
    for path in paths:
        for file in _files(path):
            if isinstance(file, Rejected):
                yield file
                continue
            reader = reader_for(file)
            if reader is None:
                yield Rejected(file, None, _why_unread(file))
            else:
                yield from reader(file, defaults, advance)


def _why_unread(file: Path) -> str:
    if file.name.lower().endswith((".gz", ".xz")):
        return "only .jsonl may be compressed (.jsonl.gz .jsonl.xz)"
    return "not a format that can be read (.txt .jsonl .jsonl.gz .jsonl.xz)"


def _files(path: Path) -> Iterator[Path | Rejected]:
    """The file itself, or a folder's files in a fixed order; hidden ones are passed over.

    Links to folders are followed; each folder is read once, by whatever name it is met first.
    """
    if not os.path.isdir(path):  # noqa: PTH112 (Path.is_dir raises where a parent may not be entered)
        yield path
        return

    failed: list[OSError] = []
    met = {_identity(path)}

    def is_new(folder: Path) -> bool:
        identity = _identity(folder)
        is_known = identity in met
        met.add(identity)
        return not is_known

    for folder, folders, names in os.walk(path, onerror=failed.append, followlinks=True):
        visible = (name for name in sorted(folders) if not name.startswith("."))
        folders[:] = [name for name in visible if is_new(Path(folder, name))]
        for name in sorted(names):
            if not name.startswith("."):
                yield Path(folder, name)
    for error in failed:
        yield Rejected(Path(error.filename), None, f"cannot be opened: {error.strerror}")


def _identity(folder: Path) -> tuple[int, int] | Path:
    """The same for all names of one folder."""
    try:
        found = folder.stat()
    except OSError:
        return folder
    return found.st_dev, found.st_ino

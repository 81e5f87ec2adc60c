"""Files, plain or compressed (.gz, .xz)."""

from __future__ import annotations

import gzip
import lzma
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BufferedIOBase, BufferedReader, FileIO
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import UnreadableError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

COMPRESSIONS = (".gz", ".xz")
AT_ONCE = 1 << 16  # bytes
NEAR = 1 << 20  # bytes by which a damaged file may miss the length that it tells


def without_compression(name: str) -> str:
    """A file's name in lower case, without the ending that says how it is compressed."""
    ending = next((each for each in COMPRESSIONS if name.endswith(each)), "")
    return name.removesuffix(ending)


def check(path: Path) -> None:
    """Decompress a file once for nothing but its checksum, which stands at its end.

    One that is only cut off passes: its whole lines are good. Raises UnreadableError for one that
    is damaged, in which anything may be wrong.
    """
    length = 0
    try:
        with opened(path) as stream:
            while _is_compressed(path) and (data := stream.read1(AT_ONCE)):
                length += len(data)
    except EOFError as error:
        is_gzip = path.name.lower().endswith(".gz")
        if is_gzip and length and abs(_told_length(path) - length) < NEAR:
            raise UnreadableError("damaged near its end; nothing of it was taken") from error


@contextmanager
def opened(
    path: Path, advance: Callable[[int], None] = lambda size: None
) -> Iterator[BufferedIOBase]:
    """The file, decompressed; `advance` hears how far the file on disk has been read.

    To read it raises EOFError where the file is cut off, UnreadableError where it is damaged.
    """
    with BufferedReader(_CountedFile(path, advance), AT_ONCE) as file:
        name = path.name.lower()
        try:
            if name.endswith(".gz"):
                with gzip.open(file) as stream:
                    yield stream
            elif name.endswith(".xz"):
                with lzma.open(file) as stream:
                    yield stream
            else:
                yield file
        except (lzma.LZMAError, zlib.error, gzip.BadGzipFile) as error:
            raise UnreadableError(f"damaged, nothing of it was taken: {error}") from error


@contextmanager
def plain(
    path: Path, advance: Callable[[int], None] = lambda size: None
) -> Iterator[BufferedIOBase]:
    """The file as it is on disk, for a reader that seeks in it."""
    with BufferedReader(_CountedFile(path, advance), AT_ONCE) as file:
        yield file


def _is_compressed(path: Path) -> bool:
    return path.name.lower().endswith(COMPRESSIONS)


def _told_length(path: Path) -> int:
    """What the last four bytes of a .gz say of its length, where it is not cut off.

    Source: RFC 1952, ISIZE.
    """
    with path.open("rb") as raw:
        raw.seek(max(0, path.stat().st_size - 4))
        return int.from_bytes(raw.read(4), "little")


class _CountedFile(FileIO):
    """A file that tells how many bytes are read of it, those read again left out."""

    def __init__(self, path: Path, advance: Callable[[int], None]) -> None:
        super().__init__(path)
        self._advance = advance
        self._furthest = 0

    def readinto(self, buffer: WriteableBuffer, /) -> int | None:
        size = super().readinto(buffer)
        place = self.tell()
        self._advance(max(0, place - self._furthest))
        self._furthest = max(self._furthest, place)
        return size

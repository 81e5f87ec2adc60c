"""Files of lines, plain or compressed (.gz, .xz)."""

import gzip
import lzma
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BufferedIOBase
from pathlib import Path
from typing import BinaryIO, cast

from corpus.errors import UnreadableError

AT_ONCE = 1 << 16  # bytes
NEAR = 1 << 20  # bytes by which a damaged file may miss the length that it tells


def check(path: Path) -> None:
    """Decompress a file once for nothing but its checksum, which stands at its end.

    One that is only cut off passes: its whole lines are good. Raises UnreadableError for one that
    is damaged, in which anything may be wrong.
    """
    length = 0
    try:
        with opened(path) as lines:
            while _is_compressed(path) and (data := lines.read1(AT_ONCE)):
                length += len(data)
    except EOFError as error:
        is_gzip = path.name.lower().endswith(".gz")
        if is_gzip and length and abs(_told_length(path) - length) < NEAR:
            raise UnreadableError("damaged near its end; nothing of it was taken") from error


@contextmanager
def opened(
    path: Path, advance: Callable[[int], None] = lambda size: None
) -> Iterator[BufferedIOBase]:
    """The lines, decompressed; `advance` hears how far the file on disk has been read.

    To read them raises EOFError where the file is cut off, UnreadableError where it is damaged.
    """
    with path.open("rb") as raw:
        counted = cast(BinaryIO, _Counted(raw, advance))
        name = path.name.lower()
        try:
            if name.endswith(".gz"):
                with gzip.open(counted) as lines:
                    yield lines
            elif name.endswith(".xz"):
                with lzma.open(counted) as lines:
                    yield lines
            else:
                yield cast(BufferedIOBase, counted)
        except (lzma.LZMAError, zlib.error, gzip.BadGzipFile) as error:
            raise UnreadableError(f"damaged, nothing of it was taken: {error}") from error


def _is_compressed(path: Path) -> bool:
    return path.name.lower().endswith((".gz", ".xz"))


def _told_length(path: Path) -> int:
    """What the last four bytes of a .gz say of its length, where it is not cut off.

    Source: RFC 1952, ISIZE.
    """
    with path.open("rb") as raw:
        raw.seek(max(0, path.stat().st_size - 4))
        return int.from_bytes(raw.read(4), "little")


class _Counted:
    """A binary file that tells how many bytes are read of it."""

    def __init__(self, raw: BinaryIO, advance: Callable[[int], None]) -> None:
        self._raw = raw
        self._advance = advance

    def read(self, size: int = -1) -> bytes:
        return self._told(self._raw.read(size))

    def readline(self, limit: int = -1) -> bytes:
        return self._told(self._raw.readline(limit))

    def _told(self, data: bytes) -> bytes:
        self._advance(len(data))
        return data

    def __getattr__(self, name: str) -> object:
        return getattr(self._raw, name)

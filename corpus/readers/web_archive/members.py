"""Gzip members of a file, found and unpacked one by one.

Source: RFC 1952.
"""

import re
import zlib
from io import BufferedIOBase

AT_ONCE = 1 << 14  # bytes
BOMB, BOMB_RATIO = 1 << 27, 100  # bytes, and times what is packed: no member unpacks to more
GZIP = 16 + zlib.MAX_WBITS  # for zlib: with the header and the checksum of gzip
MAGIC = b"\x1f\x8b\x08"
PADDING = b"\0\r\n"
FIRST = b"WARC/"


class Member:
    """The member that begins at `offset`; whoever else seeks in the file ends its reading."""

    def __init__(self, file: BufferedIOBase, offset: int) -> None:
        self._file = file
        self._unpack = zlib.decompressobj(GZIP)
        self._waiting = b""
        self._packed = self._unpacked = 0
        self._offset = offset
        file.seek(offset)

    @property
    def end(self) -> int:
        """How far it was unpacked in the file: only ever further."""
        return self._offset + self._packed

    @property
    def is_done(self) -> bool:
        """Whether it was read to its end, and its checksum is right."""
        return self._unpack.eof

    def read(self, size: int) -> bytes:
        """Some bytes, none at its end. Raises EOFError where it is cut off, zlib.error for damage.

        To zlib.error belongs that it would unpack to more than anybody means.
        """
        while not self._unpack.eof:
            if not self._waiting:
                self._waiting = self._file.read(AT_ONCE)
                if not self._waiting:
                    raise EOFError
            data = self._unpack.decompress(self._waiting, size)
            # At the end both may hold what is left.
            left = self._unpack.unused_data or self._unpack.unconsumed_tail
            self._packed += len(self._waiting) - len(left)
            self._unpacked += len(data)
            self._waiting = left
            if self._unpacked > BOMB + BOMB_RATIO * self._packed:
                raise zlib.error(f"unpacks to more than {BOMB:,} bytes")
            if data:
                return data
        return b""


def next_member(file: BufferedIOBase, start: int) -> int | None:
    """Where the next member begins in which there are WARC records, at `start` or behind it."""
    file.seek(start)
    before = b""
    while data := file.read(AT_ONCE):
        block = before + data
        here = file.tell() - len(block)
        for found in re.finditer(MAGIC, block):
            if _begins(file, here + found.start()):
                return here + found.start()
        before = block[-len(MAGIC) + 1 :]
        file.seek(here + len(block))
    return None


def _begins(file: BufferedIOBase, offset: int) -> bool:
    try:
        return Member(file, offset).read(1 << 8).lstrip(PADDING).startswith(FIRST)
    except (EOFError, zlib.error):
        return False

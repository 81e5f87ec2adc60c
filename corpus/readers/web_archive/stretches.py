"""A WARC file → stretches of it that are read by themselves: its gzip members, or all of it.

A member is what a writer compressed by itself, mostly one record. One that fails its checksum is
passed over, as anything in it may be wrong, and the next one is looked for.
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedIOBase

from corpus.readers.web_archive.members import MAGIC, PADDING, Member, next_member
from corpus.readers.web_archive.window import AT_ONCE, Window

LARGEST = 8 << 20  # bytes of a record that is looked into
WHOLE = LARGEST + (1 << 20)  # bytes of a member that is unpacked in memory
MOST_FAULTS = 1_000  # members; with more, it is hardly a file to be saved
FIRST = b"WARC/"
BEGINS = re.compile(rb"(?<=[\r\n])WARC/[01]\.\d{1,2}[ \t]{0,9}\r?\n")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a WARC that is not taken, and where it begins in the file."""

    offset: int
    reason: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """`window` shows what is in it, unpacked; `offset` is its place in the file.

    `is_one`: a whole member, not larger than a record may be. Its last record ends with it,
    whatever that says of its own length.
    """

    offset: int
    window: Window
    is_packed: bool = True
    is_one: bool = False

    @property
    def place(self) -> int:
        """Where in the file the window is, as near as can be told."""
        return self.offset if self.is_packed else self.offset + self.window.position


def stretches(file: BufferedIOBase) -> Iterator[Stretch | Fault]:
    """The stretches of a file that can seek, each to be read before the next is asked for."""
    if file.read(len(MAGIC)) != MAGIC:
        file.seek(0)
        yield Stretch(0, Window(file.read), is_packed=False)
        return
    offset: int | None = 0
    faults = 0
    while offset is not None:
        member = Member(file, offset)
        try:
            yield from _stretches(file, offset, member)
            offset, is_next = member.end, member.is_done
        except zlib.error as error:
            yield Fault(offset, f"damaged, passed over: {error}")
            offset, is_next = offset + 1, False
            faults += 1
        if faults > MOST_FAULTS:
            yield Fault(offset, "too much is damaged; what follows was not read")
            return
        if is_next:
            file.seek(offset)
            behind = file.read(AT_ONCE)
            if behind.startswith(MAGIC):
                continue
            if behind.strip(PADDING):
                yield Fault(offset, "no gzip member begins here")
        offset = next_member(file, offset)


def _stretches(file: BufferedIOBase, offset: int, member: Member) -> Iterator[Stretch]:
    """One, checked first. Raises zlib.error for a damaged member."""
    ahead = b"".join(_read(member, WHOLE))
    if member.is_done:
        yield Stretch(offset, Window(_nothing, ahead), is_one=True)
    elif len(ahead) < WHOLE:
        if next_member(file, offset + 1) is not None:  # which it seems to run on into
            raise zlib.error("its end is missing")
        yield Stretch(offset, Window(_nothing, ahead or b"WARC/"))
    elif not BEGINS.search(ahead, 1):  # too large to be looked into, be it a record or none
        yield Stretch(offset, Window(_nothing, ahead))
    else:
        for _ in _read(member):
            pass
        packed = _read(Member(file, offset))
        yield Stretch(offset, Window(lambda _: next(packed, b"")))


def _read(member: Member, most: int | None = None) -> Iterator[bytes]:
    """What is in it, until it ends or is cut off, or there are `most` bytes."""
    read = 0
    try:
        while (most is None or read < most) and (data := member.read(AT_ONCE)):
            read += len(data)
            yield data
    except EOFError:
        return


def _nothing(size: int) -> bytes:
    return b""

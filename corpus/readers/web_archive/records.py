"""A stretch of a WARC → its records. What is broken ends where the next record begins.

fastwarc reads the headers alone: its iterator ends at the first record that is not as it should
be, and swallows others with one that tells too great a length.

Source: ISO 28500, WARC 1.0 and 1.1.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO

from fastwarc.warc import HeaderMap

from corpus.errors import UnreadableError
from corpus.readers.web_archive.stretches import BEGINS, FIRST, LARGEST, Fault, Stretch

LONGEST_HEADER = 1 << 16  # bytes
MOST_READ = 30_000  # bytes of it that are looked at: fastwarc takes no more than 32 kB
BETWEEN = 16  # bytes behind a record: two empty lines, and the first word of the next one
HEADER = re.compile(rb"(WARC/[01]\.\d{1,2}[ \t]*\r?\n.*?\r?\n)\r?\n", re.S)
PADDING = b"\r\n\t \0"
CUT = "cut off"
# Kinds in which there is no page: nobody misses them.
APART = frozenset("warcinfo request metadata revisit conversion continuation".split())


@dataclass(frozen=True, slots=True)
class Record:
    """One record; `offset` is its place in the file, `block` what it holds.

    Of a record larger than LARGEST the block is only the beginning, and `is_whole` is false.
    """

    offset: int
    headers: HeaderMap
    block: bytes
    is_whole: bool = True

    @property
    def kind(self) -> str:
        """What kind it is: `response`."""
        return (self.headers.get("WARC-Type") or "").lower()


def read_records(stretch: Stretch) -> Iterator[Record | Fault]:
    """The records in which there may be pages; in place of a broken one, what is wrong."""
    window = stretch.window
    while head := window.peek(LONGEST_HEADER):
        bare = head.lstrip(PADDING)
        if len(bare) < len(head):
            window.skip(len(head) - len(bare))
            continue
        offset, header = stretch.place, HEADER.match(head)
        if header is None:
            is_begun = len(head) < LONGEST_HEADER and FIRST.startswith(head[: len(FIRST)])
            yield Fault(offset, CUT if is_begun else "no WARC record begins here")
            window.pass_over(1, BEGINS, FIRST)
            continue
        record = Record(offset, parsed(header[1]), head[header.end() :], is_whole=False)
        fault = None
        try:
            record = _whole(record, stretch, header.end())
        except UnreadableError as error:
            fault = Fault(offset, str(error))
        if record.kind not in APART:
            yield fault or record
        if record.is_whole:
            window.skip(header.end() + len(record.block))
        else:
            window.pass_over(header.end(), BEGINS, FIRST)


def parsed(header: bytes) -> HeaderMap:
    """A header of WARC or HTTP, by whatever its lines are ended."""
    headers = HeaderMap("latin1" if header.startswith(b"HTTP") else "utf-8")
    lines = header.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    headers.parse(BytesIO(lines[:MOST_READ] + b"\r\n\r\n"))
    return headers


def _whole(record: Record, stretch: Stretch, start: int) -> Record:
    """The record with all of its block, unless that is too large.

    Raises UnreadableError where it is not all there, or where its length leads nowhere.
    """
    told = (record.headers.get("Content-Length") or "").strip()
    length = int(told) if re.fullmatch(r"[0-9]{1,18}", told) else None
    if length is not None and length > LARGEST and not stretch.is_one:
        return record
    most = LARGEST if length is None or stretch.is_one else length
    data = stretch.window.peek(start + most + BETWEEN)
    if length is not None and _fits(data, start + length):
        return replace(record, block=data[start : start + length], is_whole=True)
    is_last = BEGINS.search(data, start) is None
    if stretch.is_one and is_last:
        return replace(record, block=data[start:].removesuffix(b"\r\n\r\n"), is_whole=True)
    if length is None:
        raise UnreadableError("a record that does not tell its length")
    is_cut = is_last and len(data) < start + length
    raise UnreadableError(CUT if is_cut else "a record whose length is wrong")


def _fits(data: bytes, end: int) -> bool:
    """Whether a record may end there: behind it are two empty lines, another record, or nothing."""
    behind = data[end:]
    is_next = FIRST.startswith(behind.lstrip(PADDING)[: len(FIRST)])
    return len(data) >= end and (is_next or behind.startswith(b"\r\n\r\n"))

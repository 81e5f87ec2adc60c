"""What the newspaper's server answers: whole bodies, and the many ways of not giving one."""

import gzip
import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from email.utils import formatdate

HTML = "text/html; charset=utf-8"
PIECES = 10
SECONDS = 1.0  # of a slow answer
ENDLESS = 200_000_000  # bytes after which even an endless page ends
UNPACKED = 2_000  # megabytes of a bomb


@dataclass(frozen=True, slots=True)
class Answer:
    """A body whole, or in `pieces` as they come. `is_whole`: there is no need to ask again.

    `announced`: how long it says the body is, where that is not true.
    """

    body: bytes = b""
    status: int = 200
    kind: str = HTML
    headers: Mapping[str, str] = field(default_factory=dict)
    pieces: Callable[[], Iterator[bytes]] | None = None
    announced: int | None = None
    is_whole: bool = True


def missing(status: int) -> Answer:
    return Answer(b"<h1>There is nothing here</h1>", status)


def moved(address: str) -> Answer:
    return Answer(status=301, headers={"Location": address})


def unavailable(seconds: int) -> Answer:
    after = {"Retry-After": str(seconds)}
    return Answer(b"<h1>Later</h1>", 503, headers=after, is_whole=False)


def too_many(seconds: int) -> Answer:
    """With a date, as HTTP has it too."""
    after = {"Retry-After": formatdate(time.time() + seconds + 1, usegmt=True)}
    return Answer(b"<h1>Slower</h1>", 429, headers=after, is_whole=False)


def cut_off(body: bytes) -> Answer:
    """Half of what is announced."""
    return Answer(body[: len(body) // 2], announced=len(body), is_whole=False)


def slow(body: bytes) -> Answer:
    def pieces() -> Iterator[bytes]:
        size = len(body) // PIECES + 1
        for start in range(0, len(body), size):
            time.sleep(SECONDS / PIECES)
            yield body[start : start + size]

    return Answer(pieces=pieces)


def endless(body: bytes) -> Answer:
    def pieces() -> Iterator[bytes]:
        yield body
        for _ in range(ENDLESS // 100_000):
            yield b"<p>More of this.</p>" * 5_000

    return Answer(pieces=pieces)


def bomb() -> Answer:
    """Gigabytes of spaces in a few megabytes, as a stream, so that it costs the tests nothing."""

    def pieces() -> Iterator[bytes]:
        packer = zlib.compressobj(9, zlib.DEFLATED, 31)
        yield packer.compress(b"<html><body><p>")
        megabyte = b" " * 1_000_000
        for _ in range(UNPACKED):
            yield packer.compress(megabyte)
        yield packer.flush()

    return Answer(pieces=pieces, headers={"Content-Encoding": "gzip"})


def packed(answer: Answer) -> Answer:
    headers = {**answer.headers, "Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
    return Answer(gzip.compress(answer.body, 1, mtime=0), answer.status, answer.kind, headers)

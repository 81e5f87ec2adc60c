"""What HTTP or a file's maker compressed, in pieces: a small body may hold an endless one."""

import zlib
from collections.abc import Iterable, Iterator

from corpus.collect.network.exchange import NoAnswerError, Reason

AT_ONCE = 1 << 16  # bytes
GZIP_MAGIC = b"\x1f\x8b"
GZIP = frozenset({"gzip", "x-gzip"})
UNREAD = frozenset({"br", "zstd", "compress", "x-compress", "dcb", "dcz"})


def decoded(pieces: Iterable[bytes], coding: str | None) -> Iterator[bytes]:
    """A body's pieces, decompressed, none longer than AT_ONCE where it was compressed.

    `coding` is the header Content-Encoding. What is said to be gzip and is not, is given as it is:
    servers err. Raises NoAnswerError where it is cut off, damaged, or not to be read.
    """
    codings = [one.strip().lower() for one in (coding or "").split(",") if one.strip()]
    if UNREAD.intersection(codings):
        raise NoAnswerError(Reason.ENCODING, coding)
    for one in reversed(codings[-3:]):
        if one in GZIP:
            pieces = gunzipped(pieces)
        elif one == "deflate":
            pieces = _inflated(pieces)
    return iter(pieces)


def gunzipped(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """One gzip member after another; what is none at the beginning is given as it is."""
    pieces = _from_two_bytes(pieces)
    first = next(pieces, b"")
    if not first.startswith(GZIP_MAGIC):
        yield first
        yield from pieces
        return
    inflater = zlib.decompressobj(wbits=16 + zlib.MAX_WBITS)
    for piece in _chain(first, pieces):
        rest = piece
        while rest:
            if inflater.eof:
                if not GZIP_MAGIC.startswith(rest[:2]):
                    return  # padding, which readers of gzip pass over
                inflater = zlib.decompressobj(wbits=16 + zlib.MAX_WBITS)
            yield from _run(inflater, rest)
            rest = inflater.unused_data
    if not inflater.eof:
        raise NoAnswerError(Reason.CUT_OFF, "gzip")


def _inflated(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """With zlib's frame, as the standard says, or without, as some send it."""
    pieces = _from_two_bytes(pieces)
    first = next(pieces, b"")
    is_framed = first[:1] and first[0] & 0x0F == 8 and int.from_bytes(first[:2], "big") % 31 == 0
    inflater = zlib.decompressobj(wbits=zlib.MAX_WBITS if is_framed else -zlib.MAX_WBITS)
    for piece in _chain(first, pieces):
        yield from _run(inflater, piece)
        if inflater.eof:
            return
    if first:
        raise NoAnswerError(Reason.CUT_OFF, "deflate")


def _run(inflater: "zlib._Decompress", data: bytes) -> Iterator[bytes]:
    try:
        while not inflater.eof:
            if made := inflater.decompress(data, AT_ONCE):
                yield made
            data = inflater.unconsumed_tail
            if not data and len(made) < AT_ONCE:  # else there is more inside
                return
    except zlib.error as error:
        raise NoAnswerError(Reason.ENCODING, error) from error


def _from_two_bytes(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same, the first long enough to be told by its first two bytes."""
    pieces = iter(pieces)
    first = b""
    for piece in pieces:
        first += piece
        if len(first) >= 2:
            break
    if first:
        yield first
    yield from pieces


def _chain(first: bytes, rest: Iterable[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest

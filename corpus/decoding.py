"""What HTTP or a file's maker compressed, in pieces: a small body may hold an endless one.

Raised are CutOffError, and UnreadableError for what is damaged.
"""

import zlib
from collections.abc import Iterable, Iterator
from itertools import chain

from corpus.errors import CutOffError, UnreadableError

AT_ONCE = 1 << 16  # bytes
GZIP_MAGIC = b"\x1f\x8b"


def gunzipped(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """One member after another, in pieces of AT_ONCE bytes at most.

    What is no gzip is given as it is: servers err, and crawlers take an encoding off and keep the
    header that names it.
    """
    first, pieces = _begun(pieces)
    if not first.startswith(GZIP_MAGIC):
        yield from pieces
        return
    inflater = zlib.decompressobj(wbits=16 + zlib.MAX_WBITS)
    for piece in pieces:
        rest = piece
        while rest:
            if inflater.eof:
                if not GZIP_MAGIC.startswith(rest[:2]):
                    return  # padding, which readers of gzip pass over
                inflater = zlib.decompressobj(wbits=16 + zlib.MAX_WBITS)
            yield from _run(inflater, rest)
            rest = inflater.unused_data
    if not inflater.eof:
        raise CutOffError("cut off")


def inflated(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """In pieces as well; with zlib's frame, as the standard says, or without, as some send it."""
    first, pieces = _begun(pieces)
    is_framed = first[:1] and first[0] & 0x0F == 8 and int.from_bytes(first[:2], "big") % 31 == 0
    inflater = zlib.decompressobj(wbits=zlib.MAX_WBITS if is_framed else -zlib.MAX_WBITS)
    for piece in pieces:
        yield from _run(inflater, piece)
        if inflater.eof:
            return
    if first:
        raise CutOffError("cut off")


def _run(inflater: "zlib._Decompress", data: bytes) -> Iterator[bytes]:
    try:
        while not inflater.eof:
            if made := inflater.decompress(data, AT_ONCE):
                yield made
            data = inflater.unconsumed_tail
            if not data and len(made) < AT_ONCE:  # else there is more inside
                return
    except zlib.error as error:
        raise UnreadableError(f"damaged: {error}") from error


def _begun(pieces: Iterable[bytes]) -> tuple[bytes, Iterator[bytes]]:
    """What they begin with, two bytes or more where there are so many; and all of them."""
    pieces = iter(pieces)
    first = b""
    for piece in pieces:
        first += piece
        if len(first) >= 2:
            break
    return first, chain([first] if first else [], pieces)

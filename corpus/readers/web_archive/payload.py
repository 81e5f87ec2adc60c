"""The body of an HTTP response as it was sent → as it is shown, without its encodings.

Crawlers often take an encoding off and keep the header that names it: a body that cannot be in
the encoding named is taken as it is.

Source: RFC 9112 (chunked), RFC 9110 (content encodings).
"""

import re
import zlib
from collections.abc import Callable, Sequence
from io import BytesIO

from corpus.errors import UnreadableError

LARGEST = 8 << 20  # bytes of a page
AT_ONCE = 1 << 16
MOST_ENCODINGS = 4  # of one body, each within the next
CHUNK = re.compile(rb"\s{0,4}([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")
BROKEN_OFF = re.compile(rb"\s{0,4}[0-9a-fA-F]{0,8}\r?")  # where a chunk was to begin
GZIP_MAGIC = b"\x1f\x8b"
MARKUP = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<[!?a-zA-Z]")


def shown(body: bytes, transfer: Sequence[str], content: Sequence[str]) -> bytes:
    """A body without the encodings that its headers name, in the order of the headers.

    Raises UnreadableError where it is damaged, cut off, too large, or in an encoding unknown here.
    """
    encodings = [*_named(content), *_named(transfer)]
    if len(encodings) > MOST_ENCODINGS:
        raise UnreadableError("too many encodings, each within another")
    for encoding in reversed(encodings):
        decode = DECODERS.get(encoding)
        if decode is None:
            raise UnreadableError(f"in an encoding that is not read: {encoding[:20]!r}")
        body = decode(body)
    if body.startswith(GZIP_MAGIC):  # whoever forgot to say so
        body = _gzip(body)
    if len(body) > LARGEST:
        raise UnreadableError(f"larger than {LARGEST:,} bytes")
    return body


def _named(headers: Sequence[str]) -> list[str]:
    return [
        name.strip().lower() for header in headers for name in header.split(",") if name.strip()
    ]


def _chunked(body: bytes) -> bytes:
    if not CHUNK.match(body):
        return body
    chunks: list[bytes] = []
    place = 0
    while size := CHUNK.match(body, place):
        length = int(size[1], 16)
        if not length:
            return b"".join(chunks)
        chunks.append(body[size.end() : size.end() + length])
        place = size.end() + length
    is_cut = BROKEN_OFF.fullmatch(body, min(place, len(body)))
    raise UnreadableError("cut off" if is_cut else "damaged: its chunks do not fit")


def _as_it_is(body: bytes) -> bytes:
    return body


def _gzip(body: bytes) -> bytes:
    return _inflated(body, 16 + zlib.MAX_WBITS) if body.startswith(GZIP_MAGIC) else body


def _deflate(body: bytes) -> bytes:
    """In zlib's frame, as the standard says, or without, as some send it."""
    if MARKUP.match(body):
        return body
    is_framed = body[:1] and body[0] & 0x0F == 8 and int.from_bytes(body[:2], "big") % 31 == 0
    return _inflated(body, zlib.MAX_WBITS if is_framed else -zlib.MAX_WBITS)


def _inflated(body: bytes, window_bits: int) -> bytes:
    unpack = zlib.decompressobj(window_bits)
    try:
        data = unpack.decompress(body, LARGEST + 1)
    except zlib.error as error:
        raise UnreadableError(f"damaged: {error}") from error
    if len(data) > LARGEST:
        raise UnreadableError(f"unpacks to more than {LARGEST:,} bytes")
    if not unpack.eof:
        raise UnreadableError("cut off")
    return data


def _brotli(body: bytes) -> bytes:
    from fastwarc.stream_io import BrotliReader  # noqa: PLC0415 (few pages need it)

    return body if MARKUP.match(body) else _read(BrotliReader(BytesIO(body)).read)


def _zstandard(body: bytes) -> bytes:
    from fastwarc.stream_io import ZstdReader  # noqa: PLC0415 (likewise)

    return body if MARKUP.match(body) else _read(ZstdReader(BytesIO(body)).read)


def _read(read: Callable[[int], bytes]) -> bytes:
    parts: list[bytes] = []
    size = 0
    try:
        while data := read(AT_ONCE):
            parts.append(data)
            size += len(data)
            if size > LARGEST:
                raise UnreadableError(f"unpacks to more than {LARGEST:,} bytes")
    except OSError as error:
        raise UnreadableError(f"damaged: {error}") from error
    return b"".join(parts)


DECODERS: dict[str, Callable[[bytes], bytes]] = {
    "chunked": _chunked,
    "identity": _as_it_is,
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstandard,
}

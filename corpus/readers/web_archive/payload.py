"""The body of an HTTP response as it was sent → as it is shown, without its encodings.

Crawlers often take an encoding off and keep the header that names it: a body that cannot be in
the encoding named is taken as it is.

Source: RFC 9112 (chunked), RFC 9110 (content encodings).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import BytesIO

from corpus.decoding import AT_ONCE, GZIP_MAGIC, gunzipped, inflated
from corpus.errors import UnreadableError

LARGEST = 8 << 20  # bytes of a page
MOST_ENCODINGS = 4  # of one body, each within the next
CHUNK = re.compile(rb"\s{0,4}([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")
BROKEN_OFF = re.compile(rb"\s{0,4}[0-9a-fA-F]{0,8}\r?")  # where a chunk was to begin
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
    return _joined(gunzipped([body]))


def _deflate(body: bytes) -> bytes:
    return body if MARKUP.match(body) else _joined(inflated([body]))


def _brotli(body: bytes) -> bytes:
    from fastwarc.stream_io import BrotliReader  # noqa: PLC0415 (few pages need it)

    return body if MARKUP.match(body) else _joined(_read(BrotliReader(BytesIO(body)).read))


def _zstandard(body: bytes) -> bytes:
    from fastwarc.stream_io import ZstdReader  # noqa: PLC0415 (likewise)

    return body if MARKUP.match(body) else _joined(_read(ZstdReader(BytesIO(body)).read))


def _read(read: Callable[[int], bytes]) -> Iterator[bytes]:
    try:
        while data := read(AT_ONCE):
            yield data
    except OSError as error:
        raise UnreadableError(f"damaged: {error}") from error


def _joined(pieces: Iterable[bytes]) -> bytes:
    joined = bytearray()
    for piece in pieces:
        joined += piece
        if len(joined) > LARGEST:
            raise UnreadableError(f"unpacks to more than {LARGEST:,} bytes")
    return bytes(joined)


DECODERS: dict[str, Callable[[bytes], bytes]] = {
    "chunked": _chunked,
    "identity": _as_it_is,
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstandard,
}

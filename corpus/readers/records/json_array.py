"""A file of JSON: a feed, an array of articles, one article, or JSON Lines under another name."""

from collections.abc import Iterator
from io import BufferedIOBase, BytesIO
from itertools import chain

import msgspec

from corpus.collect.listings.json_feed import VERSION
from corpus.errors import UnreadableError
from corpus.readers.reading import Draft, Origin, Rejected, read_whole
from corpus.readers.records.encoding import BOM, check_encoding
from corpus.readers.records.jsonl import ALONE, MAX_LINE_BYTES, Lines, numbered, read_records
from corpus.readers.saved.feed import MAX_BYTES, read_feed

_array = msgspec.json.Decoder(list[msgspec.Raw]).decode
_object = msgspec.json.Decoder(dict[str, object]).decode


def read_json(stream: BufferedIOBase, origin: Origin) -> Iterator[Draft | Rejected | Lines]:
    """Every article; one of an array is told by its number in it, as by that of a line.

    Raises UnreadableError for what is none of these.
    """
    first = stream.readline(MAX_LINE_BYTES)
    check_encoding(first)
    first = first.removeprefix(BOM)
    if (version := _version(first)) is not None and VERSION not in version:
        further = numbered(stream, 2)
        second = [*filter(None, [next(further, None)])]
        number = 1 if second else ALONE
        yield from read_records(chain([(number, first)], second, further), origin)
        return
    told = (first + read_whole(stream, MAX_BYTES)).lstrip()
    if told.startswith(b"["):
        yield from read_records(enumerate(_of_array(told), 1), origin)
    elif told.startswith(b"{") and VERSION not in (_version(told) or ""):
        yield from read_records([(ALONE, told)], origin)
    else:
        yield from read_feed(BytesIO(told), origin)


def _version(told: bytes) -> str | None:
    """What an object says of its format, which feeds do; None where it is no whole object."""
    try:
        return str(_object(told).get("version", ""))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def _of_array(told: bytes) -> list[bytes]:
    try:
        articles = _array(told)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UnreadableError(f"not JSON: {error}") from error
    if not articles:
        raise UnreadableError("a list without articles")
    return list(map(bytes, articles))

"""A file of JSON: a feed, or one array of articles, each written as a line of JSON Lines is."""

from collections.abc import Iterator
from io import BufferedIOBase, BytesIO

import msgspec

from corpus.errors import UnreadableError
from corpus.readers.reading import Draft, Origin, Rejected, read_whole
from corpus.readers.records.encoding import BOM, check_encoding
from corpus.readers.records.jsonl import Lines, read_records
from corpus.readers.saved.feed import MAX_BYTES, read_feed

_decode = msgspec.json.Decoder(list[msgspec.Raw]).decode


def read_json(stream: BufferedIOBase, origin: Origin) -> Iterator[Draft | Rejected | Lines]:
    """Every article; one of an array is told by its number in it, as by that of a line.

    Raises UnreadableError for what is neither a feed nor such an array.
    """
    body = read_whole(stream, MAX_BYTES)
    check_encoding(body)
    array = body.removeprefix(BOM).lstrip()
    if not array.startswith(b"["):
        yield from read_feed(BytesIO(body), origin)
        return
    try:
        articles = _decode(array)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UnreadableError(f"not JSON: {error}") from error
    if not articles:
        raise UnreadableError("a list without articles")
    yield from read_records(((n, bytes(one)) for n, one in enumerate(articles, 1)), origin)

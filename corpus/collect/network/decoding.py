"""The body of an answer as it comes, without its encodings."""

from collections.abc import Iterable, Iterator

from corpus.collect.network.exchange import NoAnswerError, Reason
from corpus.decoding import gunzipped, inflated
from corpus.errors import CutOffError, UnreadableError

DECODERS = {"gzip": gunzipped, "x-gzip": gunzipped, "deflate": inflated}
UNREAD = frozenset({"br", "zstd", "compress", "x-compress", "dcb", "dcz"})
MOST = 3  # encodings, each within the next


def decoded(pieces: Iterable[bytes], coding: str | None) -> Iterator[bytes]:
    """A body's pieces, decompressed.

    `coding` is the header Content-Encoding. Raises NoAnswerError where it is cut off, damaged, or
    not to be read.
    """
    codings = [one.strip().lower() for one in (coding or "").split(",") if one.strip()]
    if UNREAD.intersection(codings):
        raise NoAnswerError(Reason.ENCODING, coding)
    for one in reversed(codings[-MOST:]):
        if decode := DECODERS.get(one):
            pieces = decode(pieces)
    return _told(pieces, coding)


def _told(pieces: Iterable[bytes], coding: str | None) -> Iterator[bytes]:
    try:
        yield from pieces
    except CutOffError as error:
        raise NoAnswerError(Reason.CUT_OFF, coding) from error
    except UnreadableError as error:
        raise NoAnswerError(Reason.ENCODING, error) from error

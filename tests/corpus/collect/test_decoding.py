"""What is compressed is unpacked in pieces, and is never more than was asked for."""

import gzip
import zlib
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as some

from corpus.collect.network.decoding import decoded
from corpus.collect.network.exchange import NoAnswerError, Reason
from corpus.decoding import AT_ONCE, gunzipped


def pieces(data: bytes, size: int) -> list[bytes]:
    return [data[at : at + size] for at in range(0, len(data), size)]


@given(some.binary(max_size=2_000), some.integers(1, 50))
def test_gzip_in_any_pieces_is_what_it_was(data: bytes, size: int) -> None:
    packed = gzip.compress(data) + gzip.compress(data[::-1])
    assert b"".join(gunzipped(pieces(packed, size))) == data + data[::-1]


@given(some.binary(max_size=2_000), some.integers(1, 50), some.booleans())
def test_deflate_in_any_pieces_is_what_it_was(data: bytes, size: int, is_framed: bool) -> None:
    packed = zlib.compress(data) if is_framed else zlib.compress(data)[2:-4]
    assert b"".join(decoded(pieces(packed, size), "deflate")) == data


@given(some.binary(max_size=500), some.integers(1, 50), some.sampled_from(["gzip", "deflate"]))
def test_any_bytes_are_unpacked_or_have_a_reason(data: bytes, size: int, coding: str) -> None:
    try:
        list(decoded(pieces(data, size), coding))
    except NoAnswerError as failed:
        assert failed.reason in {Reason.CUT_OFF, Reason.ENCODING}


@given(some.binary(min_size=1, max_size=500), some.data())
def test_what_is_cut_off_anywhere_is_told(data: bytes, drawn: some.DataObject) -> None:
    packed = gzip.compress(data)
    end = drawn.draw(some.integers(2, len(packed) - 1))
    with pytest.raises(NoAnswerError) as failed:
        list(decoded([packed[:end]], "gzip"))
    assert failed.value.reason is Reason.CUT_OFF


def test_padding_behind_the_end_is_passed_over() -> None:
    packed = gzip.compress(b"text") + bytes(512)
    assert b"".join(gunzipped(pieces(packed, 7))) == b"text"


def test_a_bomb_comes_in_small_pieces() -> None:
    bomb = gzip.compress(bytes(1 << 24))
    first = list(islice(gunzipped([bomb]), 10))
    assert [len(piece) for piece in first] == [AT_ONCE] * 10


def test_another_member_may_begin_at_the_edge_of_a_piece() -> None:
    one, other = gzip.compress(b"one"), gzip.compress(b"other")
    assert b"".join(gunzipped([one + other[:1], other[1:]])) == b"oneother"

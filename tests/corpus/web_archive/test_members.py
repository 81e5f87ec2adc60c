"""Where a gzip member ends in its file."""

import gzip
from io import BytesIO

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.readers.web_archive.members import Member
from tests.corpus.web_archive.warcs import faults, numbers, packed, response


class Pieces(BytesIO):
    """A file of which each reading gives as many bytes as `sizes` say, in turn."""

    def __init__(self, data: bytes, sizes: list[int]) -> None:
        super().__init__(data)
        self._sizes = sizes
        self._turn = 0

    def read(self, size: int | None = -1, /) -> bytes:
        self._turn += 1
        return super().read(self._sizes[self._turn % len(self._sizes)])


@st.composite
def contents(draw: st.DrawFn) -> bytes:
    """Of any length, from noise to one line over and over."""
    chance = draw(st.randoms(use_true_random=False))
    different = chance.randbytes(draw(st.sampled_from([1, 40, 3_000, 30_000])))
    length = draw(st.integers(0, 200_000))
    return (different * (length // len(different) + 1))[:length]


@settings(deadline=None, max_examples=50)
@given(
    st.lists(contents(), min_size=1, max_size=4),
    st.lists(st.integers(700, 1 << 15), min_size=1, max_size=5),
    st.integers(4_000, 1 << 16),
)
def test_each_member_ends_where_the_next_one_begins(
    members: list[bytes], sizes: list[int], at_once: int
) -> None:
    written = [gzip.compress(each) for each in members]
    file = Pieces(b"".join(written) + b"\r\n" * 9_000, sizes)
    offset = 0
    for number, each in enumerate(members):
        member = Member(file, offset)
        read, ends = b"", [offset]
        while data := member.read(at_once):
            read += data
            ends.append(member.end)
        assert read == each
        assert ends == sorted(ends)
        offset += len(written[number])
        assert member.end == offset


def test_pages_of_repeated_markup_lose_no_other_and_are_no_damage() -> None:
    long = b"<html><p>Ferry</p>" + b"<div class=row></div>" * 7_000
    records = [response(number, None if number % 5 else long) for number in range(60)]
    data = packed(records)
    assert numbers(data) == list(range(60))
    assert faults(data) == []

import gzip
import json
import lzma
import random
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from corpus.files import read_files
from corpus.readers import Defaults, Finished, Rejected

Pack = Callable[[bytes], bytes]
PACKS = pytest.mark.parametrize(
    ("name", "pack"), [("a.jsonl.gz", gzip.compress), ("a.jsonl.xz", lzma.compress)]
)
WORDS = "ferry bridge mayor town river council inspector said that would never again".split()


def lines(count: int) -> list[bytes]:
    drawn = random.Random(7)  # noqa: S311 (the same texts in every run)
    texts = (" ".join(drawn.choices(WORDS, k=50)) for _ in range(count))
    published = "2021-01-27"
    return [
        json.dumps({"id": f"a{number}", "text": text, "published": published}).encode() + b"\n"
        for number, text in enumerate(texts)
    ]


def read(folder: Path, content: bytes, name: str) -> list[Finished | Rejected]:
    file = folder / name
    file.write_bytes(content)
    return list(read_files([file], Defaults()))


def flipped(packed: bytes, bits: Iterable[int]) -> Iterable[bytes]:
    for bit in bits:
        damaged = bytearray(packed)
        damaged[bit // 8] ^= 1 << bit % 8
        yield bytes(damaged)


@PACKS
def test_nothing_is_taken_of_a_damaged_file(tmp_path: Path, name: str, pack: Pack) -> None:
    packed = pack(b"".join(lines(2000)))
    for damaged in flipped(packed, [len(packed) * 4, len(packed) * 7]):
        (item,) = read(tmp_path, damaged, name)
        assert isinstance(item, Rejected)
        assert "damaged" in item.reason
        assert "nothing of it was taken" in item.reason


@PACKS
def test_no_flipped_bit_changes_a_word(tmp_path: Path, name: str, pack: Pack) -> None:
    packed = pack(b"".join(lines(40)))
    good = {item.article for item in read(tmp_path, packed, name) if isinstance(item, Finished)}
    assert len(good) == 40
    bits = len(packed) * 8
    for damaged in flipped(packed, [*range(0, bits, 29), *range(bits - 700, bits)]):
        for item in read(tmp_path, damaged, name):
            assert isinstance(item, Rejected) or item.article in good


@PACKS
def test_a_file_cut_off_anywhere_gives_only_whole_lines(
    tmp_path: Path, name: str, pack: Pack
) -> None:
    packed = pack(b"".join(lines(40)))
    for end in range(20, len(packed), 13):
        *taken, last = read(tmp_path, packed[:end], name)
        assert isinstance(last, Rejected)
        assert last.reason.startswith(f"cut off after line {len(taken)};")

"""Every record that is there is found, whatever is broken around it."""

import gzip
import random
import zlib
from collections.abc import Callable, Iterable

import pytest

from corpus.readers.web_archive.stretches import LARGEST, Fault
from tests.corpus.web_archive.warcs import (
    address,
    faults,
    html,
    http,
    numbers,
    packed,
    read,
    record,
    response,
)

PAGES = [response(number) for number in range(4)]
Compress = Callable[[Iterable[bytes]], bytes]


def as_a_whole(records: Iterable[bytes]) -> bytes:
    return gzip.compress(b"".join(records))


WAYS: tuple[Compress, ...] = (packed, as_a_whole, b"".join)
COMPRESSED = pytest.mark.parametrize("compress", WAYS, ids=["by record", "whole", "not"])


@COMPRESSED
def test_all_pages_are_found_however_the_file_is_compressed(compress: Compress) -> None:
    assert numbers(compress(PAGES)) == [0, 1, 2, 3]
    assert not faults(compress(PAGES))


@pytest.mark.parametrize("version", ["0.17", "0.18", "1.0", "1.1"])
@pytest.mark.parametrize("eol", ["\r\n", "\n"])
def test_versions_and_line_ends_of_all_writers_are_read(version: str, eol: str) -> None:
    one = record("response", http(html(7)), version=version, eol=eol, WARC_Target_URI=address(7))
    assert numbers(one + PAGES[1]) == [7, 1]


@COMPRESSED
@pytest.mark.parametrize("wrong", [-10, -1, 1, 10, 300, 10**6, 10**12])
def test_a_false_length_loses_no_other_record(compress: Compress, wrong: int) -> None:
    block = http(html(9))
    false = record(
        "response", block, WARC_Target_URI=address(9), Content_Length=str(len(block) + wrong)
    )
    found = numbers(compress([PAGES[0], false, *PAGES[1:]]))
    assert [number for number in found if number != 9] == [0, 1, 2, 3]
    data = compress([PAGES[0], false, *PAGES[1:]])
    assert 9 in found or faults(data)


@pytest.mark.parametrize("length", ["", "x", "-5", "1e3", "٣"])
def test_a_record_without_a_length_loses_no_other(length: str) -> None:
    false = record("response", http(html(9)), WARC_Target_URI=address(9), Content_Length=length)
    assert numbers(b"".join([PAGES[0], false, PAGES[1]])) == [0, 1]
    assert len(faults(b"".join([PAGES[0], false, PAGES[1]]))) == 1


def test_in_a_member_of_its_own_a_record_with_a_false_length_is_read() -> None:
    block = http(html(9))
    false = record(
        "response", block, WARC_Target_URI=address(9), Content_Length=str(len(block) + 5)
    )
    (page,) = read(gzip.compress(false))
    assert not isinstance(page, Fault)
    assert page.body == html(9)


def test_a_damaged_member_is_passed_over_and_told_with_its_place() -> None:
    members = [gzip.compress(page) for page in PAGES]
    damaged = bytearray(members[1])
    damaged[len(damaged) // 2] ^= 0x10
    data = members[0] + bytes(damaged) + members[2] + members[3]
    assert numbers(data) == [0, 2, 3]
    (fault,) = [item for item in read(data) if isinstance(item, Fault)]
    assert fault.offset == len(members[0])
    assert "damaged" in fault.reason


def test_one_flipped_bit_anywhere_costs_one_page_at_most_and_changes_none() -> None:
    chance = random.Random(3)  # noqa: S311 (the same damage in every run)
    data = packed(PAGES)
    bodies = {html(number) for number in range(4)}
    for _ in range(400):
        flipped = bytearray(data)
        flipped[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        found = [item for item in read(bytes(flipped)) if not isinstance(item, Fault)]
        assert len(found) >= 3
        assert {page.body for page in found} <= bodies
        assert len(found) == 4 or faults(bytes(flipped))


@COMPRESSED
def test_of_a_file_that_is_cut_off_the_whole_records_are_found(compress: Compress) -> None:
    data = compress(PAGES)
    for end in range(len(data)):
        found = numbers(data[:end])
        assert found == list(range(len(found)))
    assert numbers(data[:-3]) == [0, 1, 2, 3]


def test_what_is_no_record_is_told_once_and_passed_over() -> None:
    data = PAGES[0] + b"something else\r\n" * 9000 + PAGES[1]
    assert numbers(data) == [0, 1]
    assert faults(data) == ["no WARC record begins here"]


def test_padding_between_records_is_nothing() -> None:
    assert numbers(PAGES[0] + b"\r\n" * 40 + PAGES[1] + b"\0" * 100_000) == [0, 1]
    assert not faults(PAGES[0] + b"\r\n" * 40 + PAGES[1] + b"\0" * 100_000)


def test_the_kinds_without_pages_are_passed_over_in_silence() -> None:
    kinds = ["warcinfo", "request", "metadata", "revisit", "conversion", "continuation", "other"]
    apart = [record(kind, http(html(5)), WARC_Target_URI=address(5)) for kind in kinds]
    assert numbers(packed([*apart, PAGES[0]])) == [0]
    assert not faults(packed([*apart, PAGES[0]]))


def test_a_video_is_passed_over_and_a_huge_page_is_told() -> None:
    film = record("response", http(b"\0" * 2 * LARGEST, Content_Type="video/mp4"))
    page = response(8, b"<html>" + b"a" * 2 * LARGEST)
    for compress in WAYS:
        first, second, fault, third = read(compress([PAGES[0], film, PAGES[1], page, PAGES[2]]))
        assert isinstance(fault, Fault)
        assert "larger than" in fault.reason
        assert not any(isinstance(one, Fault) for one in (first, second, third))


def test_a_member_that_unpacks_without_end_is_passed_over() -> None:
    block = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    zeros = block.compress(bytes(1 << 24)) + block.flush(zlib.Z_FULL_FLUSH)
    header = gzip.compress(b"")[:10]
    begun = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    pages = begun.compress(PAGES[0] + PAGES[1]) + begun.flush(zlib.Z_FULL_FLUSH)
    bomb = header + pages + zeros * 1000  # 16 GB
    assert numbers(bomb + gzip.compress(PAGES[2])) == [2]
    assert "unpacks to more than" in faults(bomb + gzip.compress(PAGES[2]))[0]


@pytest.mark.parametrize("line", [b"X: " + b"a" * 70_000, b"X\n" * 20_000, b"X: a\n" * 3_000])
def test_a_header_without_end_loses_no_other_record(line: bytes) -> None:
    endless = PAGES[0].replace(b"WARC-Date", line + b"\r\nWARC-Date")
    data = PAGES[1] + endless + PAGES[2]
    assert [number for number in numbers(data) if number] == [1, 2]
    http_head = response(0).replace(
        b"Content-Type: text/html", line + b"\r\nContent-Type: text/html"
    )
    assert [number for number in numbers(http_head + PAGES[1]) if number] == [1]

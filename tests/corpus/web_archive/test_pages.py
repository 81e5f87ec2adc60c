"""Which records hold a page, and what is known of it."""

import gzip
from datetime import UTC, datetime

import pytest

from corpus.readers.web_archive.pages import Archived
from corpus.readers.web_archive.stretches import Fault
from tests.corpus.web_archive.warcs import faults, html, http, read, record


def only(data: bytes) -> Archived:
    (page,) = read(data)
    assert isinstance(page, Archived)
    return page


def test_a_page_is_told_with_its_address_and_the_moment_it_was_fetched() -> None:
    page = only(record("response", http(html(3)), WARC_Target_URI="https://news.example.org/3"))
    assert page.page().body == html(3)
    assert page.address == "https://news.example.org/3"
    assert page.content_type == "text/html; charset=utf-8"
    assert page.fetched == datetime(2024, 6, 22, 16, tzinfo=UTC)


@pytest.mark.parametrize(
    ("told", "fetched"),
    [
        ("2024-06-22T16:00:00.123456Z", datetime(2024, 6, 22, 16, 0, 0, 123456, UTC)),
        ("2024-06-22T16:00:00.123456789Z", datetime(2024, 6, 22, 16, 0, 0, 123456, UTC)),
        ("20240622160000", datetime(2024, 6, 22, 16, tzinfo=UTC)),
        ("yesterday", None),
        ("", None),
    ],
)
def test_the_moment_is_read_as_writers_tell_it(told: str, fetched: datetime | None) -> None:
    assert only(record("response", http(html(3)), WARC_Date=told)).fetched == fetched


def test_an_address_in_angle_brackets_is_read_and_one_outside_of_the_web_is_none() -> None:
    bracketed = record("response", http(html(3)), WARC_Target_URI="<http://news.example.org/3>")
    assert only(bracketed).address == "http://news.example.org/3"
    other = record("resource", html(3), Content_Type="text/html", WARC_Target_URI="file:///a.html")
    assert only(other).address is None
    assert only(other).body == html(3)


@pytest.mark.parametrize(
    "block",
    [
        http(b"moved", "301 Moved Permanently"),
        http(html(1), "404 Not Found"),
        http(html(1), "206 Partial Content"),
        http(b"\x89PNG", Content_Type="image/png"),
        http(b"{}", Content_Type="application/json"),
        b"20240622160000\nnews.example.org. 60 IN A 192.0.2.1\n",
        b"",
    ],
)
def test_what_is_no_page_is_passed_over(block: bytes) -> None:
    assert read(record("response", block)) == []


def test_a_page_whose_type_is_not_told_is_known_by_its_first_words() -> None:
    assert only(record("response", b"HTTP/1.0 200 OK\n\n<!DOCTYPE html><p>x")).body[-1:] == b"x"
    assert read(record("response", b"HTTP/1.0 200 OK\n\nGIF89a")) == []


def test_a_page_that_is_not_whole_is_told() -> None:
    assert "cut off" in faults(record("response", http(html(1)), WARC_Truncated="length"))[0]
    assert "cut off" in faults(record("response", http(html(1), Content_Length="99999")))[0]
    assert "another record" in faults(record("response", http(html(1)), WARC_Segment_Number="1"))[0]


def test_a_length_of_the_packed_page_is_no_fault_of_the_unpacked() -> None:
    packed = gzip.compress(html(1) * 9)
    taken_off = record(
        "response", http(html(1) * 9, Content_Encoding="gzip", Content_Length=str(len(packed)))
    )
    assert only(taken_off).page().body == html(1) * 9
    as_sent = record("response", http(packed, Content_Encoding="gzip"))
    assert only(as_sent).page().body == html(1) * 9


def test_a_fault_names_its_place_in_the_file() -> None:
    data = record("warcinfo", b"") + record("response", http(html(1)), WARC_Truncated="time")
    (fault,) = read(data)
    assert isinstance(fault, Fault)
    assert fault.offset == len(record("warcinfo", b""))

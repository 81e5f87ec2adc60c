"""A WARC file is imported: articles in its order, what is none passed over, what is broken told."""

import gzip
import lzma
from datetime import UTC, datetime
from pathlib import Path

import pytest

from corpus.files import read_files
from corpus.readers import Defaults, Finished, Rejected
from corpus.readers.reading import PassedOver
from tests.corpus.saved.test_site import LIST, page
from tests.corpus.web_archive.warcs import http, packed, record

HOST = "https://news.example.org"


def story(number: int, **fields: str) -> bytes:
    block = http(page(f"Ferry {number} leaves").encode(), **fields)
    return record("response", block, WARC_Target_URI=f"{HOST}/{number}")


def read(folder: Path, content: bytes, name: str = "crawl.warc.gz") -> list[Finished | Rejected]:
    file = folder / name
    file.write_bytes(content)
    return list(read_files([file], Defaults()))


def titles(items: list[Finished | Rejected]) -> list[str]:
    return [item.article.title for item in items if isinstance(item, Finished)]


def test_an_article_comes_with_the_address_and_date_of_its_page(tmp_path: Path) -> None:
    (item,) = read(tmp_path, packed([story(3)]))
    assert isinstance(item, Finished)
    assert item.article.title == "Ferry 3 leaves"
    assert item.article.url == f"{HOST}/3"
    assert item.article.published == datetime(2024, 6, 22, 15, 30, tzinfo=UTC)
    assert len(item.article.paragraphs) == 6


@pytest.mark.parametrize("name", ["a.warc.gz", "a.warc", "A.WARC.GZ", "a.warc.xz"])
def test_all_articles_come_in_the_order_of_the_file(tmp_path: Path, name: str) -> None:
    records = [story(number) for number in range(60)]
    content = b"".join(records)
    if name.endswith(".xz"):
        content = lzma.compress(content)
    elif name.lower().endswith(".gz"):
        content = packed(records)
    assert titles(read(tmp_path, content, name)) == [f"Ferry {n} leaves" for n in range(60)]


def test_lists_are_passed_over_and_only_what_is_broken_is_rejected(tmp_path: Path) -> None:
    listing = record("response", http(LIST.encode()), WARC_Target_URI=f"{HOST}/")
    damaged = bytearray(gzip.compress(story(2)))
    damaged[len(damaged) // 2] ^= 4
    unpacked = story(4, Content_Encoding="compress")
    content = packed([story(1), listing]) + bytes(damaged) + packed([unpacked, story(3)])
    items = read(tmp_path, content)
    assert titles(items) == ["Ferry 1 leaves", "Ferry 3 leaves"]
    passed = [item for item in items if isinstance(item, PassedOver)]
    assert [item.name for item in passed] == [f"{HOST}/"]
    broken = [item for item in items if type(item) is Rejected]
    assert "damaged" in broken[0].reason
    assert f"{HOST}/4" in broken[1].reason
    assert all(item.reason.startswith("at byte ") for item in broken)


def test_a_file_that_is_no_warc_is_told(tmp_path: Path) -> None:
    for content in (b"something else", gzip.compress(b"something else")):
        (item,) = read(tmp_path, content)
        assert isinstance(item, Rejected)
        assert "no WARC record" in item.reason


def test_an_empty_file_has_nothing_in_it(tmp_path: Path) -> None:
    assert read(tmp_path, b"") == []


def test_a_story_that_an_outlet_numbers_is_one_under_two_headlines(tmp_path: Path) -> None:
    slugs = ("ferry-leaves", "ferry-stays")
    addresses = [f"https://www.lrt.lt/en/news-in-english/19/2235273/{slug}" for slug in slugs]
    block = http(page("Ferry leaves").encode())
    records = [record("response", block, WARC_Target_URI=each) for each in addresses]
    names = {item.names for item in read(tmp_path, packed(records)) if isinstance(item, Finished)}
    assert names == {("lrt.lt:2235273",)}


def test_what_the_keeper_says_of_the_outlet_goes_for_its_pages(tmp_path: Path) -> None:
    file = tmp_path / "a.warc"
    file.write_bytes(story(1).replace(b'"publisher"', b'"published"'))
    (item,) = read_files([file], Defaults(source="Baltic Post"))
    assert isinstance(item, Finished)
    assert item.article.source == "Baltic Post"

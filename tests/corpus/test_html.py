"""Saved pages as files."""

import gzip
import subprocess
import sys
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from corpus.files import find_files, read_files
from corpus.readers.draft import Defaults, Finished
from corpus.readers.formats import reader_for
from corpus.readers.html import read_html
from corpus.readers.reading import Draft, Origin, Rejected
from tests.corpus.pages.newspaper_page import LINKED, PARAGRAPHS, Written
from tests.corpus.web_archive.warcs import response


@pytest.mark.parametrize("name", ["a.html", "a.htm", "a.XHTML", "a.html.gz"])
def test_saved_pages_are_known_by_their_names(name: str) -> None:
    assert reader_for(name) is read_html


def test_a_saved_page_is_an_article(tmp_path: Path) -> None:
    (tmp_path / "saved.html.gz").write_bytes(gzip.compress(Written().html().encode()))
    (read,) = read_files(find_files([tmp_path]).found, Defaults())
    assert isinstance(read, Finished)
    assert read.article.paragraphs == PARAGRAPHS
    assert read.article.source == "Harbour Post"
    assert not read.no_source


def test_the_keepers_name_for_the_outlet_comes_before_the_pages() -> None:
    stream = BytesIO(Written().html().encode())
    (draft,) = read_html(stream, Origin("saved.html", "The Post"))
    assert isinstance(draft, Draft)
    assert draft.source == "The Post"


def test_the_keepers_zone_tells_what_the_clock_shows_there(tmp_path: Path) -> None:
    linked = {**LINKED, "datePublished": "2024-05-14T22:30:00Z"}
    (tmp_path / "saved.html").write_text(Written(linked=linked).html(), "utf-8")
    defaults = Defaults(timezone=ZoneInfo("Europe/Vilnius"))
    (read,) = read_files(find_files([tmp_path]).found, defaults)
    assert isinstance(read, Finished)
    assert read.article.published == datetime.fromisoformat("2024-05-15T01:30:00+03:00")
    assert read.article.day == date(2024, 5, 15)


def test_so_it_does_for_the_pages_of_a_crawl(tmp_path: Path) -> None:
    linked = {**LINKED, "datePublished": "2024-05-14T22:30:00Z"}
    (tmp_path / "crawl.warc").write_bytes(response(1, Written(linked=linked).html().encode()))
    defaults = Defaults(timezone=ZoneInfo("Europe/Vilnius"))
    (read,) = read_files(find_files([tmp_path]).found, defaults)
    assert isinstance(read, Finished)
    assert read.article.day == date(2024, 5, 15)


def test_a_page_without_a_date_is_rejected_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "saved.html").write_text(Written(linked=None).html(), "utf-8")
    (read,) = read_files(find_files([tmp_path]).found, Defaults())
    assert isinstance(read, Rejected)
    assert read.reason == "no date of publication on the page"


def test_reading_other_files_loads_nothing_that_parses_pages() -> None:
    script = (
        "import sys, corpus.files, corpus.pages; "
        "print(*sorted({'lxml', 'trafilatura', 'htmldate'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == ""

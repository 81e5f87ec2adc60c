import os
import textwrap
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.files import read_files
from corpus.lines.characters import without_controls
from corpus.readers import Defaults, Finished, Rejected
from tests.exports import (
    CLOSING,
    DATE,
    FIRST,
    SECOND,
    THIRD,
    TITLE,
    USUAL,
    VILNIUS,
    WINTER,
    article,
    export,
    read,
)


def test_progress_adds_up_even_where_the_file_is_rejected(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"\x00" * 1000)
    told: list[int] = []
    (item,) = read_files([file], VILNIUS, told.append)
    assert isinstance(item, Rejected)
    assert sum(told) == 1000


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
@pytest.mark.parametrize("name", ["a.txt", "a.jsonl"])
def test_a_pipe_is_rejected_and_not_waited_for(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    (item,) = read_files([tmp_path / name], VILNIUS)
    assert isinstance(item, Rejected)


def test_without_an_outlet_it_is_unknown_and_said(tmp_path: Path) -> None:
    item = read(tmp_path, USUAL, Defaults())
    assert isinstance(item, Finished)
    assert (item.article.source, item.no_source) == ("unknown outlet", True)


def test_a_paragraph_that_begins_with_a_date_is_a_paragraph(tmp_path: Path) -> None:
    dated = "2021.02.03 is the day of the second test, the town said."
    assert article(tmp_path, export(DATE, TITLE, FIRST, dated)).paragraphs == (FIRST, dated)


def test_a_subhead_is_a_paragraph(tmp_path: Path) -> None:
    paragraphs = article(tmp_path, export(DATE, TITLE, FIRST, "A long wait", SECOND)).paragraphs
    assert paragraphs == (FIRST, "A long wait", SECOND)


def test_prose_that_says_read_more_stays(tmp_path: Path) -> None:
    prose = "Read more books, the inspector told the pupils."
    assert article(tmp_path, export(DATE, TITLE, FIRST, prose)).paragraphs == (FIRST, prose)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00", "UTF-8"),
        (USUAL.encode("utf-16"), "UTF-8"),
        ("2021.01.27 17:30\n\nČia žemė".encode("cp1257"), "UTF-8"),
        (USUAL.replace("2021.01.27", "2021.02.30").encode(), "no such date: 2021.02.30"),
        (export("2021.01.27 25:61", TITLE, FIRST).encode(), "no such date"),
        (export(TITLE, FIRST, SECOND).encode(), "no date line"),
        (DATE.encode(), "no text"),
        (export(DATE, TITLE).encode(), "no text"),
        (export(DATE, f"RBE/RN{DATE}", TITLE).encode(), "no text"),
        (TITLE.encode(), "no date line"),
        (export(DATE, TITLE, "Read more: Something else").encode(), "no text"),
    ],
)
def test_what_is_no_article_is_rejected_with_its_reason(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    item = read(tmp_path, content)
    assert isinstance(item, Rejected)
    assert reason in item.reason


def test_a_file_without_end_is_rejected_unread(tmp_path: Path) -> None:
    file = tmp_path / "huge.txt"
    with file.open("wb") as sparse:
        sparse.truncate(300_000_000)
    (item,) = read_files([file], VILNIUS)
    assert isinstance(item, Rejected)
    assert "larger" in item.reason


def test_a_file_that_is_gone_is_rejected(tmp_path: Path) -> None:
    (item,) = read_files([tmp_path / "gone.txt"], VILNIUS)
    assert isinstance(item, Rejected)


@settings(
    suppress_health_check=[*settings().suppress_health_check, HealthCheck.function_scoped_fixture]
)
@given(st.one_of(st.binary(), st.text().map(str.encode), st.text().map((DATE + "\n").__add__)))
def test_any_bytes_are_an_article_or_rejected(tmp_path: Path, content: str | bytes) -> None:
    item = read(
        tmp_path, content.encode("utf-8", "replace") if isinstance(content, str) else content
    )
    assert isinstance(item, Finished | Rejected)
    if isinstance(item, Finished):
        text = content if isinstance(content, str) else content.decode("utf-8-sig")
        everything = "".join(without_controls(text).split())
        for paragraph in item.article.paragraphs:
            assert paragraph == paragraph.strip()
            assert "".join(paragraph.split()) in everything


OTHER = ("Ferry stops at noon", "RBE/RN2021.02.14 08:05", "The ferry stopped at noon.", THIRD)


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize(
    ("second", "line"),
    [
        (("2021.02.14 08:05", *OTHER), 1),
        (("14 February 2021, 08:05", *OTHER), 1),
        (("[14.02.2021 08:05]", *OTHER), 1),
        (("Published: 2021.02.14 08:05", *OTHER), 1),
        (("2021.02.14 08:05", "Ferry stops at noon", "Nobody knows why."), 1),
        (OTHER, 2),
        (("Ferry stops at noon", "BNS 2021.02.14 08:05", "Nobody knows why."), 2),
        (("Ferry stops at noon", "Ona Onaitė2021.02.14 08:05", "Nobody knows why."), 2),
    ],
)
def test_two_articles_in_one_file_are_rejected_and_not_made_one(
    tmp_path: Path, between: str, second: tuple[str, ...], line: int
) -> None:
    for first in (
        (DATE, TITLE, f"RBE/RN{DATE}", FIRST, SECOND, CLOSING),
        (DATE, TITLE, FIRST),
        (TITLE, f"BNS{DATE}", FIRST, SECOND, THIRD, "Share"),
    ):
        item = read(tmp_path, export(*first, *second, between=between))
        assert isinstance(item, Rejected)
        number = (len(first) + line - 1) * len(between) + 1
        told = "several articles in one file: another seems to begin at line"
        assert item.reason in {f"{told} {number}", f"{told} {number - (line - 1) * len(between)}"}


@pytest.mark.parametrize("width", [60, 72])
def test_two_articles_are_told_apart_where_lines_are_broken(tmp_path: Path, width: int) -> None:
    content = export(DATE, TITLE, *[FIRST] * 4, "2021.02.14 08:05", *OTHER)
    broken = "\n".join("\n".join(textwrap.wrap(part, width)) for part in content.split("\n\n"))
    item = read(tmp_path, broken)
    assert isinstance(item, Rejected)
    assert "several articles" in item.reason


@pytest.mark.parametrize(
    "line",
    [
        "2021.02.14",
        "14 February 2021",
        "February 14",
        "08:05",
        "Updated: 2021.02.14 08:05",
        "The second test: 2021.02.14 08:05",
        "Vilkai – Lepai, 14 February 2021, 08:05",
        f"On the bridge {DATE}",
        DATE,
        f"RBE/RN{DATE}",
    ],
)
def test_a_subhead_with_a_date_begins_no_other_article(tmp_path: Path, line: str) -> None:
    found = article(tmp_path, export(DATE, TITLE, f"BNS{DATE}", FIRST, line, SECOND, line, THIRD))
    assert found.paragraphs == (FIRST, line, SECOND, line, THIRD)
    assert (found.published, found.updated) == (WINTER, None)


def test_a_date_that_nothing_follows_begins_no_other_article(tmp_path: Path) -> None:
    for closing in ([], [CLOSING], ["Share"]):
        content = export(DATE, TITLE, f"BNS{DATE}", FIRST, SECOND, *closing, "2021.02.14 08:05")
        assert article(tmp_path, content).paragraphs[:2] == (FIRST, SECOND)

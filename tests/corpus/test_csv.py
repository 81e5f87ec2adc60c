"""Tables as newspapers' systems export them; every word in them is invented."""

import csv
import gzip
import io
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.article import Article
from corpus.files import read_files
from corpus.readers import Defaults, Finished, Rejected

HERALD = Defaults("Nemunas Herald", ZoneInfo("Europe/Vilnius"))
TEXT = "The ferry stopped.\n\nNobody knows why."
PARAGRAPHS = ("The ferry stopped.", "Nobody knows why.")
GOOD = {"title": "Ferry stops", "date": "2021-01-27 17:30", "text": TEXT}


def table(*rows: dict[str, str], delimiter: str = ",") -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), delimiter=delimiter, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def read(folder: Path, content: bytes, name: str = "a.csv") -> list[Finished | Rejected]:
    file = folder / name
    file.write_bytes(content)
    return list(read_files([file], HERALD))


def article(folder: Path, content: bytes) -> Article:
    (item,) = read(folder, content)
    assert isinstance(item, Finished), item
    return item.article


def rejected(folder: Path, content: bytes) -> tuple[int | None, str]:
    (item,) = read(folder, content)
    assert isinstance(item, Rejected), item
    return item.line, item.reason


@pytest.mark.parametrize(
    "names",
    [
        "title date text",
        "Headline Published Body",
        "post_title post_date post_content",
        "Title pubDate content:encoded",
        "HEADLINE PUBLISH_DATE ARTICLE_BODY",
        "article_title article_date article_text",
        "dc:title created_at Full-Text",
        "title datePublished articleBody",
    ],
)
def test_columns_are_known_by_the_names_that_systems_give_them(tmp_path: Path, names: str) -> None:
    found = article(tmp_path, table(dict(zip(names.split(), GOOD.values(), strict=True))))
    assert (found.title, found.paragraphs) == ("Ferry stops", PARAGRAPHS)
    assert found.published.isoformat() == "2021-01-27T17:30:00+02:00"


def test_a_name_of_several_words_may_be_written_with_spaces(tmp_path: Path) -> None:
    content = table({"Post Title": "Ferry stops", "Publication Date": "2021-01-27", "Body": TEXT})
    assert article(tmp_path, content).title == "Ferry stops"


def test_a_table_gives_all_that_an_article_has(tmp_path: Path) -> None:
    more = {
        "permalink": "https://news.example.org/ferry", "Modified": "2021-01-28 08:00",
        "outlet": "Baltic Post", "byline": "By Ona Onaitė and Jonas Jonaitis, BNS",
        "category": "Ports", "locale": "lt_LT", "slug": "ferry",
    }  # fmt: skip
    found = article(tmp_path, table(GOOD | more))
    assert (found.id, found.url) == (more["permalink"], more["permalink"])
    assert found.updated is not None
    assert found.updated.isoformat() == "2021-01-28T08:00:00+02:00"
    assert (found.source, found.agency, found.section) == ("Baltic Post", "BNS", "Ports")
    assert (found.authors, found.language) == (("Ona Onaitė", "Jonas Jonaitis"), "lt")


def test_of_several_columns_for_one_field_the_best_name_counts(tmp_path: Path) -> None:
    content = table({"created": "2020-12-31", "guid": "https://x.example/?p=1"} | GOOD)
    found = article(tmp_path, content)
    assert found.day == date(2021, 1, 27)
    whole = {"post_date": "2021-01-27", "post_modified": "2021-01-29", "post_content": "Two."}
    found = article(tmp_path, table(whole | {"content": "One."}))
    assert found.paragraphs == ("One.",)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_told_by_the_names(tmp_path: Path, delimiter: str) -> None:
    assert article(tmp_path, table(GOOD, delimiter=delimiter)).paragraphs == PARAGRAPHS


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbf" + table(GOOD),
        b"\n\n" + table(GOOD),
        b"sep=;\r\n" + table(GOOD, delimiter=";"),
        table(GOOD).replace(b"\n", b"\r\n"),
        table(GOOD).replace(b"\n", b"\r"),
        table(GOOD) + b"\n\n",
        table(GOOD) + b",,\n",
        table(GOOD).replace(b'"\n', b'",,\n'),
    ],
)
def test_a_table_is_read_however_it_was_saved(tmp_path: Path, content: bytes) -> None:
    assert article(tmp_path, content).paragraphs == PARAGRAPHS


def test_marks_inside_of_a_name_are_no_delimiters(tmp_path: Path) -> None:
    content = b"title;date;text;keywords (a, b, c, d, e)\nFerry stops;2021-01-27;One.;\n"
    assert article(tmp_path, content).title == "Ferry stops"


def test_lines_above_the_names_count_as_lines(tmp_path: Path) -> None:
    content = b"\nsep=,\ndate,text\n2021-01-27,One.\nsoon,Two.\n"
    _, bad = read(tmp_path, content)
    assert isinstance(bad, Rejected)
    assert bad.line == 5


def test_day_and_time_in_two_columns_are_one_moment(tmp_path: Path) -> None:
    parts = {"title": "A", "text": "One.", "date": "27.01.2021", "time": "17:30"}
    assert article(tmp_path, table(parts)).published.isoformat() == "2021-01-27T17:30:00+02:00"
    whole = article(tmp_path, table(parts | {"date": "2021-01-27 08:00"}))
    assert whole.published.isoformat() == "2021-01-27T08:00:00+02:00"
    assert article(tmp_path, table(parts | {"time": ""})).published == date(2021, 1, 27)


def test_a_number_names_a_row_and_no_article(tmp_path: Path) -> None:
    assert len(article(tmp_path, table(GOOD | {"ID": "4711"})).id) == 16
    assert article(tmp_path, table(GOOD | {"ID": "ferry-4711"})).id == "ferry-4711"
    addressed = GOOD | {"ID": "4711", "guid": "https://news.example.org/?p=4711"}
    assert article(tmp_path, table(addressed)).id == "https://news.example.org/?p=4711"
    assert len(article(tmp_path, table(GOOD | {"url": "/ferry"})).id) == 16


def test_a_byline_that_is_none_is_kept_and_a_number_is_not(tmp_path: Path) -> None:
    assert article(tmp_path, table(GOOD | {"author": "jonas"})).authors == ("jonas",)
    assert article(tmp_path, table(GOOD | {"post_author": "7"})).authors == ()
    assert article(tmp_path, table(GOOD | {"author": "Nemunas Herald"})).authors == ()


@pytest.mark.parametrize("status", ["draft", "Auto-Draft", "trash", "private", "pending"])
def test_what_was_not_published_is_rejected(tmp_path: Path, status: str) -> None:
    line, reason = rejected(tmp_path, table(GOOD | {"post_status": status}))
    assert (line, reason) == (2, f"not published: its status is {status}")
    assert article(tmp_path, table(GOOD | {"post_status": "publish"})).title == "Ferry stops"


def test_a_needed_column_that_is_missing_is_told_once_with_those_that_are_there(
    tmp_path: Path,
) -> None:
    content = table({"Name": "x", "Post  Slug": "y", "body": "z"}, {"Name": "x"})
    assert rejected(tmp_path, content) == (
        None, "no column for the date of publication; the columns are: Name, Post Slug, body"
    )  # fmt: skip
    assert "date of publication and the text;" in rejected(tmp_path, b"a,b\n1,2\n")[1]
    assert rejected(tmp_path, b"") == (None, "empty")
    assert len(rejected(tmp_path, b"some name," * 10_000)[1]) < 400


def test_a_row_that_cannot_be_read_is_told_by_its_line_and_the_rest_is_taken(
    tmp_path: Path,
) -> None:
    content = b'date,text\n2021-01-27,"One.\n\nTwo."\n2021-01-28\nsoon,x\n\n2021-01-29,Three.\n'
    first, short, undated, last = read(tmp_path, content)
    assert isinstance(first, Finished)
    assert isinstance(short, Rejected)
    assert (short.line, short.reason) == (5, "has 1 columns where the names have 2")
    assert isinstance(undated, Rejected)
    assert (undated.line, undated.reason) == (6, "published: not a date: 'soon'")
    assert isinstance(last, Finished)


@pytest.mark.parametrize(
    ("row", "reason", "is_end"),
    [
        (b"2021-01-27,One,Two", "has 3 columns where the names have 2", False),
        (b'2021-01-27,"He said "no" again."', "a quotation mark inside a quoted cell", False),
        (b'2021-01-27,"One.', "a quotation mark is never closed", True),
        ("2021-01-27,Žemė".encode("cp1257"), "not UTF-8; save the table as CSV UTF-8", True),
        (b"2021-01-27,a\0b", "holds NUL characters", False),
        (b"2021-01-27,", "no text", False),
        (b",One.", "published: not a date", False),
        (b'2021-01-27,"' + b"a\n" * 2_600_000 + b'"', "a cell is longer than", True),
    ],
)
def test_what_is_wrong_with_a_row_is_said(
    tmp_path: Path, row: bytes, reason: str, is_end: bool
) -> None:
    content = b"date,text\n2021-01-26,Zero.\n" + row + b"\n2021-01-28,Last.\n"
    before, bad, *after = read(tmp_path, content)
    assert isinstance(before, Finished)
    assert isinstance(bad, Rejected)
    assert bad.line == 3
    assert reason in bad.reason
    assert ("nothing from here on was taken" in bad.reason) == is_end
    assert len(after) == (0 if is_end else 1)


def test_a_line_without_an_end_is_not_read_to_it(tmp_path: Path) -> None:
    content = b"date,text\n2021-01-26,Zero.\n2021-01-27," + b"a" * 5_000_001
    _, bad = read(tmp_path, content)
    assert isinstance(bad, Rejected)
    assert bad.reason.startswith("line 3 is longer than 5,000,000 bytes")


def test_a_table_in_another_encoding_is_one_line(tmp_path: Path) -> None:
    for encoding in ("utf-16", "utf-16-le"):
        line, _ = rejected(tmp_path, table(GOOD).decode().encode(encoding))
        assert line is None


def test_a_long_article_is_taken(tmp_path: Path) -> None:
    long = "The ferry stopped again and nobody knew why. " * 10_000
    assert article(tmp_path, table(GOOD | {"text": long})).paragraphs == (long.strip(),)


def test_of_a_table_that_is_cut_off_whole_rows_are_taken(tmp_path: Path) -> None:
    rows = [GOOD | {"title": f"{n}", "text": f"Number {n * 7919} came."} for n in range(3000)]
    packed = gzip.compress(table(*rows))
    *taken, last = read(tmp_path, packed[: len(packed) // 2], "a.csv.gz")
    assert isinstance(last, Rejected)
    assert last.reason == f"cut off after line {len(taken) + 1}; the lines up to it were taken"
    assert all(isinstance(item, Finished) for item in taken)
    assert len(taken) > 100


CELLS = st.text(st.characters(exclude_categories=["Cs", "Cc"])).map(str.strip)


@settings(
    suppress_health_check=[*settings().suppress_health_check, HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(CELLS, CELLS), max_size=4))
def test_plain_cells_come_back_to_the_character(
    tmp_path: Path, cells: list[tuple[str, str]]
) -> None:
    plain = [(a, b) for a, b in cells if not {"<", "&"} & set(a + b)]
    rows = [{"title": t, "date": "2021-01-27", "text": f"x {x} x"} for t, x in plain]
    items = read(tmp_path, table(*rows)) if rows else []
    for (title, text), item in zip(plain, items, strict=True):
        if isinstance(item, Finished):
            assert item.article.title == " ".join(title.split())
            assert item.article.paragraphs == (f"x {text} x",)


@settings(
    suppress_health_check=[*settings().suppress_health_check, HealthCheck.function_scoped_fixture]
)
@given(st.one_of(st.binary(), st.text().map(lambda text: f"date,text\n{text}".encode())))
def test_any_bytes_are_articles_or_rejected(tmp_path: Path, content: bytes) -> None:
    for item in read(tmp_path, content):
        assert isinstance(item, Finished | Rejected)
        if isinstance(item, Rejected):
            assert item.reason.strip()

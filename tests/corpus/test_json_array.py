"""Files of JSON: articles in one array, one article, lines of them; and other encodings."""

import json
from pathlib import Path

import pytest

from corpus.readers import Defaults, Finished, Rejected
from tests.corpus.test_intake import held, take
from tests.corpus.test_jsonl import GOOD, line, read

ROWS = [{**GOOD, "id": f"n{n}", "text": f"Ferry {n} stopped."} for n in range(3)]


def ids(items: list[Finished | Rejected]) -> list[str]:
    return [item.article.id for item in items if isinstance(item, Finished)]


def reason(items: list[Finished | Rejected]) -> str:
    (item,) = items
    assert isinstance(item, Rejected)
    return item.reason


@pytest.mark.parametrize("indent", [None, 0, 2])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf", b" \n"])
def test_an_array_is_its_articles(tmp_path: Path, indent: int | None, mark: bytes) -> None:
    told = mark + json.dumps(ROWS, indent=indent).encode()
    assert ids(read(tmp_path, told, "all.json")) == ["n0", "n1", "n2"]


def test_what_is_no_article_in_it_is_told_by_its_place_and_the_rest_is_taken(
    tmp_path: Path,
) -> None:
    items = read(tmp_path, json.dumps([ROWS[0], 7, {"title": "T"}, ROWS[1]]).encode(), "all.json")
    assert ids(items) == ["n0", "n1"]
    assert [item.line for item in items if isinstance(item, Rejected)] == [2, 3]


def test_its_fields_may_have_other_names(tmp_path: Path) -> None:
    rows = [{"date": "2021-01-27", "body": "It rained.", "id": "a"}]
    given = Defaults("S", fields={"published": ("date",), "text": ("body",)})
    assert ids(read(tmp_path, json.dumps(rows).encode(), "all.json", given)) == ["a"]


@pytest.mark.parametrize("told", [b"[", b"[]", b'[{"title": "T"', b"[" * 100_000, b"[{}] more"])
def test_one_that_is_none_has_one_reason(tmp_path: Path, told: bytes) -> None:
    assert reason(read(tmp_path, told, "all.json"))


@pytest.mark.parametrize("indent", [None, 2])
def test_among_lines_one_array_is_told_once(tmp_path: Path, indent: int | None) -> None:
    told = json.dumps(ROWS, indent=indent).encode()
    assert ".json" in reason(read(tmp_path, told))


def test_a_list_that_holds_no_article_is_one_wrong_line(tmp_path: Path) -> None:
    items = read(tmp_path, b"[1, 2]\n" + line())
    assert len(items) == 2
    assert ids(items) == ["ferry"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("name", ["a.jsonl", "a.json"])
@pytest.mark.parametrize("told", [line().decode() * 3, json.dumps(ROWS)])
def test_another_encoding_is_named(tmp_path: Path, encoding: str, name: str, told: str) -> None:
    said = reason(read(tmp_path, told.encode(encoding), name))
    assert said == f"{encoding[:6].upper()}, not UTF-8; save the file as UTF-8"


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_articles_that_stand_line_by_line_are_taken_whatever_the_file_is_called(
    tmp_path: Path, mark: bytes
) -> None:
    told = mark + b"".join(json.dumps(row).encode() + b"\n" for row in [*ROWS, {"title": "T"}])
    items = read(tmp_path, told, "all.json")
    assert ids(items) == ["n0", "n1", "n2"]
    assert [item.line for item in items if isinstance(item, Rejected)] == [4]


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("version", [{}, {"version": 3}])
def test_an_article_may_have_a_file_of_its_own(
    tmp_path: Path, indent: int | None, version: dict[str, object]
) -> None:
    told = json.dumps({**ROWS[0], **version}, indent=indent).encode()
    assert ids(read(tmp_path, told, "ferry.json")) == ["n0"]


def test_an_article_that_has_a_file_of_its_own_is_corrected_by_it(tmp_path: Path) -> None:
    file = tmp_path / "ferry.json"
    for title, published in (("Ferry stops", "2021-01-27"), ("Ferry to stop", "2021-01-28")):
        row = {"title": title, "published": published, "text": "The ferry stopped.", "source": "S"}
        file.write_text(json.dumps(row, indent=1), "utf-8")
        take(tmp_path / "archive", file)
    assert [each.title for each in held(tmp_path / "archive")] == ["Ferry to stop"]


@pytest.mark.parametrize("told", [b"{}", b'{"a": 1}\n{"a": 2}'])
def test_objects_that_are_no_articles_say_what_they_have_and_lack(
    tmp_path: Path, told: bytes
) -> None:
    for item in read(tmp_path, told, "a.json"):
        assert isinstance(item, Rejected)
        assert item.reason == 'no "published" and no "text"'


def test_a_broken_object_is_no_json(tmp_path: Path) -> None:
    assert reason(read(tmp_path, b'{"title": "Ferry",\n"te', "a.json")).startswith("not JSON")

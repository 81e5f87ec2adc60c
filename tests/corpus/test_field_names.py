import json
from pathlib import Path

import pytest

from corpus.errors import UnreadableError
from corpus.files import read_files
from corpus.readers import Defaults, Finished, Rejected
from corpus.readers.records.field_names import field_names, value_at

LINE: dict[str, object] = {
    "headline": "Ferry stops",
    "meta": {"date": "2021-01-27", "by": [{"name": "Ona Onaitė"}, {"name": "Jonas Jonaitis"}]},
    "body": "The ferry stopped.",
}
TOLD = "title=headline,published=meta.date,text=body"


def read(
    folder: Path, told: str, line: dict[str, object], name: str = "a.jsonl"
) -> Finished | Rejected:
    (folder / name).write_text(json.dumps(line) + "\n")
    item, *_ = read_files([folder / name], Defaults(fields=field_names([told])))
    return item


def test_names_lead_to_fields_and_to_fields_inside_of_others(tmp_path: Path) -> None:
    item = read(tmp_path, f"{TOLD},authors=meta.by.name", LINE)
    assert isinstance(item, Finished), item
    found = item.article
    assert (found.title, found.published.isoformat()) == ("Ferry stops", "2021-01-27")
    assert found.paragraphs == ("The ferry stopped.",)
    assert found.authors == ("Ona Onaitė", "Jonas Jonaitis")


def test_of_several_names_the_first_that_holds_something_counts(tmp_path: Path) -> None:
    told = f"text=full,text=teaser,{TOLD}"
    item = read(tmp_path, told, {**LINE, "full": "", "teaser": "It stopped."})
    assert isinstance(item, Finished), item
    assert item.article.paragraphs == ("It stopped.",)


def test_a_field_that_is_mapped_has_no_other_name(tmp_path: Path) -> None:
    item = read(tmp_path, "text=story,published=meta.date", {**LINE, "text": "Not this."})
    assert isinstance(item, Rejected)
    assert item.reason == 'no "story"'
    assert item.advice == "the line has body, headline, meta, text; give --map text=text"


def test_a_number_that_is_said_to_be_the_id_is_one_and_a_list_may_be_the_text(
    tmp_path: Path,
) -> None:
    item = read(tmp_path, f"{TOLD},id=number", {**LINE, "number": 7, "body": ["One.", "Two."]})
    assert isinstance(item, Finished), item
    assert (item.article.id, item.article.paragraphs) == ("7", ("One.", "Two."))


@pytest.mark.parametrize(
    ("name", "value"),
    [("a.b", 1), ("a.b.c", None), ("x.y", 2), ("l.m", [3, 4]), ("l.n", None), ("gone", None)],
)
def test_a_name_with_a_point_may_be_one_field_or_a_path(name: str, value: object) -> None:
    line = {"a": {"b": 1}, "x.y": 2, "l": [{"m": 3}, {"m": 4}, 5]}
    assert value_at(line, name) == value


def test_a_table_has_the_columns_that_the_keeper_names(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Story,When,Author\nThe ferry stopped.,2021-01-27,Ona Onaitė\n")
    told = field_names(["text=story,published=when,authors=Author"])
    (item,) = read_files([tmp_path / "a.csv"], Defaults(fields=told))
    assert isinstance(item, Finished), item
    assert item.article.authors == ("Ona Onaitė",)
    (item,) = read_files([tmp_path / "a.csv"], Defaults(fields=field_names(["title=Head"])))
    assert isinstance(item, Rejected)
    assert item.reason == (
        "no column for the date of publication and the text and the title called "
        '"Head"; the columns are: Story, When, Author'
    )


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ("body=text", "did you mean text=body"),
        ("txt=body", "there is no field 'txt', only title text"),
        ("text", "is not FIELD=NAME"),
        ("text=", "is not FIELD=NAME"),
    ],
)
def test_a_map_of_no_field_is_refused(told: str, why: str) -> None:
    with pytest.raises(UnreadableError, match=why):
        field_names([told])

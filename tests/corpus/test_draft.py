"""What is the same for every format: each test makes one article in all of them."""

import csv
import io
import json
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from corpus.article import MAX_PARAGRAPHS, Article, article_id
from corpus.errors import UnreadableError
from corpus.files import read_files
from corpus.lines.line import as_lines
from corpus.readers import Defaults, Draft, Finished, Rejected
from corpus.readers.draft import finish

VILNIUS = ZoneInfo("Europe/Vilnius")
HERALD = Defaults("Nemunas Herald", VILNIUS)
LONG = "Bridge fails its first test, inspectors say"
PROSE = "The new bridge over the Vilka failed its first load test, inspectors said."
NEXT = "Nobody had listened to them, they said, and nobody will."


def as_text(**fields: str) -> bytes:
    lines = [fields["published"]]
    if updated := fields.get("updated"):
        lines.append(f"Updated: {updated}")
    return "\n\n".join([*lines, LONG, *fields["text"].split("\n")]).encode()


def as_json(**fields: str) -> bytes:
    return json.dumps({"title": LONG, **fields}).encode()


def as_csv(**fields: str) -> bytes:
    out = io.StringIO()
    values = {"title": LONG, **fields}
    writer = csv.DictWriter(out, list(values))
    writer.writeheader()
    writer.writerow(values)
    return out.getvalue().encode()


Write = Callable[..., bytes]
WRITERS: dict[str, Write] = {".txt": as_text, ".jsonl": as_json, ".csv": as_csv}
FORMATS = pytest.mark.parametrize("ending", WRITERS)


def read(
    folder: Path, ending: str, defaults: Defaults = HERALD, **fields: str
) -> Finished | Rejected:
    file = folder / f"a{ending}"
    file.write_bytes(WRITERS[ending](**{"published": "2021-01-27", "text": PROSE} | fields))
    (item,) = read_files([file], defaults)
    return item


def article(folder: Path, ending: str, defaults: Defaults = HERALD, **fields: str) -> Article:
    item = read(folder, ending, defaults, **fields)
    assert isinstance(item, Finished), item
    return item.article


UPDATES = [
    # published, updated, and whether that is an update
    ("2021-01-27 17:30", "2021-01-27 17:30", False),
    ("2021-01-27 17:30", "2021-01-27 17:29", False),
    ("2021-01-27 17:30", "2021-01-27 17:31", True),
    ("2021-01-27 17:30", "2021-01-26", False),
    ("2021-01-27 17:30", "2021-01-27", False),
    ("2021-01-27 17:30", "2021-01-28", True),
    ("2021-01-27", "2021-01-27", False),
    ("2021-01-27", "2021-01-26 23:00", False),
    ("2021-01-27", "2021-01-28", True),
    ("2021-01-27T17:30:00+02:00", "2021-01-27T15:30:00Z", False),
    ("2021-01-27T17:30:00+02:00", "2021-01-27T18:30:00Z", True),
]


@FORMATS
@pytest.mark.parametrize(("published", "updated", "is_one"), UPDATES)
def test_an_update_is_one_only_where_it_is_later(
    tmp_path: Path, ending: str, published: str, updated: str, is_one: bool
) -> None:
    for defaults in (HERALD, Defaults("Nemunas Herald")):
        found = article(tmp_path, ending, defaults, published=published, updated=updated)
        assert (found.updated is not None) == is_one


@pytest.mark.parametrize("ending", [".jsonl", ".csv"])
def test_a_time_on_a_day_that_is_all_we_know_is_an_update(tmp_path: Path, ending: str) -> None:
    found = article(tmp_path, ending, updated="2021-01-27 17:30")
    assert found.updated is not None
    assert found.updated.isoformat() == "2021-01-27T17:30:00+02:00"


@pytest.mark.parametrize("ending", [".jsonl", ".csv"])
@pytest.mark.parametrize(
    ("published", "updated", "is_one"),
    [
        ("2021-01-27 17:30", "2021-01-27T17:30:00+02:00", False),
        ("2021-01-27 17:30", "2021-01-27T17:31:00+02:00", True),
        ("2021-01-27T17:30:00+02:00", "2021-01-27 17:30", False),
        ("2021-01-27T17:30:00+02:00", "2021-01-27 17:31", True),
    ],
)
def test_clocks_are_compared_as_printed_where_one_names_no_zone(
    tmp_path: Path, ending: str, published: str, updated: str, is_one: bool
) -> None:
    bare = Defaults("Nemunas Herald")
    found = article(tmp_path, ending, bare, published=published, updated=updated)
    assert (found.updated is not None) == is_one


@FORMATS
def test_an_update_without_a_zone_is_kept_as_its_day(tmp_path: Path, ending: str) -> None:
    told = {"published": "2021-01-27 17:30", "updated": "2021-01-27 18:30"}
    found = article(tmp_path, ending, Defaults("Nemunas Herald"), **told)
    assert (found.published, found.updated) == (date(2021, 1, 27), date(2021, 1, 27))


@FORMATS
def test_a_local_time_is_in_the_outlets_zone_and_without_one_only_a_day(
    tmp_path: Path, ending: str
) -> None:
    item = read(tmp_path, ending, published="2021-07-01 09:00")
    assert isinstance(item, Finished)
    assert (item.article.published.isoformat(), item.no_zone) == (
        "2021-07-01T09:00:00+03:00", False
    )  # fmt: skip
    item = read(tmp_path, ending, Defaults("Nemunas Herald"), published="2021-07-01 09:00")
    assert isinstance(item, Finished)
    assert (item.article.published, item.no_zone) == (date(2021, 7, 1), True)
    item = read(tmp_path, ending, Defaults(), published="2021-07-01")
    assert isinstance(item, Finished)
    assert (item.no_zone, item.no_source) == (False, True)


@FORMATS
def test_a_zone_that_is_printed_is_kept(tmp_path: Path, ending: str) -> None:
    found = article(tmp_path, ending, published="2021-01-27T17:30:00-05:00")
    assert found.published == datetime(2021, 1, 27, 17, 30, tzinfo=timezone(timedelta(hours=-5)))
    assert found.published.isoformat().endswith("-05:00")


@FORMATS
def test_an_id_without_an_address_is_the_same_in_every_format(tmp_path: Path, ending: str) -> None:
    found = article(tmp_path, ending)
    assert found.id == article_id(None, "Nemunas Herald", date(2021, 1, 27), LONG, paragraphs=())


@FORMATS
def test_lines_that_are_not_the_articles_own_are_left_out(tmp_path: Path, ending: str) -> None:
    text = f" {PROSE} \nRead more: Why?\n{NEXT}\nThis story first appeared on BNS."
    found = article(tmp_path, ending, text=text)
    assert (found.paragraphs, found.agency) == ((PROSE, NEXT), "BNS")


@FORMATS
def test_who_first_published_it_is_no_agency_where_it_is_the_outlet(
    tmp_path: Path, ending: str
) -> None:
    text = f"{PROSE}\nThis story first appeared on LRT.lt."
    found = article(tmp_path, ending, Defaults("LRT English", VILNIUS), text=text)
    assert (found.paragraphs, found.agency) == ((PROSE,), None)


@FORMATS
def test_a_text_of_nothing_but_links_is_rejected(tmp_path: Path, ending: str) -> None:
    item = read(tmp_path, ending, text="Read more: Why the ferry stopped")
    assert isinstance(item, Rejected)
    assert item.reason.startswith("no text")


@FORMATS
def test_more_paragraphs_than_can_be_numbered_are_rejected(tmp_path: Path, ending: str) -> None:
    text = "\n".join([PROSE] * (MAX_PARAGRAPHS + 1))
    item = read(tmp_path, ending, text=text)
    assert isinstance(item, Rejected)
    assert item.reason == "more than 65,536 paragraphs"


@FORMATS
def test_an_outlet_of_many_words_is_spaced_once(tmp_path: Path, ending: str) -> None:
    assert article(tmp_path, ending, Defaults(" Baltic \t Post ")).source == "Baltic Post"
    assert article(tmp_path, ending, Defaults("  ")).source == "unknown outlet"


def test_a_name_too_long_for_an_outlet_is_refused_at_once() -> None:
    assert Defaults("x" * 200).outlet == "x" * 200
    with pytest.raises(UnreadableError, match="longer than 200 characters"):
        Defaults("x" * 201)
    with pytest.raises(UnreadableError, match="NUL"):
        Defaults("a\0b")


def draft(**fields: str) -> Draft:
    values = {"published": "2021-01-27", "title": LONG} | fields
    return Draft(lines=as_lines([PROSE]), **values)  # type: ignore[arg-type] # all are text


@pytest.mark.parametrize(
    ("field", "longest", "reason"),
    [
        ("id", 500, "id: must have 1 to 500 characters"),
        ("title", 2000, "title: longer than 2,000 characters"),
        ("source", 200, "source or agency: longer than 200 characters"),
        ("agency", 200, "source or agency: longer than 200 characters"),
    ],
)
def test_what_is_too_long_for_an_archive_is_refused(field: str, longest: int, reason: str) -> None:
    finish(draft(**{field: "x" * longest}), HERALD)
    with pytest.raises(UnreadableError, match=reason):
        finish(draft(**{field: "x" * (longest + 1)}), HERALD)


def test_a_byline_is_told_apart_into_people_and_agency() -> None:
    found = finish(draft(byline="By Ona Onaitė, Reuters"), HERALD).article
    assert (found.authors, found.agency) == (("Ona Onaitė",), "Reuters")
    found = finish(draft(byline="Ona Onaitė, Reuters", agency="BNS"), HERALD).article
    assert (found.authors, found.agency) == (("Ona Onaitė",), "BNS")
    found = finish(draft(byline="the harbour's own"), HERALD).article
    assert (found.authors, found.agency) == (("the harbour's own",), None)


def test_an_empty_field_is_as_good_as_none() -> None:
    bare = draft(url="", updated="", source="", agency="", byline="", section="", language="")
    assert finish(bare, HERALD) == finish(draft(), HERALD)


@FORMATS
@pytest.mark.parametrize(
    ("published", "kept", "faults"),
    [
        ("2021-03-28 03:30", "2021-03-28T03:30:00+02:00", ("no-such-hour",)),
        ("2021-10-31 03:30", "2021-10-31T03:30:00+03:00", ("hour-twice",)),
        ("1970-01-01T00:00:00Z", "1970-01-01T00:00:00+00:00", ("epoch",)),
        ("9999-12-31T23:59:59Z", "9999-12-31", ("future", "far")),
        ("0001-01-01T00:00:00Z", "0001-01-01", ("epoch", "far")),
        ("2021-01-27 17:30", "2021-01-27T17:30:00+02:00", ()),
    ],
)
def test_a_date_that_cannot_be_right_is_kept_as_printed_with_what_speaks_against_it(
    tmp_path: Path, ending: str, published: str, kept: str, faults: tuple[str, ...]
) -> None:
    item = read(tmp_path, ending, published=published)
    assert isinstance(item, Finished), item
    assert (item.article.published.isoformat(), item.faults) == (kept, faults)
    assert not item.no_zone


def test_what_is_the_future_depends_on_when_it_was_taken() -> None:
    day = datetime(2021, 1, 20, tzinfo=VILNIUS)
    assert finish(draft(updated="2021-01-25"), HERALD, now=day).faults == (
        "future",
        "updated-before-published",
    )
    assert finish(draft(), HERALD).faults == ()


@FORMATS
@pytest.mark.parametrize("mark", ["\f", "\v", "\x1c", "\x1d", "\x1e", "\x1f", "\x85", "\u2028"])
def test_what_parts_words_or_lines_joins_none(tmp_path: Path, ending: str, mark: str) -> None:
    text = f"The harbour on the north{mark}side was closed, officials said."
    words = " ".join(article(tmp_path, ending, text=text).paragraphs)
    assert words == text.replace(mark, " ")


@FORMATS
def test_marks_of_direction_are_left_out_and_part_nothing(tmp_path: Path, ending: str) -> None:
    text = "The harbour on the north\u202e\u2066side was closed, officials said."
    assert "the northside was" in article(tmp_path, ending, text=text).paragraphs[0]

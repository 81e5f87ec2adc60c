import json
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.archive.archive import Added, Archive
from corpus.article import Article, article_id
from corpus.files import find_files
from corpus.intake import Imported, Report, import_files
from corpus.readers import Defaults, Rejected
from corpus.readers.formats import FORMATS
from tests.archives import archive_of, article
from tests.crashes import content

PRINTED = (
    date(2021, 1, 27),
    datetime(2021, 1, 27, 8, tzinfo=UTC),
    datetime(2021, 1, 27, 17, 30, tzinfo=UTC),
)


@st.composite
def lines_told_unevenly(draw: st.DrawFn) -> Article:
    """One of few articles, some named by hash, told with or without outlet, time and change."""
    published = draw(st.sampled_from(PRINTED))
    source = draw(st.sampled_from(["unknown outlet", "Nemunas Herald", "Baltic Post"]))
    name = draw(st.sampled_from(["bridge", article_id(None, source, published, "Bridge")]))
    texts = draw(st.sampled_from([("One.", "Two."), ("One.", "2."), ("1.", "2."), ("3.",)]))
    return article(name, *texts, title="Bridge", published=published, source=source)


LINES = st.lists(lines_told_unevenly(), max_size=7)


def take(folder: Path, path: Path, defaults: Defaults | None = None) -> Imported:
    """Import one file or folder; what is rejected fails the test."""

    def reject(rejected: Rejected) -> None:
        raise AssertionError(rejected)

    with Archive(folder, create=True) as archive, archive.writing():
        return import_files(
            archive,
            find_files([path]),
            defaults=defaults or Defaults(),
            report=Report(lambda size, articles: None, reject),
        )


def add_until(folder: Path, lines: Sequence[Article], end: int | None = None) -> None:
    """Import in batches of one; killed before batch `end`, where one is given."""
    with (
        Archive(folder, create=True) as archive,
        archive.writing(),
        suppress(KeyboardInterrupt),
        archive.batch() as batch,
    ):
        for line in lines[:end]:
            batch.add([line])
        if end is not None:
            raise KeyboardInterrupt


def lines_of(path: Path, *texts: str) -> Path:
    value = {"id": "bridge", "title": "Bridge opens", "published": "2021-01-27", "source": "S"}
    path.write_text("".join(json.dumps({**value, "text": text}) + "\n" for text in texts), "utf-8")
    return path


def test_an_article_changed_back_is_quoted_in_its_old_text_again(tmp_path: Path) -> None:
    old = lines_of(tmp_path / "old.jsonl", "The bridge opened.")
    new = lines_of(tmp_path / "new.jsonl", "The bridge opened late.")
    folder = tmp_path / "archive"
    take(folder, old)
    take(folder, new)
    with Archive(folder) as archive:
        seq = archive.last_seq()
        assert take(folder, old).added == Added(changed=1)
        (change,) = archive.changes_since(seq)
        assert change.article is not None
        assert (change.article.paragraphs, change.first) == (("The bridge opened.",), False)
    assert take(folder, old).added == Added(unchanged=1)


def test_the_last_of_several_texts_in_a_file_is_quoted_and_the_file_can_come_again(
    tmp_path: Path,
) -> None:
    file = lines_of(tmp_path / "all.jsonl", "It opened.", "It opened late.", "It opened.")
    folder = tmp_path / "archive"
    take(folder, file)
    rows = content(folder)
    assert take(folder, file).added == Added(unchanged=3)
    assert content(folder) == rows
    with Archive(folder) as archive:
        found = archive.article("bridge")
        assert found is not None
        assert found.paragraphs == ("It opened.",)


@settings(deadline=None, max_examples=40)
@given(before=LINES, lines=LINES, data=st.data())
def test_an_import_that_is_killed_and_run_again_ends_as_if_undisturbed(
    before: list[Article], lines: list[Article], data: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        whole, killed = Path(temporary, "whole"), Path(temporary, "killed")
        for folder in (whole, killed):
            archive_of(folder, *before).close()
        add_until(whole, lines)
        add_until(killed, lines, data.draw(st.integers(0, len(lines))))
        add_until(killed, lines)
        rows = content(whole)
        assert content(killed) == rows
        add_until(whole, lines)
        assert content(whole) == rows
        if lines:
            with Archive(whole) as archive, archive.writing():
                archive.add(lines[-1:])
            assert content(whole) == rows  # the last line is what is quoted


EXPORT = """2021.01.27 17:30

Ferry stops

RBE/RN2021.01.27 17:30

The ferry stopped at noon.

Nobody in Klampuva knows why.
"""
BARE = Defaults()
NAMED = Defaults(source="Nemunas Herald")
WHOLE = Defaults("Nemunas Herald", ZoneInfo("Europe/Vilnius"))


def export(path: Path, text: str = EXPORT) -> Path:
    path.write_text(text, "utf-8")
    return path


def held(folder: Path) -> list[Article]:
    with Archive(folder) as archive:
        return [change.article for change in archive.changes_since(0) if change.article]


@pytest.mark.parametrize("told", [(BARE, WHOLE), (BARE, NAMED, WHOLE), (NAMED, WHOLE)])
def test_an_export_imported_again_with_outlet_and_zone_is_the_same_article_better_told(
    tmp_path: Path, told: Sequence[Defaults]
) -> None:
    file = export(tmp_path / "ferry.txt")
    for defaults in told:
        take(tmp_path / "archive", file, defaults)
    (found,) = held(tmp_path / "archive")
    assert found.source == "Nemunas Herald"
    assert found.published.isoformat() == "2021-01-27T17:30:00+02:00"


@pytest.mark.parametrize("told", [BARE, NAMED, WHOLE])
def test_an_import_that_is_told_less_takes_nothing_away(tmp_path: Path, told: Defaults) -> None:
    file = export(tmp_path / "ferry.txt")
    take(tmp_path / "archive", file, WHOLE)
    rows = content(tmp_path / "archive")[:-1]
    assert take(tmp_path / "archive", file, told).added == Added(unchanged=1)
    assert content(tmp_path / "archive")[: len(rows)] == rows
    export(file, EXPORT.replace("noon", "one"))
    assert take(tmp_path / "archive", file, told).added == Added(changed=1)
    (found,) = held(tmp_path / "archive")
    assert found.paragraphs[0] == "The ferry stopped at one."
    assert found.source == "Nemunas Herald"
    assert found.published.isoformat() == "2021-01-27T17:30:00+02:00"


def test_an_agency_that_turns_out_to_be_the_outlet_is_none(tmp_path: Path) -> None:
    file = export(tmp_path / "ferry.txt")
    told = Defaults("RBE/RN")
    for defaults in (BARE, told, BARE):
        take(tmp_path / "archive", file, defaults)
    (found,) = held(tmp_path / "archive")
    assert (found.source, found.agency) == ("RBE/RN", None)


def test_the_same_text_in_two_outlets_is_two_articles(tmp_path: Path) -> None:
    file = export(tmp_path / "ferry.txt")
    for defaults in (NAMED, Defaults("Baltic Post")):
        take(tmp_path / "archive", file, defaults)
    assert len(held(tmp_path / "archive")) == 2
    take(tmp_path / "archive", file, BARE)  # it may be either
    assert len(held(tmp_path / "archive")) == 3


def test_another_text_under_the_same_headline_is_another_article(tmp_path: Path) -> None:
    take(tmp_path / "archive", export(tmp_path / "a.txt"))
    other = EXPORT.replace("ferry", "tram").replace("Nobody in Klampuva knows", "Only one asked")
    take(tmp_path / "archive", export(tmp_path / "b.txt", other), NAMED)
    assert len(held(tmp_path / "archive")) == 2


def test_articles_with_names_of_their_own_are_never_made_one(tmp_path: Path) -> None:
    bare = article("a", "It rained.", title="Weather", source="unknown outlet")
    named = article("b", "It rained.", title="Weather")
    with archive_of(tmp_path, bare, named) as archive:
        assert archive.holdings().articles == 2


@pytest.mark.parametrize("name", ["a.pdf", "a.XZ", "a.gz", "jsonl", "a.txt.zip"])
def test_a_file_of_another_format_is_told_what_can_be_read(tmp_path: Path, name: str) -> None:
    file = export(tmp_path / name)
    with pytest.raises(AssertionError) as told:
        take(tmp_path / "archive", file)
    reason = f"not a format that can be read ({' '.join(FORMATS)}, each also .gz or .xz)"
    assert told.value.args == (Rejected(str(file), None, reason),)

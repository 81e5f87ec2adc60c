import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from corpus.archive.archive import Added, Archive
from corpus.article import Article, article_id
from corpus.files import find_files
from corpus.intake import Imported, Report, import_files, take_in
from corpus.readers import Defaults, Finished, Rejected
from corpus.readers.formats import FORMATS
from tests.archives import archive_of, article
from tests.crashes import content

PRINTED = (
    date(2021, 1, 27),
    datetime(2021, 1, 27, 8, tzinfo=UTC),
    datetime(2021, 1, 27, 17, 30, tzinfo=UTC),
)


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
    (before,) = held(tmp_path / "archive")
    assert take(tmp_path / "archive", file, told).added == Added(unchanged=1)
    assert held(tmp_path / "archive") == [before]
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
    for name, defaults in (("a.txt", NAMED), ("b.txt", Defaults("Baltic Post"))):
        take(tmp_path / "archive", export(tmp_path / name), defaults)
    assert len(held(tmp_path / "archive")) == 2


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


def test_a_text_without_a_name_is_the_article_of_the_same_words_that_has_one(
    tmp_path: Path,
) -> None:
    name = article_id(None, "Nemunas Herald", date(2021, 1, 27), "Weather", paragraphs=())
    named = article("a", "It rained.", title="Weather", source="unknown outlet")
    bare = article(name, "It rained.", title="Weather")
    with archive_of(tmp_path, named, bare) as archive:
        assert archive.holdings().sources == {"Nemunas Herald": 1}
        assert archive.known_id(name) == "a"


def items(count: int, *, no_source: bool = False, no_zone: bool = False) -> list[Finished]:
    return [Finished(article(f"a{n}", f"Text {n}."), no_source, no_zone) for n in range(count)]


def test_articles_are_stored_in_batches_and_each_is_told(tmp_path: Path) -> None:
    told: list[int] = []
    with Archive(tmp_path, create=True) as archive, archive.writing():

        def stored(articles: int) -> None:
            told.append(articles)
            assert archive.last_seq() == sum(told)

        done = take_in(archive, items(1203), progress=stored, reject=lambda rejected: None)
    assert (told, done.added, done.articles) == ([500, 500, 203], Added(new=1203), 1203)


def test_what_is_not_taken_is_told_at_once_and_does_not_stop_the_rest(tmp_path: Path) -> None:
    bad = [Rejected("a", 1, "no text"), Rejected("b", None, "not a file")]
    told: list[Rejected] = []
    with Archive(tmp_path, create=True) as archive, archive.writing():
        mixed: list[Finished | Rejected] = [bad[0], *items(1), bad[1], *items(2)]
        done = take_in(archive, mixed, progress=lambda articles: None, reject=told.append)
    assert (told, done.rejected) == (bad, 2)
    assert (done.added, done.articles) == (Added(new=2, unchanged=1), 3)


def test_articles_without_an_outlet_or_a_zone_are_counted(tmp_path: Path) -> None:
    told = [*items(1, no_source=True), *items(2, no_zone=True), *items(3)]
    with Archive(tmp_path, create=True) as archive, archive.writing():
        done = take_in(archive, told, progress=lambda articles: None, reject=lambda rejected: None)
    assert (done.no_source, done.no_zone, done.rejected) == (1, 2, 0)


def test_the_bytes_told_add_up_to_the_files_and_the_articles_to_what_was_stored(
    tmp_path: Path,
) -> None:
    files = [lines_of(tmp_path / f"{n}.jsonl", *["The bridge opened."] * 700) for n in range(2)]
    told: list[tuple[int, int]] = []
    with Archive(tmp_path / "archive", create=True) as archive, archive.writing():
        done = import_files(
            archive,
            find_files(files),
            defaults=Defaults(),
            report=Report(lambda size, articles: told.append((size, articles)), print),
        )
    assert sum(size for size, _ in told) == sum(file.stat().st_size for file in files)
    assert [articles for _, articles in told] == [500, 500, 400]
    assert done.added == Added(new=1, unchanged=1399)


def test_an_article_goes_back_only_where_the_whole_import_ends(tmp_path: Path) -> None:
    first, second = article("bridge", "It opened."), article("bridge", "It opened late.")
    others = items(600)
    with archive_of(tmp_path, first, second) as archive, archive.writing():
        lines = [Finished(first), *others, Finished(second)]
        done = take_in(archive, lines, progress=lambda articles: None, reject=print)
        assert done.added == Added(new=600, unchanged=2)
        assert archive.article("bridge") == second


@pytest.mark.parametrize("name", ["a.pdf", "a.XZ", "a.gz", "jsonl", "a.txt.zip"])
def test_a_file_of_another_format_is_told_what_can_be_read(tmp_path: Path, name: str) -> None:
    file = export(tmp_path / name)
    with pytest.raises(AssertionError) as told:
        take(tmp_path / "archive", file)
    reason = f"not a format that can be read ({' '.join(FORMATS)}, each also .gz or .xz)"
    assert told.value.args == (Rejected(str(file), None, reason),)

"""What is taken down stays out, and no word of it is left."""

import json
from pathlib import Path

import pytest

from corpus.archive.archive import Added, Archive
from corpus.article import Article
from corpus.files import find_files
from corpus.intake import Given, Report, import_files
from corpus.readers import Defaults
from retrieval.index.index import Index
from tests.archives import archive_of, article
from tests.corpus.test_intake import export, take

URL = "https://news.example.org/2021/ferry-stops-at-noon"
FERRY = article("ferry", "The ferry stopped.", "Nobody knows.", title="Ferry stops", url=URL)


@pytest.mark.parametrize(
    "again",
    [
        article("ferry", "All else.", title="All else"),
        article("other", "All else.", title="All else", url=f"{URL}?utm_source=chat"),
        article("other", "The ferry stopped.", "Nobody knows.", title="Ferry stops"),
    ],
)
def test_what_was_removed_stays_out_by_any_of_its_names(tmp_path: Path, again: object) -> None:
    with archive_of(tmp_path, FERRY) as archive:
        archive.remove("ferry")
        assert archive.add([again]) == Added(kept_out=1)  # type: ignore[list-item]
        assert archive.is_removed(f"http://www.{URL.removeprefix('https://')}/")
        assert archive.holdings().articles == 0


def test_what_is_removed_by_an_address_is_the_article_there(tmp_path: Path) -> None:
    with archive_of(tmp_path, FERRY) as archive:
        assert archive.remove(f"{URL}/#top").articles == 1
        assert not archive.holds("ferry")


def test_an_import_says_what_it_kept_out_and_takes_it_where_it_is_told_to(
    tmp_path: Path,
) -> None:
    file, folder = export(tmp_path / "ferry.txt"), tmp_path / "archive"
    take(folder, file)
    with Archive(folder) as archive:
        archive.remove(next(archive.changes_since(0)).id)
    assert take(folder, file, Defaults("Nemunas Herald")).added == Added(kept_out=1)
    with Archive(folder) as archive:
        done = import_files(
            archive,
            find_files([file]),
            defaults=Defaults(),
            report=Report(lambda size, articles: None, print),
            given=Given(again=True),
        )
    assert done.added == Added(new=1)
    assert take(folder, file).added == Added(unchanged=1)


def test_no_word_of_a_removed_article_is_in_the_archives_files(tmp_path: Path) -> None:
    """Among many articles of all lengths, stored, changed and moved about by SQLite."""
    marks = [f"Zyxwo{n:03}" for n in range(40)]
    with archive_of(tmp_path) as archive:
        for turn in range(3):
            archive.add(
                [
                    article(
                        f"a{n}",
                        *(f"Text {turn} of {n}: {'word ' * (n % 37)}{p}" for p in range(n % 9 + 1)),
                        title=f"{turn} {n}",
                    )
                    for n in range(400)
                ]
            )
            archive.add(
                [
                    article(
                        f"m{n}",
                        f"{mark} was here {'long ' * 40 * (n % 60)}",
                        title=f"{turn} Headline {mark}",
                        agency=f"Agency {mark}",
                    )
                    for n, mark in enumerate(marks)
                ]
            )
        assert any(_holds(tmp_path, mark) for mark in marks)
        archive.remove(*(f"m{n}" for n in range(40)))
        assert [mark for mark in marks if _holds(tmp_path, mark)] == []
        assert archive.holdings().articles == 400


def test_the_index_holds_no_text_of_an_article(tmp_path: Path) -> None:
    with archive_of(tmp_path, FERRY) as archive:
        Index(archive, "tantivy").close()
        index = tmp_path / "tantivy"
        assert not _holds(index if index.exists() else tmp_path / "index", "ferry stopped")


def _holds(folder: Path, words: str) -> bool:
    files = [file for file in folder.rglob("*") if file.is_file()]
    return any(words.encode() in file.read_bytes() for file in files)


def test_a_takedown_outlives_an_import_of_a_whole_export(tmp_path: Path) -> None:
    rows = [{"id": f"a{n}", "title": f"T{n}", "text": f"Text {n}.", "published": "2021-01-27",
             "source": "S"} for n in range(30)]  # fmt: skip
    file = tmp_path / "all.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    folder = tmp_path / "archive"
    take(folder, file)
    with Archive(folder) as archive:
        archive.remove("a3", "a4")
    assert take(folder, file).added == Added(unchanged=28, kept_out=2)


LONG = (
    "The ferry to Klampuva stopped at noon on Sunday, and nobody in the harbour was told why.",
    "Its captain, a baker's son, had asked for a new rope only a week before, sailors said.",
)
GROWN = (*LONG, "It sailed again on Monday with a rope that a circus had lent to it.")
ELSEWHERE = f"{URL}-again"


def test_what_was_removed_stays_out_with_a_paragraph_more_at_another_address(
    tmp_path: Path,
) -> None:
    grown = article(ELSEWHERE, *GROWN, title="Ferry stops", url=ELSEWHERE)
    with archive_of(tmp_path, article(URL, *LONG, title="Ferry stops", url=URL)) as archive:
        archive.remove(URL)
        assert archive.add([grown]) == Added(kept_out=1)
        with archive.batch(again=True) as batch:
            batch.add([grown])
        assert batch.added == Added(new=1)
        assert archive.add([article("x", *GROWN, "Late.", title="Ferry stops")]) == Added(new=1)


@pytest.mark.parametrize(
    "other",
    [
        article(ELSEWHERE, *GROWN, title="Ferry sinks"),
        article(ELSEWHERE, *GROWN, title="Ferry stops", source="Baltic Post"),
        article(ELSEWHERE, LONG[0], *GROWN[2:] * 2, title="Ferry stops"),
        article(ELSEWHERE, *LONG[:1], "All else is of another day. " * 5, title="Ferry stops"),
    ],
)
def test_what_has_another_headline_outlet_or_text_than_what_was_removed_is_taken(
    tmp_path: Path, other: Article
) -> None:
    with archive_of(tmp_path, article(URL, *LONG, title="Ferry stops", url=URL)) as archive:
        archive.remove(URL)
        assert archive.add([other]) == Added(new=1)

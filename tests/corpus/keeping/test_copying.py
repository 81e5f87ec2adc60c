"""Copies of an archive: whole and verified, or not there."""

import sqlite3
from pathlib import Path

import pytest

from corpus.archive.archive import FILE_NAME, Archive
from corpus.archive.keeping.copying import Progress, copy_verified
from corpus.errors import ArchiveUnusableError, DamagedError
from tests.archives import archive_of, article
from tests.damage import altered
from tests.older_archives import older_archive

ARTICLES = [article(f"a{n}", f"Text {n}. " + "It rained. " * 99, title=f"T{n}") for n in range(50)]
QUIET = Progress()


def archive(folder: Path) -> Path:
    archive_of(folder, *ARTICLES).close()
    return folder / FILE_NAME


def held(file: Path) -> list[tuple[object, ...]]:
    database = sqlite3.connect(file)
    listed = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1"
    tables = [name for (name,) in database.execute(listed).fetchall()]
    rows = [
        (table, *row)
        for table in tables
        for row in database.execute(f"SELECT * FROM {table} ")  # noqa: S608 (own names)
    ]
    database.close()
    return rows


def test_a_copy_has_all_that_the_archive_has_in_one_file(tmp_path: Path) -> None:
    file, copy = archive(tmp_path / "a"), tmp_path / "b" / FILE_NAME
    copy.parent.mkdir()
    pages: list[tuple[int, int]] = []
    versions: list[int] = []
    progress = Progress(lambda left, total: pages.append((left, total)), versions.append)
    found = copy_verified(file, copy, progress)
    assert (found.articles, found.is_sound) == (50, True)
    assert held(copy) == held(file)
    assert [one.name for one in copy.parent.iterdir()] == [FILE_NAME]
    assert (pages[-1][0], sum(versions)) == (0, 50)
    with Archive(copy.parent) as opened:
        assert [opened.article(one.id) for one in ARTICLES] == ARTICLES


def test_a_copy_is_as_of_one_moment_while_others_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("corpus.archive.keeping.copying.PAGES", 1)
    file, copy = archive(tmp_path / "a"), tmp_path / "copy"
    before, steps = held(file), 0
    with Archive(file.parent) as writer:

        def write(left: int, total: int) -> None:
            nonlocal steps
            steps += 1
            with writer.writing():
                writer.add([article(f"new{steps}", "More rain."), article("a1", f"Anew {steps}.")])

        copy_verified(file, copy, Progress(write))
    assert held(copy) == before
    assert steps > 10
    assert len(held(file)) > len(before)


@pytest.mark.parametrize("is_there", [True, False])
def test_what_is_damaged_is_not_copied_and_what_was_there_stays(
    tmp_path: Path, is_there: bool
) -> None:
    file, copy = archive(tmp_path / "a"), tmp_path / "copy"
    if is_there:
        copy.write_text("an older copy")
    altered(file.parent, "UPDATE version SET title = 'x' WHERE seq = 3")
    with pytest.raises(DamagedError, match="1 versions of articles"):
        copy_verified(file, copy, QUIET)
    assert (copy.read_text() if copy.exists() else "") == ("an older copy" if is_there else "")
    assert {one.name for one in tmp_path.iterdir()} <= {"a", "copy"}
    found = copy_verified(file, copy, QUIET, even_damaged=True)
    assert [one.article for one in found.damaged] == ["a2"]
    assert held(copy) == held(file)


def test_an_archive_of_an_older_version_becomes_one_of_this(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    file = tmp_path / "a" / FILE_NAME
    older_archive(tmp_path / "a", 1, *ARTICLES)
    copy_verified(file, tmp_path / FILE_NAME, QUIET)
    with Archive(tmp_path) as opened:
        assert opened.article("a1") == ARTICLES[1]


@pytest.mark.parametrize("content", [b"", b"x" * 5000])
def test_what_is_no_archive_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "file"
    file.write_bytes(content)
    with pytest.raises(ArchiveUnusableError, match=str(file)):
        copy_verified(file, tmp_path / "copy", QUIET)
    assert [one.name for one in tmp_path.iterdir()] == ["file"]


def test_where_there_is_no_folder_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(ArchiveUnusableError, match="nowhere"):
        copy_verified(archive(tmp_path / "a"), tmp_path / "nowhere" / "copy", QUIET)

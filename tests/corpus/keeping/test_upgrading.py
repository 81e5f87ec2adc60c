"""An archive of an older program meets this one, and a newer one an older program."""

import sqlite3
from pathlib import Path

import pytest

from corpus.archive.archive import FILE_NAME, Archive
from corpus.archive.keeping.upgrading import Copied, copies_in
from corpus.archive.schema import MIGRATIONS
from corpus.errors import ArchiveUnusableError, DiskFullError
from tests.archives import archive_of, article
from tests.disks import MIB, no_room_on, small_disk
from tests.older_archives import older_archive

BRIDGE = article("bridge", "The bridge opened on Saturday after nine years.")
LAST = len(MIGRATIONS) - 1


def held(file: Path) -> tuple[int, list[str]]:
    """Of which version a file is, and its texts."""
    database = sqlite3.connect(file)
    (version,) = database.execute("PRAGMA user_version").fetchone()
    texts = [text for (text,) in database.execute("SELECT text FROM paragraph ORDER BY number")]
    database.close()
    return version, texts


@pytest.mark.parametrize("version", range(1, len(MIGRATIONS)))
def test_a_copy_of_it_as_it_was_stays_beside_an_archive_that_is_brought_up(
    tmp_path: Path, version: int
) -> None:
    older_archive(tmp_path, version, BRIDGE)
    before = held(tmp_path / FILE_NAME)
    Archive(tmp_path).close()
    (copy,) = copies_in(tmp_path)
    assert held(copy) == before == (version, list(BRIDGE.paragraphs))
    assert held(tmp_path / FILE_NAME)[0] == len(MIGRATIONS)
    (tmp_path / "back").mkdir()
    copy.rename(tmp_path / "back" / FILE_NAME)
    with Archive(tmp_path / "back") as opened:
        assert opened.article("bridge") == BRIDGE


def test_whoever_opens_it_is_told_before_and_how_far_the_copy_is(tmp_path: Path) -> None:
    older_archive(tmp_path, LAST, BRIDGE)
    told: list[object] = []

    def upgrading(copy: Path) -> Copied:
        told.append((copy, copy.exists()))
        return lambda left, total: told.append((left, total > 0))

    Archive(tmp_path, upgrading=upgrading).close()
    assert told == [(tmp_path / f"archive-version-{LAST}.sqlite3", False), (0, True)]
    Archive(tmp_path, upgrading=upgrading).close()
    assert len(told) == 2


def test_a_new_archive_leaves_no_copy(tmp_path: Path) -> None:
    archive_of(tmp_path, BRIDGE).close()
    Archive(tmp_path).close()
    assert copies_in(tmp_path) == []


def test_where_there_is_no_room_for_the_copy_the_archive_is_as_it_was(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 2 * MIB) as disk:
        older_archive(disk, LAST, BRIDGE)
        with no_room_on(disk, left=20_000), pytest.raises(DiskFullError):
            Archive(disk)
        assert held(disk / FILE_NAME)[0] == LAST
        assert copies_in(disk) == []
        Archive(disk).close()
        assert held(disk / FILE_NAME)[0] == len(MIGRATIONS)


def test_what_cannot_be_brought_up_stays_as_it_was_with_its_copy(tmp_path: Path) -> None:
    before = MIGRATIONS.index("collecting")
    older_archive(tmp_path, before, BRIDGE)
    database = sqlite3.connect(tmp_path / FILE_NAME)
    database.execute("CREATE TABLE source (stands INTEGER, in_the_way INTEGER)")
    database.close()
    with pytest.raises(ArchiveUnusableError, match="source already"):
        Archive(tmp_path)
    assert held(tmp_path / FILE_NAME) == (before, list(BRIDGE.paragraphs))
    assert [held(copy) for copy in copies_in(tmp_path)] == [(before, list(BRIDGE.paragraphs))]

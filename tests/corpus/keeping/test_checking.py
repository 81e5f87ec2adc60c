"""A check finds what is not as it was stored, and nothing else."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from corpus.archive.archive import FILE_NAME, Archive
from corpus.archive.keeping.checking import Checked, DamagedVersion, FaultKind
from corpus.archive.keeping.checking import check as check_connections
from corpus.archive.keeping.mending import let_in_again
from corpus.article import Article
from corpus.errors import ArchiveUnusableError
from tests.archives import archive_of, article
from tests.damage import altered, flipped, place_of_text

BRIDGE = article("bridge", "The bridge opened.", "Cars came.", title="Bridge opens")
FERRY = article("ferry", "The ferry stopped.", title="Ferry stops")
LATER = article("ferry", "The ferry stopped for good.", title="Ferry stops")


def check(folder: Path) -> Checked:
    with Archive(folder) as archive:
        return check_connections(archive.connections)


def test_a_sound_archive_is_called_sound_and_counted(tmp_path: Path) -> None:
    archive_of(tmp_path, BRIDGE, FERRY, LATER, article("gone", "Gone.")).close()
    with Archive(tmp_path) as archive, archive.writing():
        archive.remove("gone")
    found = check(tmp_path)
    assert found == Checked(articles=2, versions=3, paragraphs=4, last_seq=5)
    assert found.is_sound


def test_an_empty_archive_is_sound(tmp_path: Path) -> None:
    archive_of(tmp_path).close()
    assert check(tmp_path) == Checked(0, 0, 0, 0)


def test_what_is_damaged_is_named_also_in_older_versions(tmp_path: Path) -> None:
    archive_of(tmp_path, BRIDGE, FERRY, LATER).close()
    altered(tmp_path, "UPDATE paragraph SET text = 'x' WHERE number / 65536 IN (1, 2)")
    assert check(tmp_path).damaged == (
        DamagedVersion("bridge", 1, is_newest=True),
        DamagedVersion("ferry", 2, is_newest=False),
    )


@pytest.mark.parametrize(
    ("statement", "kind", "detail"),
    [
        ("INSERT INTO paragraph VALUES (7 * 65536, 'x')", FaultKind.STRAY, "7"),
        ("INSERT INTO paragraph VALUES (900000 * 65536, 'x')", FaultKind.STRAY, "900000"),
        ("UPDATE tally SET counted = 9 WHERE kind = 'language'", FaultKind.COUNTS, "language en"),
        ("DELETE FROM tally WHERE kind = 'paragraphs'", FaultKind.COUNTS, "paragraphs"),
        ("INSERT INTO tally VALUES ('source', 'X', '', 1)", FaultKind.COUNTS, "source X"),
        ("UPDATE current SET seq = 2 WHERE article = 'ferry'", FaultKind.POINTER, "ferry"),
        ("UPDATE current SET article = 'x' WHERE article = 'ferry'", FaultKind.POINTER, "x"),
        ("DELETE FROM current WHERE article = 'bridge'", FaultKind.POINTER, "bridge"),
    ],
)
def test_what_belongs_to_nothing_is_a_fault(
    tmp_path: Path, statement: str, kind: FaultKind, detail: str
) -> None:
    archive_of(tmp_path, BRIDGE, FERRY, LATER, *(article(f"a{n}", "Text.") for n in range(9)))
    altered(tmp_path, "DELETE FROM current WHERE seq = 7")
    altered(tmp_path, "DELETE FROM version WHERE seq = 7")
    altered(tmp_path, "DELETE FROM paragraph WHERE number / 65536 = 7")
    assert check(tmp_path).is_sound
    altered(tmp_path, statement)
    assert (kind, detail) in {(fault.kind, fault.detail) for fault in check(tmp_path).faults}


def test_an_index_of_sqlite_that_has_not_what_its_table_has_is_a_fault(tmp_path: Path) -> None:
    archive_of(tmp_path, BRIDGE, FERRY).close()
    database = sqlite3.connect(tmp_path / FILE_NAME)
    database.executescript(
        "PRAGMA writable_schema = ON;"
        "UPDATE sqlite_schema SET sql = 'CREATE INDEX version_article ON version (source)'"
        " WHERE name = 'version_article'"
    )
    database.close()
    assert {fault.kind for fault in check(tmp_path).faults} == {FaultKind.FILE}


def test_a_check_sees_one_moment_while_others_write(tmp_path: Path) -> None:
    archive_of(tmp_path, *(article(f"a{n}", "Text.") for n in range(100))).close()
    with Archive(tmp_path) as archive, Archive(tmp_path) as writer:

        def write(_: int) -> None:
            with writer.writing():
                writer.add([article(f"b{writer.last_seq()}", "More."), LATER])
                writer.remove("a3")

        found = check_connections(archive.connections, write)
        assert (found.articles, found.is_sound) == (100, True)
        assert check_connections(archive.connections).is_sound


def test_what_is_damaged_can_be_let_in_again(tmp_path: Path) -> None:
    archive_of(tmp_path, BRIDGE, FERRY).close()
    altered(tmp_path, "UPDATE paragraph SET text = 'x' WHERE number / 65536 = 1")
    with Archive(tmp_path) as archive, archive.writing():
        archive.add([BRIDGE])
        assert archive.is_damaged("bridge")  # its digest says that it is there
        let_in_again(archive, check_connections(archive.connections).damaged)
        archive.add([BRIDGE, FERRY])
        assert (archive.article("bridge"), archive.article("ferry")) == (BRIDGE, FERRY)
        assert [one.is_newest for one in check_connections(archive.connections).damaged] == [False]


def test_what_is_counted_wrongly_is_counted_anew_when_it_is_mended(tmp_path: Path) -> None:
    archive_of(tmp_path, BRIDGE, FERRY).close()
    with Archive(tmp_path) as archive:
        right = archive.holdings().sources
    altered(tmp_path, "UPDATE tally SET counted = 7")
    with Archive(tmp_path) as archive, archive.writing():
        found = check_connections(archive.connections)
        assert found.can_be_mended
        let_in_again(archive, found.damaged)
        assert check_connections(archive.connections).is_sound
        assert archive.holdings().sources == right


def stored(folder: Path) -> object:
    """All that is read of an archive."""
    with Archive(folder) as archive:
        changes = [(one.seq, one.id, one.article) for one in archive.changes_since(0)]
        return changes, [archive.version(seq) for seq in range(40)], archive.holdings().sources


def articles(count: int) -> list[Article]:
    moment = datetime(2021, 1, 27, 17, 30, tzinfo=UTC)
    words = "rain bridge ferry mayor tram harbour snow market".split()
    texts = [" ".join(Random(n).choices(words, k=60)) for n in range(count * 4)]  # noqa: S311 (a seeded sample)
    return [
        article(f"a{n}", *texts[4 * n : 4 * n + 4], title=f"Title {n}", published=moment)
        for n in range(count)
    ]


def test_of_forty_altered_words_none_is_given_and_all_are_found(tmp_path: Path) -> None:
    archive_of(tmp_path, *articles(60)).close()
    random = Random(7)  # noqa: S311 (a seeded sample)
    for seq in random.sample(range(1, 61), 40):
        altered(
            tmp_path,
            "UPDATE paragraph SET text = replace(text, ?, 'altered') WHERE number = ?",
            random.choice(["rain", "bridge", "mayor"]),
            seq * 65536 + random.randrange(4),
        )
    found = check(tmp_path)
    assert len(found.damaged) == 40
    with Archive(tmp_path) as archive:
        for one in found.damaged:
            assert archive.article(one.article) is None


def test_a_single_bit_is_found_wherever_it_matters(tmp_path: Path) -> None:
    """What a check does not find, nobody reads: all that the archive gives is as it was."""
    whole = tmp_path / "whole"
    archive_of(whole, *articles(30), *(article(f"a{n}", "Anew.") for n in range(5))).close()
    file = whole / FILE_NAME
    sound, before = file.read_bytes(), stored(whole)
    random = Random(11)  # noqa: S311 (a seeded sample)
    found = 0
    for _ in range(80):
        file.write_bytes(sound)
        flipped(file, random.randrange(len(sound)), random.randrange(8))
        try:
            if not check(whole).is_sound:
                found += 1
                continue
        except ArchiveUnusableError:
            found += 1
            continue
        assert stored(whole) == before
    assert found > 20  # the rest fell on pages of nothing


@pytest.mark.parametrize("bit", range(8))
def test_any_bit_of_a_text_is_found(tmp_path: Path, bit: int) -> None:
    archive_of(tmp_path, BRIDGE, FERRY).close()
    file = tmp_path / FILE_NAME
    flipped(file, place_of_text(file, "The bridge opened."), bit)
    assert check(tmp_path).damaged == (DamagedVersion("bridge", 1, is_newest=True),)

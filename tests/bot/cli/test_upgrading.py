"""What is said when a command meets an archive of another version."""

import sqlite3

import pytest

from corpus.archive.archive import FILE_NAME
from corpus.archive.schema import MIGRATIONS
from tests.archives import article
from tests.bot.command_line import Cli, one_line
from tests.older_archives import older_archive

LAST = len(MIGRATIONS) - 1


@pytest.fixture
def older(cli: Cli) -> Cli:
    cli.archive.mkdir()
    older_archive(cli.archive, LAST, article("x", "The lighthouse of Mustrahu burned."))
    return cli


def test_an_older_archive_is_brought_up_with_one_line_that_names_the_copy(older: Cli) -> None:
    ran = older("ask", "lighthouse", "--archive", older.archive)
    assert (ran.code, one_line(ran.err)) == (0, True)
    assert str(older.archive) in ran.err
    assert f"archive-version-{LAST}.sqlite3" in ran.err
    again = older("ask", "lighthouse", "--archive", older.archive)
    assert (again.code, again.err) == (0, "")


@pytest.mark.parametrize(
    "command",
    [["stats"], ["reindex"], ["check"], ["sources", "list"], ["list"], ["show", "x"], ["gaps"]],
    ids=" ".join,
)
def test_every_command_says_it(older: Cli, command: list[str]) -> None:
    assert "older Backissue" in older(*command, "--archive", older.archive).err


def test_a_removal_names_the_copies_that_still_have_the_article(older: Cli) -> None:
    older("stats", "--archive", older.archive)
    ran = older("remove", "x", "--archive", older.archive)
    assert ran.code == 0
    assert f"archive-version-{LAST}.sqlite3" in ran.err
    (older.archive / f"archive-version-{LAST}.sqlite3").unlink()
    older.file("a.jsonl", '{"id": "y", "title": "A", "text": "B c.", "published": "2021-01-27"}')
    older("import", older.folder / "a.jsonl", "--archive", older.archive)
    assert "archive-version" not in older("remove", "y", "--archive", older.archive).err


@pytest.mark.parametrize(
    "command", [["ask", "dam"], ["stats"], ["collect"], ["serve"]], ids=" ".join
)
def test_an_archive_of_a_newer_version_is_one_clear_line_and_stays_as_it_is(
    older: Cli, command: list[str]
) -> None:
    database = sqlite3.connect(older.archive / FILE_NAME)
    database.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    database.close()
    before = (older.archive / FILE_NAME).read_bytes()
    ran = older(*command, "--archive", older.archive)
    assert (ran.code, one_line(ran.err)) == (3, True)
    assert "newer Backissue; update this one" in ran.err
    assert (older.archive / FILE_NAME).read_bytes() == before

"""Copies of an archive that are whole and verified: backups, and archives put back from them.

A copy is as of one moment, whatever is written to the archive meanwhile: SQLite's online backup
reads inside one transaction, so it need never begin again.

Source: https://www.sqlite.org/c3ref/backup_finish.html
"""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from corpus.archive.connections import Connections
from corpus.archive.keeping.checking import Advance, Checked, check
from corpus.archive.keeping.faults import code_of, translated
from corpus.archive.keeping.new_files import in_place_of
from corpus.archive.schema import is_current, migrate
from corpus.errors import ArchiveUnusableError, DamagedError

PAGES = 2_000  # copied at a time


@dataclass(frozen=True, slots=True)
class Progress:
    """What a copy calls as it goes: (pages left, pages in all); then the versions checked."""

    copied: Callable[[int, int], None] = lambda left, total: None
    checked: Advance = lambda versions: None


def copy_verified(
    source: Path, target: Path, progress: Progress, *, even_damaged: bool = False
) -> Checked:
    """Copy an archive's file to `target`, of this version's form, every digest verified.

    Raises DamagedError where something in it is no longer what was stored, unless `even_damaged`
    is set; ArchiveUnusableError where it is no archive; DiskFullError. In all these cases `target`
    is as it was before.
    """
    with in_place_of(target) as new:
        with closing(Connections(source, create=False)) as connections:
            _check_kind(connections, source)
            copy_pages(connections.here(), new, progress.copied)
        with closing(Connections(new, create=False)) as connections:
            if not is_current(connections.here(), create=False):
                migrate(connections.here())
            found = check(connections, progress.checked)
        if not (found.is_sound or even_damaged):
            raise DamagedError(
                f"{source} is damaged ({len(found.damaged):,} versions of articles,"
                f" {len(found.faults):,} other faults), so {target} was not written"
            )
    return found


def _check_kind(connections: Connections, source: Path) -> None:
    try:
        with translated(source):
            _check_version(connections.here(), source)
    except ArchiveUnusableError as error:
        cause = error.__cause__
        if isinstance(cause, sqlite3.Error) and code_of(cause) & 0xFF == sqlite3.SQLITE_NOTADB:
            raise ArchiveUnusableError(
                f"{source} is no backup, or its beginning is damaged;"
                " articles are taken in with: backissue import"
            ) from error
        raise


def _check_version(connection: sqlite3.Connection, source: Path) -> None:
    try:
        is_current(connection, create=False)
    except ArchiveUnusableError as error:
        raise ArchiveUnusableError(f"{source}: {error}") from error


def copy_pages(
    connection: sqlite3.Connection, new: Path, copied: Callable[[int, int], None]
) -> None:
    """All pages as of now, into a file that needs no other beside it."""
    connection.execute("BEGIN")
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()  # from here on it is fixed
    try:
        with closing(sqlite3.connect(new, isolation_level=None)) as copy:
            copy.execute("PRAGMA synchronous = OFF")  # it is brought to disk at the end, at once
            connection.backup(
                copy, pages=PAGES, progress=lambda _, left, total: copied(left, total)
            )
    finally:
        connection.execute("ROLLBACK")
    with closing(sqlite3.connect(new, isolation_level=None)) as copy:
        copy.execute("PRAGMA journal_mode = DELETE")

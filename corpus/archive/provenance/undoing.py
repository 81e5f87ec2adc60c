"""A run undone: what it brought goes, what it changed is as before, what came later stays."""

import json
import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime

from msgspec import Struct

from corpus.archive.provenance.runs import now, read_runs
from corpus.archive.rows import erase, erase_versions, insert, read_provenance, read_versions
from corpus.errors import NoSuchRunError


class Undone(Struct, frozen=True):
    """Articles of a run, counted: `removed` were new in it, `restored` are as they were before.

    `kept` were changed by a later run, whose text stays.
    """

    removed: int = 0
    restored: int = 0
    kept: int = 0

    def __add__(self, other: "Undone") -> "Undone":
        return Undone(
            self.removed + other.removed, self.restored + other.restored, self.kept + other.kept
        )


def articles_of(connection: sqlite3.Connection, run: int) -> list[str]:
    """The articles that have a version of this run.

    Raises NoSuchRunError where there is none of that number, or it is undone already.
    """
    found = read_runs(connection, run)
    if not found:
        raise NoSuchRunError(f"there is no run {run}; see them with: backissue list --runs")
    if found[0].undone:
        raise NoSuchRunError(f"run {run} was undone already, {found[0].undone:%Y-%m-%d %H:%M} UTC")
    rows = connection.execute(
        "SELECT DISTINCT article FROM version WHERE run = ? AND digest IS NOT NULL", (run,)
    )
    return [article for (article,) in rows]


def undo(connection: sqlite3.Connection, run: int, articles: Sequence[str]) -> Undone:
    """Erase the run's versions of these articles; the version before each is the newest again."""
    undone = Undone()
    for article in articles:
        told = read_provenance(connection, "article = ?", article)
        of_run = [seq for seq, each in told.items() if each.run == run]
        versions = read_versions(connection, "article = ?", article)
        before = [seq for seq in versions if seq < min(of_run, default=0)]
        is_changed_since = max(told, default=0) not in of_run
        if is_changed_since:
            undone += Undone(kept=1)
        elif before:
            insert(connection, versions[before[-1]], told[before[-1]])
            undone += Undone(restored=1)
        else:
            erase(connection, article)
            undone += Undone(removed=1)
            continue
        erase_versions(connection, of_run)
    for table in ("name", "told"):
        connection.execute(f"DELETE FROM {table} WHERE run = ?", (run,))  # noqa: S608 (own names)
    _ask_again(connection, articles)
    return undone


def _ask_again(connection: sqlite3.Connection, articles: Sequence[str]) -> None:
    """Forget what was taken for them, so that the next collection takes it again."""
    connection.execute(
        "UPDATE address SET etag = NULL, last_modified = NULL, digest = NULL, due = ?"
        " WHERE kind = 'page' AND article IN (SELECT value FROM json_each(?))",
        (datetime.now(UTC).timestamp(), json.dumps(articles)),
    )


def mark_undone(connection: sqlite3.Connection, run: int) -> None:
    connection.execute("UPDATE run SET undone = ? WHERE id = ?", (now(), run))

"""Runs: every import and collection, when it was and what came of it."""

import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime

import msgspec
from msgspec import Struct


class Added(Struct, frozen=True):
    """What became of articles, counted. `kept_out`: the keeper removed them before."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    kept_out: int = 0

    def __add__(self, other: "Added") -> "Added":
        return Added(
            self.new + other.new,
            self.changed + other.changed,
            self.unchanged + other.unchanged,
            self.kept_out + other.kept_out,
        )


class Run(Struct, frozen=True):
    """`given`: what the keeper gave to it. `ended` is None while it goes on, or was broken off."""

    id: int
    kind: str
    given: tuple[str, ...]
    began: datetime
    ended: datetime | None
    undone: datetime | None
    added: Added


def now() -> str:
    """This moment, as the archive writes it: to the second, in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def begin(connection: sqlite3.Connection, kind: str, given: Sequence[str]) -> int:
    told = msgspec.json.encode([_printable(each) for each in given]).decode()
    number = connection.execute(
        "INSERT INTO run (kind, given, began) VALUES (?, ?, ?)", (kind, told, now())
    ).lastrowid
    assert number is not None  # noqa: S101 (an INSERT always has one)
    return number


def count(connection: sqlite3.Connection, run: int, added: Added, *, is_over: bool) -> None:
    """Add what became of articles to a run."""
    connection.execute(
        "UPDATE run SET new = new + ?, changed = changed + ?, unchanged = unchanged + ?,"
        " kept_out = kept_out + ?, ended = ? WHERE id = ?",
        (
            *(added.new, added.changed, added.unchanged, added.kept_out),
            *(now() if is_over else None, run),
        ),
    )


def read_runs(connection: sqlite3.Connection, run: int | None = None) -> list[Run]:
    """All runs, or the one of that number, the last first."""
    rows = connection.execute(
        "SELECT id, kind, given, began, ended, undone, new, changed, unchanged, kept_out FROM run"
        " WHERE ?1 IS NULL OR id = ?1 ORDER BY id DESC",
        (run,),
    )
    return [
        Run(
            number,
            kind,
            msgspec.json.decode(given, type=tuple[str, ...]),
            datetime.fromisoformat(began),
            datetime.fromisoformat(ended) if ended else None,
            datetime.fromisoformat(undone) if undone else None,
            Added(*counts),
        )
        for number, kind, given, began, ended, undone, *counts in rows.fetchall()
    ]


def _printable(given: str) -> str:
    """File names may be any bytes."""
    return given.encode("utf-8", "surrogateescape").decode("utf-8", "replace")

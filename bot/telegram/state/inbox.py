"""What came from Telegram and is not answered yet: stored before Telegram is told that it came."""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Came(NamedTuple):
    """`mark` is the same for two updates of one message, and below zero; None is none."""

    id: int
    body: str
    mark: int | None = None


class Waiting(NamedTuple):
    """`body` as Telegram sent it; `begun` is how often its handling began before."""

    id: int
    body: str
    begun: int


def store(connection: sqlite3.Connection, updates: Iterable[Came], now: float) -> set[int]:
    """Returns the numbers of those that were not seen before; the others are left out."""
    new = set()
    for one in updates:
        if _is_new(connection, one.id, now) and (
            one.mark is None or _is_new(connection, one.mark, now)
        ):
            connection.execute(
                "INSERT INTO inbox (id, body, at) VALUES (?, ?, ?)", (one.id, one.body, now)
            )
            new.add(one.id)
    return new


def _is_new(connection: sqlite3.Connection, number: int, now: float) -> bool:
    """Whether a number was not seen before; now it is."""
    seen = connection.execute(
        "INSERT INTO update_seen VALUES (?, ?) ON CONFLICT DO NOTHING", (number, now)
    )
    return seen.rowcount > 0


def waiting(connection: sqlite3.Connection) -> Sequence[Waiting]:
    """All of them, oldest first."""
    rows = connection.execute("SELECT id, body, begun FROM inbox ORDER BY at, id")
    return [Waiting(*row) for row in rows]


def begin(connection: sqlite3.Connection, number: int) -> None:
    connection.execute("UPDATE inbox SET begun = begun + 1 WHERE id = ?", (number,))


def done(connection: sqlite3.Connection, number: int) -> None:
    connection.execute("DELETE FROM inbox WHERE id = ?", (number,))

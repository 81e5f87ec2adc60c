"""What came from Telegram and is not answered yet: stored before Telegram is told that it came."""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Waiting(NamedTuple):
    """`body` as Telegram sent it; `begun` is how often its handling began before."""

    id: int
    body: str
    begun: int


def store(
    connection: sqlite3.Connection, updates: Iterable[tuple[int, str]], now: float
) -> set[int]:
    """Returns the numbers of those that were not seen before; the others are left out."""
    new = set()
    for number, body in updates:
        seen = connection.execute(
            "INSERT INTO update_seen VALUES (?, ?) ON CONFLICT DO NOTHING", (number, now)
        )
        if seen.rowcount:
            connection.execute(
                "INSERT INTO inbox (id, body, at) VALUES (?, ?, ?)", (number, body, now)
            )
            new.add(number)
    return new


def waiting(connection: sqlite3.Connection) -> Sequence[Waiting]:
    """All of them, oldest first."""
    rows = connection.execute("SELECT id, body, begun FROM inbox ORDER BY at, id")
    return [Waiting(*row) for row in rows]


def begin(connection: sqlite3.Connection, number: int) -> None:
    connection.execute("UPDATE inbox SET begun = begun + 1 WHERE id = ?", (number,))


def done(connection: sqlite3.Connection, number: int) -> None:
    connection.execute("DELETE FROM inbox WHERE id = ?", (number,))

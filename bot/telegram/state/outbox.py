"""What is to be sent: stored with the end of what it answers, and deleted when it has arrived."""

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from bot.telegram.outgoing import Outgoing, chat_of, encoded

ROW = "SELECT number, chat, body, at FROM outbox"


class Row(NamedTuple):
    """`at` is when it was put there, in seconds since 1970."""

    number: int
    chat: int
    body: bytes
    at: float


def put(connection: sqlite3.Connection, outgoing: Outgoing, now: float, *, due: float = 0.0) -> Row:
    """`due`: not before this moment, in seconds since 1970."""
    body, chat = encoded(outgoing), chat_of(outgoing)
    number = connection.execute(
        "INSERT INTO outbox (chat, body, at, due) VALUES (?, ?, ?, ?)", (chat, body, now, due)
    ).lastrowid
    return Row(number or 0, chat, body, now)


def waiting(connection: sqlite3.Connection, now: float, *, after: float = -1.0) -> Sequence[Row]:
    """What is due by now and was not before `after`, in the order in which it was put."""
    rows = connection.execute(
        f"{ROW} WHERE fate = 'waiting' AND due > ? AND due <= ? ORDER BY number", (after, now)
    )
    return [Row(*row) for row in rows]


def begun(connection: sqlite3.Connection) -> Sequence[Row]:
    """What a process that ended was sending: nobody knows whether it arrived."""
    rows = connection.execute(f"{ROW} WHERE fate = 'sending' ORDER BY number")
    return [Row(*row) for row in rows]


def begin(connection: sqlite3.Connection, number: int) -> None:
    connection.execute("UPDATE outbox SET fate = 'sending' WHERE number = ?", (number,))


def hold(connection: sqlite3.Connection, number: int) -> None:
    """It did certainly not arrive."""
    connection.execute("UPDATE outbox SET fate = 'waiting' WHERE number = ?", (number,))


def doubt(connection: sqlite3.Connection, number: int) -> None:
    """It may have arrived: it is kept for whoever asks for it."""
    connection.execute("UPDATE outbox SET fate = 'unknown' WHERE number = ?", (number,))


def done(connection: sqlite3.Connection, number: int) -> None:
    connection.execute("DELETE FROM outbox WHERE number = ?", (number,))


def again(connection: sqlite3.Connection, number: int) -> Row | None:
    """What was in doubt is to be sent once more; None where it is gone, or is on its way."""
    row = connection.execute(
        "UPDATE outbox SET fate = 'waiting' WHERE number = ? AND fate = 'unknown'"
        " RETURNING number, chat, body, at",
        (number,),
    ).fetchone()
    return Row(*row) if row else None

"""Hosts that are left alone for a while, as they asked to be or could not be reached."""

import sqlite3
from datetime import datetime

from corpus.collect.state.sources import moment


def rest(connection: sqlite3.Connection, host: str, until: datetime) -> None:
    """Leave a host alone, after one more failure in a row."""
    connection.execute(
        "INSERT INTO host (name, rests_until, failures) VALUES (?, ?, 1) ON CONFLICT (name)"
        " DO UPDATE SET rests_until = max(rests_until, excluded.rests_until),"
        " failures = failures + 1",
        (host, until.timestamp()),
    )


def answered(connection: sqlite3.Connection, host: str) -> None:
    """A host is there again."""
    connection.execute("DELETE FROM host WHERE name = ?", (host,))


def resting(connection: sqlite3.Connection, host: str) -> tuple[datetime | None, int]:
    """Until when a host is left alone, if at all, and how often it failed in a row."""
    row = connection.execute(
        "SELECT rests_until, failures FROM host WHERE name = ?", (host,)
    ).fetchone()
    return (moment(row[0]), int(row[1])) if row else (None, 0)


def is_resting(connection: sqlite3.Connection, host: str, now: datetime) -> bool:
    until, _ = resting(connection, host)
    return until is not None and until > now

"""How far the archive's changes were looked at, each reader of them for itself."""

import sqlite3


def looked(connection: sqlite3.Connection, what: str) -> int | None:
    """The last change that was looked at; None where nothing was yet."""
    row = connection.execute("SELECT seq FROM looked WHERE what = ?", (what,)).fetchone()
    return int(row[0]) if row else None


def look_on(connection: sqlite3.Connection, what: str, seq: int, now: float) -> None:
    connection.execute("INSERT OR REPLACE INTO looked VALUES (?, ?, ?)", (what, seq, now))

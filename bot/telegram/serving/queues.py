"""How much waits in the bot's own file, and how long the oldest of it has."""

import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import Literal

from bot.telegram.measures import Measures

WAITING = {
    "inbox": "SELECT count(*), min(at) FROM inbox",
    "outbox": "SELECT count(*), min(max(at, due)) FROM outbox"
    " WHERE fate IN ('waiting', 'sending') AND due <= :now",
}


def measure_queues(measures: Measures, state_file: Path) -> None:
    """Read when somebody asks, over a connection of its own beside the bot's."""
    measures.reading("inbox", lambda: _waiting(state_file, "inbox")[0])
    measures.reading("inbox_age", lambda: _waiting(state_file, "inbox")[1])
    measures.reading("outbox", lambda: _waiting(state_file, "outbox")[0])
    measures.reading("outbox_age", lambda: _waiting(state_file, "outbox")[1])


def _waiting(file: Path, table: Literal["inbox", "outbox"]) -> tuple[float, float]:
    """How many rows, and for how many seconds the oldest: 0 where there is none.

    Raises sqlite3.Error.
    """
    now = time.time()
    address = f"{file.absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(address, uri=True, timeout=1.0)) as connection:
        rows, since = connection.execute(WAITING[table], {"now": now}).fetchone()
    return rows, max(now - since, 0.0) if since is not None else 0.0

"""How long the bot keeps what: each table's age, and the sweep that holds it."""

import asyncio
import sqlite3
import time
from functools import partial

from bot.telegram.state.database import State

DAY = 24 * 3600.0
EVERY = 3600.0  # seconds between two sweeps

# Telegram itself keeps what it has not handed over for a day.
AGES = {
    "update_seen": 7 * DAY,
    "inbox": 2 * DAY,
    "outbox": 2 * DAY,
    "message_card": 400 * DAY,
    "card": 400 * DAY,
    "quoted": 400 * DAY,
}


def sweep(connection: sqlite3.Connection, now: float) -> None:
    for table, age in AGES.items():
        connection.execute(f"DELETE FROM {table} WHERE at < ?", (now - age,))  # noqa: S608 (ours)


async def forget_what_is_old(state: State) -> None:
    """Endless."""
    while True:
        await state.insist(partial(sweep, now=time.time()))
        await asyncio.sleep(EVERY)

"""Questions whose new answers a chat wants to be told."""

import sqlite3
import time
from collections.abc import Iterable, Sequence

import msgspec

from bot.telegram.outgoing import ReplyTarget

MOST = 20  # of one chat
DAY = 24 * 3600.0


class Watch(msgspec.Struct, frozen=True, omit_defaults=True):
    """`target` is where to tell, `asker` who wants to know. `made` in seconds since 1970."""

    text: str
    target: ReplyTarget
    asker: int | None
    made: float
    number: int = 0


def add(connection: sqlite3.Connection, watch: Watch, known: Iterable[str]) -> int | None:
    """Its number, of a watch for the same that there is too; None where a chat has MOST.

    `known` are articles, by their ids, that need not be told.
    """
    there = of_chat(connection, watch.target.chat_id)
    same = [one.number for one in there if one.text.casefold() == watch.text.casefold()]
    if same or len(there) >= MOST:
        return same[0] if same else None
    target = watch.target
    number = connection.execute(
        "INSERT INTO watch (chat, thread, asker, body, at) VALUES (?, ?, ?, ?, ?)",
        (target.chat_id, target.thread_id, watch.asker, msgspec.json.encode(watch), watch.made),
    ).lastrowid
    for article in known:
        connection.execute("INSERT INTO told VALUES (?, ?, ?)", (number, article, watch.made))
    return number


def of_chat(connection: sqlite3.Connection, chat_id: int) -> Sequence[Watch]:
    rows = connection.execute(
        "SELECT number, chat, body FROM watch WHERE chat = ? ORDER BY number", (chat_id,)
    )
    return [_read(*row) for row in rows.fetchall()]


def remove(connection: sqlite3.Connection, chat_id: int, number: int) -> bool:
    """Whether there was one."""
    gone = connection.execute("DELETE FROM watch WHERE chat = ? AND number = ?", (chat_id, number))
    return gone.rowcount > 0


def end_all(connection: sqlite3.Connection, chat_id: int) -> None:
    """Of a chat that is gone."""
    connection.execute("DELETE FROM watch WHERE chat = ?", (chat_id,))


def to_look_at(connection: sqlite3.Connection, now: float) -> Sequence[Watch]:
    """Those that have told nothing for a day, the oldest first."""
    rows = connection.execute(
        "SELECT number, chat, body FROM watch WHERE told < ? ORDER BY number", (now - DAY,)
    )
    return [_read(*row) for row in rows.fetchall()]


def told_by(connection: sqlite3.Connection, number: int) -> set[str]:
    """The articles that a watch need not tell any more."""
    return {
        article
        for (article,) in connection.execute("SELECT article FROM told WHERE watch = ?", (number,))
    }


def tell(connection: sqlite3.Connection, number: int, articles: Iterable[str]) -> None:
    """It has told of these, now."""
    now = time.time()
    connection.execute("UPDATE watch SET told = ? WHERE number = ?", (now, number))
    connection.executemany(
        "INSERT OR IGNORE INTO told VALUES (?, ?, ?)", [(number, one, now) for one in articles]
    )


def _read(number: int, chat: int, body: bytes) -> Watch:
    """A group that moved has another number than the watch was made with."""
    watch = msgspec.json.decode(body, type=Watch)
    target = watch.target
    if target.chat_id != chat:
        target = ReplyTarget(chat, None, None)
    return msgspec.structs.replace(watch, number=number, target=target)

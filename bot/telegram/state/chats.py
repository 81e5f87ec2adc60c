"""What a chat has set for itself."""

import sqlite3
import time

import msgspec

from bot.telegram.state import cards

MOST_QUOTES = 5


class ChatSettings(msgspec.Struct, frozen=True, omit_defaults=True):
    """`zone` is a time zone's name, empty for the bot's own; `quotes` how many an answer shows.

    `anybody`: not only who asked may press the buttons under an answer in a group. `keeps`: help
    and the like stay in a group. The bot says nothing until `quiet_until` (seconds since 1970), and
    nothing at all while it is `off`.
    """

    zone: str = ""
    quotes: int = 3
    anybody: bool = False
    keeps: bool = False
    quiet_until: float = 0.0
    off: bool = False

    @property
    def is_silent(self) -> bool:
        return self.off or time.time() < self.quiet_until


NOTHING_SET = ChatSettings()


def read(connection: sqlite3.Connection, chat: int) -> ChatSettings:
    row = connection.execute("SELECT settings FROM chat WHERE id = ?", (chat,)).fetchone()
    return msgspec.json.decode(row[0], type=ChatSettings) if row else NOTHING_SET


def write(connection: sqlite3.Connection, chat: int, settings: ChatSettings) -> None:
    connection.execute(
        "INSERT OR REPLACE INTO chat VALUES (?, ?, ?)",
        (chat, msgspec.json.encode(settings), time.time()),
    )


def move(connection: sqlite3.Connection, old: int, new: int) -> None:
    """A group got another number; its messages have other numbers too, and are not moved."""
    connection.execute("UPDATE OR REPLACE chat SET id = ? WHERE id = ?", (new, old))
    connection.execute("UPDATE watch SET chat = ? WHERE chat = ?", (new, old))
    connection.execute("UPDATE outbox SET chat = ? WHERE chat = ?", (new, old))
    for card in cards.all_of_chat(connection, old):
        cards.keep(connection, msgspec.structs.replace(card, chat_id=new), time.time())

"""What a chat has set for itself."""

import sqlite3
import time

import msgspec

from bot.chat_settings import ChatSettings
from bot.telegram.state import cards

NOTHING_SET = ChatSettings()


def read(connection: sqlite3.Connection, chat: int) -> ChatSettings:
    row = connection.execute("SELECT settings FROM chat WHERE id = ?", (chat,)).fetchone()
    return msgspec.json.decode(row[0], type=ChatSettings) if row else NOTHING_SET


def language_of(connection: sqlite3.Connection, chat: int) -> str:
    """What is spoken there, for what is said unasked."""
    return read(connection, chat).speaks


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

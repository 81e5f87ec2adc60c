"""What an answer showed, under a short key: buttons, replies and links find it again."""

import secrets
import sqlite3
import time
from datetime import datetime

import msgspec

from bot.telegram.incoming.question import Asked

A_FEW = 5  # cards
LONGEST_WAY = 40  # cards


class Shown(msgspec.Struct, frozen=True, array_like=True):
    """A quote: `start` and `end` are characters of the paragraph; `digest` is of its text."""

    article: str
    position: int
    start: int
    end: int
    digest: str = ""


class Card(msgspec.Struct, frozen=True, omit_defaults=True):
    """A question and what was quoted. `order` is best, newest or oldest; `skip` how many stories
    were shown before these. `before` is the key of the card that this one was reached from. `zone`
    is the chat's time zone, where it has set one, `limit` how many stories an answer shows.
    `question` is the number of the message that asked.
    """

    key: str
    chat_id: int
    asker: int | None
    asked: Asked
    asked_at: datetime
    shown: tuple[Shown, ...] = ()
    order: str = "best"
    skip: int = 0
    before: str = ""
    zone: str = ""
    limit: int = 3
    question: int = 0


def new_key() -> str:
    """Short enough for a button, too long to be guessed."""
    return secrets.token_urlsafe(9)


def keep(connection: sqlite3.Connection, card: Card, now: float) -> None:
    """Under its key, in place of what was there."""
    connection.execute(
        "INSERT OR REPLACE INTO card VALUES (?, ?, ?, ?, ?)",
        (card.key, card.chat_id, card.asker, msgspec.json.encode(card), now),
    )


def keep_few(connection: sqlite3.Connection, card: Card, prefix: str) -> None:
    """Of one person's whose keys begin so only the last few stay."""
    keep(connection, card, time.time())
    connection.execute(
        "DELETE FROM card WHERE key IN (SELECT key FROM card WHERE chat = ? AND asker = ?"
        " AND substr(key, 1, ?) = ? ORDER BY at DESC, rowid DESC LIMIT -1 OFFSET ?)",
        (card.chat_id, card.asker, len(prefix), prefix, A_FEW),
    )


def find(connection: sqlite3.Connection, key: str) -> Card | None:
    return _read(connection.execute("SELECT body FROM card WHERE key = ?", (key,)))


def all_of_chat(connection: sqlite3.Connection, chat_id: int) -> list[Card]:
    rows = connection.execute("SELECT body FROM card WHERE chat = ?", (chat_id,))
    return [msgspec.json.decode(body, type=Card) for (body,) in rows.fetchall()]


def way_to(connection: sqlite3.Connection, key: str) -> list[Card]:
    """The cards that one was reached from, the first one first, and itself; empty if it is gone.

    Those before it that are gone, and what lies behind them, are left out.
    """
    way: list[Card] = []
    while key and len(way) < LONGEST_WAY and (card := find(connection, key)):
        way.insert(0, card)
        key = card.before
    return way


def turn_to(connection: sqlite3.Connection, card: Card, place: tuple[int, int]) -> None:
    """A message shows another card from now on."""
    now = time.time()
    keep(connection, card, now)
    show(connection, card.key, place, now)


def correct(connection: sqlite3.Connection, card: Card, place: tuple[int, int]) -> None:
    """What a card shows there is otherwise now; it is as old as it was."""
    body = msgspec.json.encode(card)
    connection.execute("UPDATE card SET body = ? WHERE key = ?", (body, card.key))
    show(connection, card.key, place, time.time())


def show(connection: sqlite3.Connection, key: str, place: tuple[int, int], now: float) -> None:
    """A message, by chat and number, shows a card."""
    connection.execute(
        "INSERT OR REPLACE INTO message_card VALUES (?, ?, ?, ?)", (*place, key, now)
    )
    connection.execute("DELETE FROM quoted WHERE chat = ? AND message = ?", place)
    card = find(connection, key)
    articles = {one.article for one in card.shown} if card else ()
    connection.executemany(
        "INSERT INTO quoted VALUES (?, ?, ?, ?)", [(*place, name, now) for name in articles]
    )


def shown_in(connection: sqlite3.Connection, chat_id: int, message_id: int) -> Card | None:
    """The card that a message of the bot's shows."""
    return _read(
        connection.execute(
            "SELECT body FROM message_card JOIN card ON card.key = message_card.card"
            " WHERE message_card.chat = ? AND message = ?",
            (chat_id, message_id),
        )
    )


def quoting(connection: sqlite3.Connection, article: str) -> list[tuple[int, int, Card]]:
    """The messages, by chat and number, that quote an article, and the card each shows."""
    rows = connection.execute(
        "SELECT chat, message FROM quoted WHERE article = ? ORDER BY at DESC", (article,)
    ).fetchall()
    found = ((*place, shown_in(connection, *place)) for place in rows)
    return [(chat, message, card) for chat, message, card in found if card]


def of_chat(connection: sqlite3.Connection, chat_id: int, after: float, most: int) -> list[Card]:
    """The newest of a chat since a moment (seconds since 1970), at most so many."""
    rows = connection.execute(
        "SELECT body FROM card WHERE chat = ? AND at > ? ORDER BY at DESC LIMIT ?",
        (chat_id, after, most),
    )
    return [msgspec.json.decode(body, type=Card) for (body,) in rows]


def asked_by(connection: sqlite3.Connection, chat_id: int, asker: int, until: float) -> Card | None:
    """The newest of one person in a chat up to a moment (seconds since 1970)."""
    return _read(
        connection.execute(
            "SELECT body FROM card WHERE chat = ? AND asker = ? AND at <= ?"
            " ORDER BY at DESC, rowid DESC LIMIT 1",
            (chat_id, asker, until),
        )
    )


def place_of(connection: sqlite3.Connection, key: str) -> int | None:
    """The first message that shows a card."""
    row = connection.execute(
        "SELECT message FROM message_card WHERE card = ? ORDER BY message", (key,)
    ).fetchone()
    return int(row[0]) if row else None


def _read(rows: sqlite3.Cursor) -> Card | None:
    row = rows.fetchone()
    return msgspec.json.decode(row[0], type=Card) if row else None

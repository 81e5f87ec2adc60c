"""What the bot holds of a chat or a person, and how it is forgotten: each table, none left out."""

import sqlite3

# How the rows of each table belong to a chat, and to a person in it. What falls due later is no
# answer: by it help and the like goes from a group, which it is still to do.
OF_CHAT = {
    "outbox": "chat = :chat AND fate != 'sending' AND due = 0",
    "quoted": "chat = :chat",
    "message_card": "chat = :chat",
    "card": "chat = :chat",
    "told": "watch IN (SELECT number FROM watch WHERE chat = :chat)",
    "watch": "chat = :chat",
    "chat": "id = :chat",
}
OF_PERSON = {
    "quoted": "(chat, message) IN (SELECT chat, message FROM message_card WHERE card IN"
    " (SELECT key FROM card WHERE asker = :person))",
    "message_card": "card IN (SELECT key FROM card WHERE asker = :person)",
    "card": "asker = :person",
    "told": "watch IN (SELECT number FROM watch WHERE asker = :person)",
    "watch": "asker = :person",
}


def forget_chat(connection: sqlite3.Connection, chat: int) -> dict[str, int]:
    """All of a chat; how many rows went, by table."""
    return _forget(connection, OF_CHAT, {"chat": chat})


def forget_person(connection: sqlite3.Connection, person: int) -> dict[str, int]:
    """What a person asked, in whatever chat; how many rows went, by table."""
    return _forget(connection, OF_PERSON, {"person": person})


def _forget(
    connection: sqlite3.Connection, which: dict[str, str], whose: dict[str, int]
) -> dict[str, int]:
    return {
        table: connection.execute(f"DELETE FROM {table} WHERE {rows}", whose).rowcount  # noqa: S608 (our own words)
        for table, rows in which.items()
    }

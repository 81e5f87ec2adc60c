"""The language that an update is answered in: that of its chat, or of whoever it comes from."""

import sqlite3

import msgspec
from telegram import Update

from bot.render.languages.table import code_of
from bot.telegram.incoming.membership import is_coming
from bot.telegram.state import chats


def language_for(connection: sqlite3.Connection, update: Update) -> str:
    """Its code, empty for English.

    What a chat has chosen counts first; then in private what Telegram tells of the person, in a
    group of who added the bot to it. That is kept for what is said there unasked.
    """
    chat, user = update.effective_chat, update.effective_user
    told = code_of(user.language_code) if user and user.language_code else None
    is_elsewhere = update.inline_query is not None or update.guest_message is not None
    if user is not None and (chat is None or is_elsewhere):
        return chats.read(connection, user.id).language or told or ""
    if chat is None:
        return ""
    there = chats.read(connection, chat.id)
    is_telling = chat.id > 0 or is_coming(update.my_chat_member)
    if is_telling and told is not None and told != there.told:
        there = msgspec.structs.replace(there, told=told)
        chats.write(connection, chat.id, there)
    return there.speaks

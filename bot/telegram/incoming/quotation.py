"""The words that a command is about: those behind it, or those that it replies to."""

from telegram import Message

from bot.telegram.incoming.message_text import own_words
from bot.telegram.incoming.question import LONE_SURROGATE, replied_words


def words_of(message: Message) -> str:
    """As they were written; "" where there are none."""
    return LONE_SURROGATE.sub("\ufffd", own_words(message) or replied_words(message)).strip()

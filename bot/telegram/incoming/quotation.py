"""The words that a command is about: those behind it, or those that it replies to."""

from telegram import Message

from bot.telegram.incoming.message_text import own_words
from bot.telegram.incoming.question import LONE_SURROGATE, Asked, replied_words


def quotation_in(message: Message) -> Asked | None:
    """As they were written; None where there are none."""
    own = own_words(message).strip()
    words = own or replied_words(message).strip()
    return Asked(LONE_SURROGATE.sub("\ufffd", words), is_said=not own) if words else None

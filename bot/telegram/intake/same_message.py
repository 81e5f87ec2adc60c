"""A message that comes twice: as a call of a guest, and as one of a chat that the bot is in."""

from hashlib import blake2b

from telegram import Update

from bot.telegram.incoming.reply_target import ephemeral_id_of

HALF = 2**63


def mark_of(update: Update) -> int | None:
    """The same for two updates of one message, and below zero; None where an update has none.

    A number of a chat and of a message is not enough: a chat between two people that calls the bot
    may have the same as one that the bot has with one of them.
    """
    message = update.message or update.guest_message
    if message is None:
        return None
    sender = message.from_user.id if message.from_user else None
    number = message.message_id or f"ephemeral {ephemeral_id_of(message)}"
    parts = (message.chat.id, number, sender, message.date.timestamp())
    digest = blake2b(repr(parts).encode(), digest_size=8).digest()
    return -1 - int.from_bytes(digest, "big") % HALF

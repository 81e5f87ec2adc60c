"""Several messages that are one question: an album, a batch of what is passed on, with a comment.

Telegram sends them one by one. Pure.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple

from telegram import Message
from telegram.constants import ChatType

from bot.telegram.incoming.message_text import written

TOGETHER = timedelta(seconds=2)  # from the first to the last of what is passed on at once


class Bundle(NamedTuple):
    """What messages have in common that belong together: an album, or else who passes them on."""

    chat: int
    sender: int | None
    album: str | None


def bundle_of(message: Message | None) -> Bundle | None:
    """None for a message that stands alone."""
    if message is None:
        return None
    if message.media_group_id is not None:
        return Bundle(message.chat.id, None, message.media_group_id)
    return passed_on_by(message) if message.forward_origin is not None else None


def passed_on_by(message: Message) -> Bundle:
    sender = message.from_user
    return Bundle(message.chat.id, sender.id if sender else None, None)


def may_be_comment(message: Message | None) -> bool:
    """Whether it may say something of what is passed on right behind it; an album does not."""
    if message is None or not written(message) or bundle_of(message) is not None:
        return False
    return message.chat.type == ChatType.PRIVATE and message.reply_to_message is None


def is_together(first: Message, other: Message) -> bool:
    return abs(other.date - first.date) <= TOGETHER


def as_one(messages: Sequence[Message]) -> Message:
    """That which says something, with the words of them all."""
    with_words = [message for message in messages if written(message)]
    if len(with_words) < 2:
        return (with_words or messages)[0]
    first = with_words[0]
    field = "text" if first.text else "caption"
    joined = "\n".join(map(written, with_words))
    return _changed(first, {field: joined})


def as_comment(comment: Message, passed_on: Message) -> Message:
    """A comment, as a reply to what was passed on behind it."""
    return _changed(comment, {"reply_to_message": passed_on.to_dict()})


def _changed(message: Message, fields: dict[str, object]) -> Message:
    return Message.de_json({**message.to_dict(), **fields}, message.get_bot())

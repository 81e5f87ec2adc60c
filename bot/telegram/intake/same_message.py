"""A message that comes twice: as a call of a guest, and as one of a chat that the bot is in."""

from collections import OrderedDict
from datetime import datetime
from typing import NamedTuple

from telegram import Update

KEPT = 10_000  # messages


class _Mark(NamedTuple):
    """What two updates of one message have in common.

    A number of a chat and of a message is not enough: a chat between two people that calls the bot
    may have the same as one that the bot has with one of them.
    """

    chat: int
    message: int
    sender: int | None
    date: datetime


class SameMessage:
    def __init__(self) -> None:
        self._first: OrderedDict[_Mark, int] = OrderedDict()

    def came_before(self, update: Update) -> bool:
        """Whether an earlier update, and not just this one, brought the same message."""
        message = update.message or update.guest_message
        if message is None:
            return False
        sender = message.from_user.id if message.from_user else None
        mark = _Mark(message.chat.id, message.message_id, sender, message.date)
        first = self._first.setdefault(mark, update.update_id)
        while len(self._first) > KEPT:
            self._first.popitem(last=False)
        return first != update.update_id

"""Holds a message back for a moment where others that belong to it may follow."""

import asyncio
from functools import partial

from telegram import Message, Update

from bot.telegram.effects import effects
from bot.telegram.incoming.gathering import (
    Bundle,
    as_comment,
    as_one,
    bundle_of,
    is_together,
    may_be_comment,
    passed_on_by,
)
from bot.telegram.incoming.message_text import written
from bot.telegram.state import inbox

PAUSE = 0.6  # seconds
MOST_ALBUMS = 200  # whose words are known, for whoever replies to another of their pictures


class Gathering:
    """`noted` is what came and is not handled yet; `gone` went with another update."""

    def __init__(self, pause: float = PAUSE) -> None:
        self._pause = pause
        self._noted: dict[Bundle, list[Update]] = {}
        self._gone: set[int] = set()
        self._captions: dict[Bundle, Message] = {}

    def note(self, update: Update) -> None:
        """Before it is served, with all that came together with it."""
        message, bundle = update.message, bundle_of(update.message)
        if message is None or bundle is None:
            return
        self._noted.setdefault(bundle, []).append(update)
        if bundle.album and written(message):
            self._captions[bundle] = message
            if len(self._captions) > MOST_ALBUMS:
                del self._captions[next(iter(self._captions))]

    async def whole(self, update: Update) -> Update | None:
        """With all that belongs to it; None where it went with one before it.

        The others are done when this one is.
        """
        if update.update_id in self._gone:
            self._gone.discard(update.update_id)
            return None
        update = self._about_its_album(update)
        message, bundle = update.message, bundle_of(update.message)
        if message is not None and may_be_comment(message):
            parts = self._taken(passed_on_by(message), message, behind=update.update_id)
            return self._one(update, as_comment(message, as_one(parts))) if parts else update
        if message is None or bundle is None:
            return update
        await asyncio.sleep(self._pause)
        parts = self._taken(bundle, message, behind=update.update_id)
        return self._one(update, as_one([message, *parts])) if parts else update

    def _about_its_album(self, update: Update) -> Update:
        """A reply to a picture without words is one to the picture of its album that has them."""
        message = update.message
        replied = message.reply_to_message if message is not None else None
        bundle = bundle_of(replied)
        if message is None or replied is None or bundle is None or written(replied):
            return update
        spoken = self._captions.get(bundle)
        return update if spoken is None else self._one(update, as_comment(message, spoken))

    def _taken(self, bundle: Bundle, first: Message, *, behind: int) -> list[Message]:
        """What belongs to a message and came behind it; it is not served any more."""
        noted = self._noted.pop(bundle, [])
        parts, left = [], []
        for update in noted:
            part = update.message
            if update.update_id == behind or part is None:
                continue
            if update.update_id > behind and (bundle.album or is_together(first, part)):
                parts.append(part)
                self._gone.add(update.update_id)
                effects().writes.append(partial(inbox.done, number=update.update_id))
            else:
                left.append(update)
        if left:
            self._noted[bundle] = left
        return parts

    def _one(self, update: Update, message: Message) -> Update:
        return Update(update.update_id, message=message)

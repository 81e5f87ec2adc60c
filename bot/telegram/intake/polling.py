"""Fetches updates, and confirms to Telegram those that are stored.

PTB's own Updater confirms what it has in memory, which ends with the process. Here what was taken
is confirmed by the next request, which is made when it is stored, and not while nothing can be
sent. Of two programs that ask with one token the older stays.
"""

import asyncio
import logging
import sqlite3
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from time import monotonic

from telegram import Bot
from telegram.error import Conflict, InvalidToken, TelegramError

from bot.errors import ConflictError
from bot.telegram.intake.received import Received, received
from bot.telegram.intake.updates_request import sent_in
from bot.telegram.transport.outage import UNREADABLE, Outage

LOG = logging.getLogger(__name__)

AT_ONCE = 100  # updates, the most that Telegram gives
LONG_POLL = timedelta(seconds=25)
GRACE = 10.0  # seconds on top of it, for the way there and back
YOUNG = 60.0  # seconds after which a program that asks is not the later of two
CONFLICTS = 2  # that a young one meets before it ends; its own last request may be one
FULL = 0.2  # seconds, before it is asked again whether there is room

Take = Callable[[Sequence[Received]], Awaitable[None]]


class Polling:
    def __init__(
        self, bot: Bot, take: Take, wanted: Sequence[str], has_room: Callable[[], bool]
    ) -> None:
        """`take` stores updates, or raises sqlite3.Error. `wanted` are the kinds of update, as
        Telegram names them. `has_room`: whether more can be taken, and answered.
        """
        self._bot = bot
        self._take = take
        self._wanted = wanted
        self._has_room = has_room
        self._offset = 0
        self._began = monotonic()
        self._conflicts = 0

    async def prepare(self) -> None:
        """A webhook of before would keep all updates to itself."""
        await self._bot.delete_webhook()

    async def run(self, outage: Outage) -> None:
        """Fetch and hand over, oldest first. Endless. Raises InvalidToken, ConflictError."""
        self._began = monotonic()
        while True:
            if not self._has_room():
                await asyncio.sleep(FULL)
                continue
            try:
                updates = await self._fetch(AT_ONCE, wait=LONG_POLL)
                if updates:
                    await self._take(updates)
                    self._offset = updates[-1].update.update_id + 1
            except InvalidToken:
                raise
            except (TelegramError, sqlite3.Error, *UNREADABLE) as error:
                if isinstance(error, Conflict):
                    self._end_if_later()
                await asyncio.sleep(outage.met(error))
                continue
            outage.over()

    async def confirm(self) -> None:
        """Tell Telegram what was taken last, before the end."""
        if not self._offset:
            return
        try:
            await self._fetch(1, wait=timedelta())
        except (TelegramError, *UNREADABLE) as error:
            LOG.warning("Telegram was not told what was taken: %s", type(error).__name__)

    def _end_if_later(self) -> None:
        self._conflicts += 1
        if self._conflicts >= CONFLICTS and monotonic() - self._began < YOUNG:
            raise ConflictError(
                "Another program answers with this bot's token, and was there first; stop one of"
                " the two."
            )

    async def _fetch(self, limit: int, *, wait: timedelta) -> Sequence[Received]:
        """At most `limit` updates; asking confirms those taken before.

        Raises TelegramError, or one of UNREADABLE where the answer holds no update with a number.
        """
        updates = await self._bot.get_updates(
            offset=self._offset,
            limit=limit,
            timeout=wait,
            allowed_updates=self._wanted,
            read_timeout=GRACE,  # PTB adds `timeout` to it
        )
        return [received(sent_in(update), self._bot) for update in updates]

"""Fetches updates, and confirms to Telegram those that are stored.

PTB's own Updater confirms what it has in memory, which ends with the process. Here what was taken
is confirmed by the next request, which is made when it is stored, and not while nothing can be
sent. Of two programs that ask with one token the older stays.
"""

import logging
import sqlite3
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta

from telegram import Bot
from telegram.error import Conflict, InvalidToken, TelegramError

from bot.errors import ConflictError
from bot.telegram.intake import rivals
from bot.telegram.intake.received import Received, received
from bot.telegram.intake.rivals import CLOCK, Clock, Rivals
from bot.telegram.intake.updates_request import sent_in
from bot.telegram.transport.outage import UNREADABLE, Outage

LOG = logging.getLogger(__name__)

AT_ONCE = 100  # updates, the most that Telegram gives
LONG_POLL = timedelta(seconds=25)
GRACE = 10.0  # seconds on top of it, for the way there and back
FULL = 0.2  # seconds, before it is asked again whether there is room

Take = Callable[[Sequence[Received]], Awaitable[None]]


class Polling:
    def __init__(
        self,
        bot: Bot,
        take: Take,
        wanted: Sequence[str],
        has_room: Callable[[], bool],
        clock: Clock = CLOCK,
    ) -> None:
        """`take` stores updates, or raises sqlite3.Error. `wanted` are the kinds of update, as
        Telegram names them. `has_room`: whether more can be taken, and answered.
        """
        self._bot = bot
        self._take = take
        self._wanted = wanted
        self._has_room = has_room
        self._offset = 0
        self._sleep = clock.sleep
        self._rivals = Rivals(clock.now)

    async def prepare(self) -> None:
        """A webhook of before would keep all updates to itself."""
        await self._bot.delete_webhook()

    async def run(self, outage: Outage) -> None:
        """Fetch and hand over, oldest first. Endless. Raises InvalidToken, ConflictError."""
        while True:
            if not self._has_room():
                await self._sleep(FULL)
                continue
            try:
                self._rivals.asks()
                updates = await self._fetch(AT_ONCE, wait=LONG_POLL)
                if updates:
                    await self._take(updates)
                    self._offset = updates[-1].update.update_id + 1
            except InvalidToken:
                raise
            except (TelegramError, sqlite3.Error, *UNREADABLE) as error:
                await self._sleep(self._pause_after(error, outage))
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

    def _pause_after(self, error: Exception, outage: Outage) -> float:
        """Raises ConflictError."""
        pause = outage.met(error)
        if isinstance(error, Conflict):
            if self._rivals.cut_off():
                raise ConflictError(
                    "Another program asks Telegram for this bot's messages and goes on with it:"
                    " stop that one before you start this one."
                )
            return rivals.ANSWER
        if isinstance(error, TelegramError):
            self._rivals.away()
        return pause

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

"""Fetches updates and has each handled, several at once, never more than can be finished soon.

PTB's own Updater takes everything that waits into memory and tells Telegram so; it cannot be asked
for only as many as there are free places, and a BaseUpdateProcessor bounds what is handled at once,
not what is taken: what cannot be finished before the bot is stopped is lost. Here the rest stays
with Telegram until there is a free place, by the `limit` of `Bot.get_updates`.

What is taken is confirmed by the next request, answered or not: a message whose search kills the
program must not be fetched again after each start, nor one be answered twice.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta

from telegram import Bot, Update
from telegram.error import InvalidToken, TelegramError

from bot.telegram.transport.outage import UNREADABLE, Outage

LOG = logging.getLogger(__name__)

AT_ONCE = 32  # updates being handled
LONG_POLL = timedelta(seconds=25)
GRACE = 10.0  # seconds on top of it, for the way there and back
FAREWELL = 3.0  # seconds


class Polling:
    def __init__(
        self, bot: Bot, handle: Callable[[Update], Awaitable[None]], wanted: Sequence[str]
    ) -> None:
        """`handle` raises nothing. `wanted` are the kinds of update, as Telegram names them."""
        self._bot = bot
        self._handle = handle
        self._wanted = wanted
        self._offset = 0
        self._tasks: set[asyncio.Task[None]] = set()

    async def run(self, outage: Outage) -> None:
        """Fetch and hand out, oldest first, until cancelled. Raises InvalidToken."""
        while True:
            while len(self._tasks) >= AT_ONCE:
                await asyncio.wait(self._tasks, return_when=asyncio.FIRST_COMPLETED)
            try:
                updates = await self._fetch(AT_ONCE - len(self._tasks), wait=LONG_POLL)
            except InvalidToken:
                raise
            except (TelegramError, *UNREADABLE) as error:
                await asyncio.sleep(outage.met(error))
                continue
            outage.over()
            for update in updates:
                self._take(update)

    @property
    def unfinished(self) -> int:
        """How many updates are being handled."""
        return len(self._tasks)

    async def finish(self) -> None:
        """Confirm and finish what was taken."""
        if self._offset:
            await self._confirm()
        while self._tasks:
            await asyncio.wait(self._tasks)

    async def give_up(self) -> None:
        """Cancel what is still being handled; it gets some seconds to say so."""
        for seconds in (FAREWELL, 0.0):
            for task in self._tasks:
                task.cancel()
            if self._tasks:
                await asyncio.wait(self._tasks, timeout=seconds)

    async def _confirm(self) -> None:
        """Without it, what was just answered would be answered again after the next start."""
        try:
            await self._fetch(1, wait=timedelta())
        except (TelegramError, *UNREADABLE) as error:
            LOG.warning("Telegram was not told what was answered: %s", type(error).__name__)

    async def _fetch(self, limit: int, *, wait: timedelta) -> Sequence[Update]:
        """At most `limit` updates; asking confirms those taken before.

        Raises TelegramError, or one of UNREADABLE where the answer holds no update with a number.
        """
        return await self._bot.get_updates(
            offset=self._offset,
            limit=limit,
            timeout=wait,
            allowed_updates=self._wanted,
            read_timeout=GRACE,  # PTB adds `timeout` to it
        )

    def _take(self, update: Update) -> None:
        """Hand it out; it is not asked for again."""
        self._offset = update.update_id + 1
        task = asyncio.create_task(self._handled(update))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _handled(self, update: Update) -> None:
        await self._handle(update)

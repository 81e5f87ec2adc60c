"""Fetches messages and has each handled, several at once, never more than can be finished soon.

PTB's own Updater takes everything that waits into memory and tells Telegram so: what it cannot
finish before it is stopped is lost. Here the rest stays with Telegram until there is a free place.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta

from telegram import Bot, Update
from telegram.error import InvalidToken, TelegramError

from bot.telegram.outage import Outage

LOG = logging.getLogger(__name__)

AT_ONCE = 32  # messages being answered
LONG_POLL = timedelta(seconds=25)
WANTED = ["message"]  # not edits, not channels' posts

# What Update.de_json raises for a field that this version of PTB takes for something else.
UNREADABLE = (TypeError, KeyError, ValueError, AttributeError)


class Polling:
    def __init__(self, bot: Bot, handle: Callable[[Update], Awaitable[None]]) -> None:
        """`handle` raises nothing."""
        self._bot = bot
        self._handle = handle
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
                self._hand_out(update)

    @property
    def unfinished(self) -> int:
        """How many messages are being answered."""
        return len(self._tasks)

    async def finish(self) -> None:
        """Wait until everything handed out is handled, and tell Telegram what was taken."""
        if self._offset:
            await self._confirm()
        while self._tasks:
            await asyncio.wait(self._tasks)

    async def give_up(self) -> None:
        """Cancel what is still being handled."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _confirm(self) -> None:
        """Without it, what was just answered would be answered again after the next start."""
        try:
            await self._fetch(1, wait=timedelta())
        except (TelegramError, *UNREADABLE) as error:
            LOG.warning("Telegram was not told what was answered: %s", type(error).__name__)

    async def _fetch(self, limit: int, *, wait: timedelta) -> tuple[Update, ...]:
        """At most `limit` messages; asking confirms those fetched before."""
        return await self._bot.get_updates(
            offset=self._offset, limit=limit, timeout=wait, allowed_updates=WANTED
        )

    def _hand_out(self, update: Update) -> None:
        self._offset = update.update_id + 1
        task = asyncio.create_task(self._handled(update))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _handled(self, update: Update) -> None:
        await self._handle(update)

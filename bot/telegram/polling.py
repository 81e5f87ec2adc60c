"""Fetches messages and has each handled, several at once, never more than can be finished soon.

PTB's own Updater takes everything that waits into memory and tells Telegram so: what it cannot
finish before it is stopped is lost. Here the rest stays with Telegram until there is a free place.

What is taken is confirmed by the next request, answered or not: a message whose search kills the
program must not be fetched again after each start, nor one be answered twice.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

from telegram import Bot, Update
from telegram.error import InvalidToken, TelegramError

from bot.telegram.outage import UNREADABLE, Outage

LOG = logging.getLogger(__name__)

Json = dict[str, Any]

AT_ONCE = 32  # messages being answered
LONG_POLL = timedelta(seconds=25)
GRACE = timedelta(seconds=10)  # on top of it, for the way there and back
FAREWELL = 3.0  # seconds
WANTED = ["message"]  # not edits, not channels' posts


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
                fetched = await self._fetch(AT_ONCE - len(self._tasks), wait=LONG_POLL)
            except InvalidToken:
                raise
            except (TelegramError, *UNREADABLE) as error:
                await asyncio.sleep(outage.met(error))
                continue
            outage.over()
            for number, update in fetched:
                self._take(number, update)

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

    async def _fetch(self, limit: int, *, wait: timedelta) -> list[tuple[int, Json]]:
        """At most `limit` messages as they came, numbered; asking confirms those taken before.

        Not `get_updates`: one message that PTB cannot read would cost all of them. Nor the public
        `do_api_request`, which warns at each call and takes a revoked token for a missing method.

        Raises one of UNREADABLE where there is no message with a number among what came.
        """
        asked = {"offset": self._offset, "limit": limit, "timeout": wait, "allowed_updates": WANTED}
        fetched: Any = await self._bot._post(
            "getUpdates", asked, read_timeout=(wait + GRACE).total_seconds()
        )
        numbered = [
            (update["update_id"], update)
            for update in fetched
            if isinstance(update, dict) and isinstance(update.get("update_id"), int)
        ]
        if fetched != [] and not numbered:
            raise TypeError  # asked for again at once, the same would come again
        return numbered

    def _take(self, number: int, update: Json) -> None:
        """Hand it out, or leave it out where PTB cannot read it; it is not asked for again."""
        self._offset = number + 1
        try:
            readable = Update.de_json(update, self._bot)
        except UNREADABLE as error:
            LOG.warning("One message could not be read; left out (%s).", type(error).__name__)
            return
        task = asyncio.create_task(self._handled(readable))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _handled(self, update: Update) -> None:
        await self._handle(update)

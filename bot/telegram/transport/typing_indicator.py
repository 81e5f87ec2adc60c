"""Shows in a chat that the bot is at work, while a search takes long."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.telegram.transport.reply_target import ReplyTarget
from bot.telegram.transport.sending import Sending

PATIENCE = 1.0  # seconds of searching, after which the chat shows that the bot is at it
SHOWN = 4.0  # seconds; Telegram shows it for five


class TypingIndicator:
    """No request is ever cancelled: httpcore can lose the place that it had in the pool."""

    def __init__(self, sending: Sending, patience: float = PATIENCE) -> None:
        self._sending = sending
        self._patience = patience
        self._tasks: set[asyncio.Task[None]] = set()

    @asynccontextmanager
    async def shown(self, target: ReplyTarget) -> AsyncIterator[None]:
        """Inside, the chat shows that the bot is typing; first after a while."""
        done = asyncio.Event()
        task = asyncio.create_task(self._show_until(done, target))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        try:
            yield
        finally:
            done.set()

    async def finish(self) -> None:
        """Wait for requests that are on their way."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    async def give_up(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _show_until(self, done: asyncio.Event, target: ReplyTarget) -> None:
        wait = self._patience
        while not await _is_set_within(wait, done):
            await self._sending.show_typing(target)
            wait = SHOWN


async def _is_set_within(seconds: float, event: asyncio.Event) -> bool:
    try:
        async with asyncio.timeout(seconds):
            return await event.wait()
    except TimeoutError:
        return False

"""Shows in a chat that the bot is at work, while a search takes long."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from telegram import Bot
from telegram.constants import ChatAction
from telegram.error import TelegramError

from bot.telegram.outgoing import ReplyTarget
from bot.telegram.transport.outage import UNREADABLE

LOG = logging.getLogger(__name__)

PATIENCE = 1.0  # seconds of searching, after which the chat shows that the bot is at it
SHOWN = 4.0  # seconds; Telegram shows it for five


class TypingIndicator:
    def __init__(self, bot: Bot, patience: float = PATIENCE) -> None:
        self._bot = bot
        self._patience = patience
        self._tasks: set[asyncio.Task[None]] = set()

    @asynccontextmanager
    async def shown(self, target: ReplyTarget) -> AsyncIterator[None]:
        """Inside, the chat shows that the bot is typing; first after a while.

        Not where only one person knows that something was asked.
        """
        if target.ephemeral is not None:
            yield
            return
        done = asyncio.Event()
        begin = asyncio.get_running_loop().call_later(self._patience, self._begin, done, target)
        try:
            yield
        finally:
            begin.cancel()
            done.set()

    async def finish(self) -> None:
        """Wait for requests that are on their way."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    def _begin(self, done: asyncio.Event, target: ReplyTarget) -> None:
        task = asyncio.create_task(self._show_until(done, target))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _show_until(self, done: asyncio.Event, target: ReplyTarget) -> None:
        await self._show(target)
        while not await _is_set_within(SHOWN, done):
            await self._show(target)

    async def _show(self, target: ReplyTarget) -> None:
        """For some seconds; a chat that cannot be told so does without."""
        try:
            await self._bot.send_chat_action(
                target.chat_id, ChatAction.TYPING, message_thread_id=target.thread_id
            )
        except (TelegramError, *UNREADABLE) as error:
            LOG.debug("Not shown as typing: %s", type(error).__name__)


async def _is_set_within(seconds: float, event: asyncio.Event) -> bool:
    try:
        async with asyncio.timeout(seconds):
            return await event.wait()
    except TimeoutError:
        return False

"""Sends replies: nothing twice, nothing lost that trying again may save.

Tried again is only what Telegram certainly has not taken: a reply it asked to hold back (429), one
whose chat, topic or question is no longer there, or one that never reached it. A 5xx may have been
taken all the same. Chats do not wait for one another. (PTB's AIORateLimiter holds back every chat
when one is told to wait, and knows nothing of the other two cases.)
"""

import asyncio
import logging
from weakref import WeakValueDictionary

from telegram import Bot, LinkPreviewOptions, ReplyParameters
from telegram.constants import ChatAction, ParseMode
from telegram.error import BadRequest, ChatMigrated, TelegramError

from bot.telegram.transport.outage import UNREADABLE
from bot.telegram.transport.refusals import (
    pause_before_retry,
    reason,
    without_what_is_gone,
)
from bot.telegram.transport.reply_target import ReplyTarget

LOG = logging.getLogger(__name__)

RETRIES = 5
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class Sending:
    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._late: set[asyncio.Task[None]] = set()
        self._queues: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    async def send(self, target: ReplyTarget, html: str) -> None:
        """Reply in a chat; what has to wait is sent later, in order, by a task of its own.

        A reply that cannot be delivered is one line in the log.
        """
        pause = 0.0 if target.chat_id in self._queues else await self._attempt(target, html, 0)
        if pause is not None:
            queue = self._queues.setdefault(target.chat_id, asyncio.Lock())
            task = asyncio.create_task(self._send_late(target, html, queue, pause=pause))
            self._late.add(task)
            task.add_done_callback(self._late.discard)

    async def show_typing(self, target: ReplyTarget) -> None:
        """For some seconds; a chat that cannot be told so does without."""
        try:
            await self._bot.send_chat_action(
                target.chat_id, ChatAction.TYPING, message_thread_id=target.thread_id
            )
        except (TelegramError, *UNREADABLE) as error:
            LOG.debug("Not shown as typing: %s", type(error).__name__)

    @property
    def waiting(self) -> int:
        """How many replies are still to be tried again."""
        return len(self._late)

    async def finish(self) -> None:
        """Wait until nothing is left to try again."""
        while self._late:
            await asyncio.wait(self._late)

    async def give_up(self) -> None:
        """Drop what is still to be tried again."""
        for task in self._late:
            task.cancel()
        await asyncio.gather(*self._late, return_exceptions=True)

    async def _send_late(
        self, target: ReplyTarget, html: str, queue: asyncio.Lock, *, pause: float
    ) -> None:
        async with queue:
            for retry in range(1, RETRIES + 1):
                await asyncio.sleep(pause)
                again = await self._attempt(target, html, retry)
                if again is None:
                    return
                pause = again
        LOG.warning("A reply was not delivered: tried %s times", RETRIES + 1)

    async def _attempt(self, target: ReplyTarget, html: str, retry: int) -> float | None:
        """None when the reply is done with, delivered or not; else the seconds to wait."""
        try:
            await self._post(target, html)
        except TelegramError as error:
            pause = pause_before_retry(error, retry)
            if pause is not None:
                return pause
            LOG.warning("A reply was not delivered: %s", reason(error))
        except UNREADABLE as error:
            # Telegram took the reply, and what it says of it is news to this version of PTB.
            LOG.debug("A receipt could not be read: %s", type(error).__name__)
        return None

    async def _post(self, target: ReplyTarget, html: str) -> None:
        """Send it, without naming what is gone. Raises TelegramError, or one of UNREADABLE."""
        while True:
            try:
                await self._send_message(target, html)
            except (BadRequest, ChatMigrated) as error:
                left = without_what_is_gone(target, error)
                if left == target:
                    raise
                target = left
            else:
                return

    async def _send_message(self, target: ReplyTarget, html: str) -> None:
        reply_to = (
            ReplyParameters(target.message_id, allow_sending_without_reply=True)
            if target.message_id is not None
            else None
        )
        await self._bot.send_message(
            target.chat_id,
            html,
            parse_mode=ParseMode.HTML,
            message_thread_id=target.thread_id,
            reply_parameters=reply_to,
            link_preview_options=NO_PREVIEW,
        )

"""Sends replies: nothing twice, nothing lost that trying again may save.

Tried again is only what Telegram certainly has not taken: a reply it asked to hold back (429), or
one that never reached it. Chats do not wait for one another.
"""

import asyncio
import logging
from weakref import WeakValueDictionary

import httpx
from telegram import Bot, LinkPreviewOptions, ReplyParameters
from telegram.constants import ChatAction, ParseMode
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError

from bot.telegram.incoming import Place
from bot.telegram.outage import seconds_asked

LOG = logging.getLogger(__name__)

NOT_REACHED = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
RETRIES = 5
FIRST_PAUSE = 1.0  # seconds before a reply that did not reach Telegram is tried again; doubles
LONGEST_PAUSE = 60.0  # a chat that is to wait longer gets no reply

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class Sending:
    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._late: set[asyncio.Task[None]] = set()
        self._queues: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    async def send(self, place: Place, html: str) -> None:
        """Reply in a chat; what has to wait is sent later, in order, by a task of its own.

        A reply that cannot be delivered is one line in the log.
        """
        pause = 0.0 if place.chat_id in self._queues else await self._attempt(place, html, 0)
        if pause is not None:
            queue = self._queues.setdefault(place.chat_id, asyncio.Lock())
            task = asyncio.create_task(self._send_late(place, html, queue, pause=pause))
            self._late.add(task)
            task.add_done_callback(self._late.discard)

    async def show_typing(self, place: Place) -> None:
        """For some seconds; a chat that cannot be told so does without."""
        try:
            await self._bot.send_chat_action(
                place.chat_id, ChatAction.TYPING, message_thread_id=place.thread_id
            )
        except TelegramError as error:
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
        self, place: Place, html: str, queue: asyncio.Lock, *, pause: float
    ) -> None:
        async with queue:
            for retry in range(1, RETRIES + 1):
                await asyncio.sleep(pause)
                again = await self._attempt(place, html, retry)
                if again is None:
                    return
                pause = again
        LOG.warning("A reply was not delivered: tried %s times", RETRIES + 1)

    async def _attempt(self, place: Place, html: str, retry: int) -> float | None:
        """None when the reply is done with, delivered or not; else the seconds to wait."""
        try:
            await self._post(place, html)
        except RetryAfter as error:
            pause = seconds_asked(error)
            if pause <= LONGEST_PAUSE:
                return pause
            LOG.warning("A reply was not delivered: its chat is to wait %.0f s", pause)
        except TelegramError as error:
            if isinstance(error.__cause__, NOT_REACHED):
                return min(FIRST_PAUSE * 2.0**retry, LONGEST_PAUSE)
            LOG.warning("A reply was not delivered: %s", _reason(error))
        return None

    async def _post(self, place: Place, html: str) -> None:
        reply_to = ReplyParameters(place.message_id, allow_sending_without_reply=True)
        try:
            await self._send_message(place, html, reply_to)
        except BadRequest as error:
            # Where the message replied to is gone, Telegram does not always send without.
            if "replied" not in error.message.lower():
                raise
            await self._send_message(place, html, None)

    async def _send_message(
        self, place: Place, html: str, reply_to: ReplyParameters | None
    ) -> None:
        await self._bot.send_message(
            place.chat_id,
            html,
            parse_mode=ParseMode.HTML,
            message_thread_id=place.thread_id,
            reply_parameters=reply_to,
            link_preview_options=NO_PREVIEW,
        )


def _reason(error: TelegramError) -> str:
    """Telegram's own words where it answered; a failed request's might hold its address."""
    if isinstance(error, NetworkError) and not isinstance(error, BadRequest):
        return type(error.__cause__ or error).__name__
    return f"{type(error).__name__}, {error.message}"

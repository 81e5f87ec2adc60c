"""Sends replies: nothing twice, nothing lost that trying again may save.

Tried again is only what Telegram certainly has not taken: a reply it asked to hold back (429), one
whose chat, topic or question is no longer there, or one that never reached it. A 5xx may have been
taken all the same. Chats do not wait for one another.
"""

import asyncio
import logging
import re
from dataclasses import replace
from weakref import WeakValueDictionary

import httpx
from telegram import Bot, LinkPreviewOptions, ReplyParameters
from telegram.constants import ChatAction, ParseMode
from telegram.error import BadRequest, ChatMigrated, NetworkError, RetryAfter, TelegramError

from bot.telegram.incoming import Place
from bot.telegram.outage import UNREADABLE, seconds_asked

LOG = logging.getLogger(__name__)

NOT_REACHED = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
RETRIES = 5
FIRST_PAUSE = 1.0  # seconds before a reply that did not reach Telegram is tried again; doubles
LONGEST_PAUSE = 60.0  # a chat that is to wait longer gets no reply

HELD_BACK = re.compile(r"too many requests(?:.*retry after (\d+))?", re.IGNORECASE)
# In Telegram's refusals: what is gone.
NO_QUESTION = re.compile(r"replied|message_id_invalid", re.IGNORECASE)
NO_TOPIC = re.compile(r"thread not found", re.IGNORECASE)

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
        except TelegramError as error:
            pause = _pause(error, retry)
            if pause is not None and pause <= LONGEST_PAUSE:
                return pause
            LOG.warning("A reply was not delivered: %s", _reason(error))
        except UNREADABLE as error:
            # Telegram took the reply, and what it says of it is news to this version of PTB.
            LOG.debug("A receipt could not be read: %s", type(error).__name__)
        return None

    async def _post(self, place: Place, html: str) -> None:
        """Send it, without naming what is gone. Raises TelegramError, or one of UNREADABLE."""
        while True:
            try:
                await self._send_message(place, html)
            except (BadRequest, ChatMigrated) as error:
                left = _without_what_is_gone(place, error)
                if left == place:
                    raise
                place = left
            else:
                return

    async def _send_message(self, place: Place, html: str) -> None:
        reply_to = (
            ReplyParameters(place.message_id, allow_sending_without_reply=True)
            if place.message_id is not None
            else None
        )
        await self._bot.send_message(
            place.chat_id,
            html,
            parse_mode=ParseMode.HTML,
            message_thread_id=place.thread_id,
            reply_parameters=reply_to,
            link_preview_options=NO_PREVIEW,
        )


def _without_what_is_gone(place: Place, error: BadRequest | ChatMigrated) -> Place:
    """The same place where nothing that it names is said to be gone."""
    if isinstance(error, ChatMigrated):  # where messages have other numbers
        return Place(error.new_chat_id, thread_id=None, message_id=None)
    if NO_QUESTION.search(error.message):
        return replace(place, message_id=None)
    if NO_TOPIC.search(error.message):
        return replace(place, thread_id=None)
    return place


def _pause(error: TelegramError, retry: int) -> float | None:
    """How many seconds to wait before the next try; None where there must be none."""
    if isinstance(error, RetryAfter):
        return seconds_asked(error)
    own = min(FIRST_PAUSE * 2.0**retry, LONGEST_PAUSE)
    if isinstance(error.__cause__, NOT_REACHED):
        return own
    held_back = HELD_BACK.match(error.message)  # a 429 that gives the time in words, or not at all
    if held_back:
        return float(held_back[1] or own)
    return None


def _reason(error: TelegramError) -> str:
    """Telegram's own words where it answered; a failed request's might hold its address."""
    if isinstance(error, RetryAfter):
        return f"its chat is to wait {seconds_asked(error):.0f} s"
    if isinstance(error, NetworkError) and not isinstance(error, BadRequest):
        return type(error.__cause__ or error).__name__
    return f"{type(error).__name__}, {error.message}"

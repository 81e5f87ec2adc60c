"""Where Telegram did not take something: what became of it, and what of it to leave out.

Tried again is only what certainly did not arrive. A read timeout, a cut connection, a 5xx and an
answer that is not Telegram's leave that open.
"""

import re
from dataclasses import replace

import httpx
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.telegram.outgoing import ReplyTarget
from bot.telegram.transport.fates import Fate, Later, Refused, Unsure
from bot.telegram.transport.outage import seconds_asked

NOT_REACHED = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
FIRST_PAUSE = 0.5  # seconds before what did not reach Telegram is tried again; doubles
LONGEST_PAUSE = 8.0

HELD_BACK = re.compile(r"too many requests(?:.*retry after (\d+))?", re.IGNORECASE)
# In Telegram's refusals: what is gone, or cannot be read.
NO_QUESTION = re.compile(r"replied|message_id_invalid", re.IGNORECASE)
NO_TOPIC = re.compile(r"thread not found", re.IGNORECASE)
NO_CLAIM = re.compile(r"quote", re.IGNORECASE)
NO_MARKUP = re.compile(r"can't parse|entit|unsupported start tag", re.IGNORECASE)
NO_KEYBOARD = re.compile(r"button|reply markup|reply_markup|inline keyboard", re.IGNORECASE)
NO_PHOTO = re.compile(r"photo|image_process_failed", re.IGNORECASE)
NO_CHAT = re.compile(r"chat not found|group chat was|have no rights to send", re.IGNORECASE)


def without_what_is_gone(target: ReplyTarget, error: BadRequest | ChatMigrated) -> ReplyTarget:
    """The same target where nothing that it names is said to be gone."""
    if isinstance(error, ChatMigrated):  # where messages have other numbers
        return replace(target, chat_id=error.new_chat_id, thread_id=None, message_id=None)
    if NO_QUESTION.search(error.message):
        return replace(target, message_id=None)
    if NO_TOPIC.search(error.message):
        return replace(target, thread_id=None)
    return target


def fate_of(error: TelegramError, tries: int) -> Fate:
    """`tries` counts those before this one."""
    if isinstance(error, RetryAfter):
        return Later(seconds_asked(error), is_said=True)
    pause = min(FIRST_PAUSE * 2.0 ** min(tries, 10), LONGEST_PAUSE)
    if isinstance(error.__cause__, NOT_REACHED):
        return Later(pause)
    held_back = HELD_BACK.match(error.message)  # a 429 that gives the time in words, or not at all
    if held_back:
        return Later(float(held_back[1] or pause), is_said=True)
    is_refused = isinstance(error, BadRequest) or not isinstance(error, NetworkError)
    if not (is_refused and is_telegrams(error)):
        return Unsure(reason(error))
    is_gone = isinstance(error, Forbidden) or NO_CHAT.search(error.message) is not None
    return Refused(reason(error), is_gone)


def is_telegrams(error: TelegramError) -> bool:
    """Whether Telegram said so: what stands on the way may answer with a page of its own, which PTB
    tells by a plain error, or gives as the cause.
    """
    return type(error) is not TelegramError and not isinstance(error.__cause__, TelegramError)


def reason(error: TelegramError) -> str:
    """Telegram's own words where it answered; a failed request's might hold its address."""
    if isinstance(error, RetryAfter):
        return f"its chat is to wait {seconds_asked(error):.0f} s"
    if not is_telegrams(error):
        return "the answer was not Telegram's"
    if isinstance(error, NetworkError) and not isinstance(error, BadRequest):
        return type(error.__cause__ or error).__name__
    return f"{type(error).__name__}, {error.message}"

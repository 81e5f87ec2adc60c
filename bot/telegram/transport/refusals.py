"""Where Telegram did not take a reply: wait and try again, leave out what is gone, or stop.

A read timeout is never a reason to try again: the reply may have arrived.
"""

import re
from dataclasses import replace

import httpx
from telegram.error import BadRequest, ChatMigrated, NetworkError, RetryAfter, TelegramError

from bot.telegram.transport.outage import seconds_asked
from bot.telegram.transport.reply_target import ReplyTarget

NOT_REACHED = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
FIRST_PAUSE = 1.0  # seconds before a reply that did not reach Telegram is tried again; doubles
LONGEST_PAUSE = 60.0  # a chat that is to wait longer gets no reply

HELD_BACK = re.compile(r"too many requests(?:.*retry after (\d+))?", re.IGNORECASE)
# In Telegram's refusals: what is gone.
NO_QUESTION = re.compile(r"replied|message_id_invalid", re.IGNORECASE)
NO_TOPIC = re.compile(r"thread not found", re.IGNORECASE)


def without_what_is_gone(target: ReplyTarget, error: BadRequest | ChatMigrated) -> ReplyTarget:
    """The same target where nothing that it names is said to be gone."""
    if isinstance(error, ChatMigrated):  # where messages have other numbers
        return ReplyTarget(error.new_chat_id, thread_id=None, message_id=None)
    if NO_QUESTION.search(error.message):
        return replace(target, message_id=None)
    if NO_TOPIC.search(error.message):
        return replace(target, thread_id=None)
    return target


def pause_before_retry(error: TelegramError, retry: int) -> float | None:
    """How many seconds to wait before the next try; None where there must be none.

    `retry` counts the tries from 0.
    """
    pause = _pause(error, retry)
    return pause if pause is not None and pause <= LONGEST_PAUSE else None


def _pause(error: TelegramError, retry: int) -> float | None:
    if isinstance(error, RetryAfter):
        return seconds_asked(error)
    own = min(FIRST_PAUSE * 2.0**retry, LONGEST_PAUSE)
    if isinstance(error.__cause__, NOT_REACHED):
        return own
    held_back = HELD_BACK.match(error.message)  # a 429 that gives the time in words, or not at all
    if held_back:
        return float(held_back[1] or own)
    return None


def reason(error: TelegramError) -> str:
    """Telegram's own words where it answered; a failed request's might hold its address."""
    if isinstance(error, RetryAfter):
        return f"its chat is to wait {seconds_asked(error):.0f} s"
    if isinstance(error, NetworkError) and not isinstance(error, BadRequest):
        return type(error.__cause__ or error).__name__
    return f"{type(error).__name__}, {error.message}"

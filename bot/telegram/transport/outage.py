"""Trouble in reaching Telegram: how long to wait, and one log line when it begins and ends."""

import logging
from datetime import timedelta
from time import monotonic

from telegram.error import Conflict, RetryAfter, TelegramError

from bot.telegram.health import Health

LOG = logging.getLogger(__name__)

# What PTB raises where Telegram's answer is not made as this version of PTB knows it.
UNREADABLE = (TypeError, LookupError, ValueError, AttributeError, ArithmeticError, OSError)

FIRST_PAUSE = 0.5  # seconds
LONGEST_PAUSE = 30.0
LONG = 60.0  # seconds of trouble, after which the bot is not well


class Outage:
    def __init__(self, health: Health | None = None) -> None:
        self._health = health or Health()
        self._trouble = ""
        self._since = 0.0
        self._pause = FIRST_PAUSE

    def met(self, error: Exception) -> float:
        """Note a failure. Returns how many seconds to wait, twice as long after each failure."""
        trouble = _in_words(error)
        if trouble != self._trouble:
            LOG.warning("%s", trouble)
            self._since = self._since if self._trouble else monotonic()
            self._trouble = trouble
        if monotonic() - self._since > LONG:
            self._health.met("telegram", trouble)
        pause = self._pause
        self._pause = min(2 * pause, LONGEST_PAUSE)
        return max(pause, seconds_asked(error)) if isinstance(error, RetryAfter) else pause

    def over(self) -> None:
        """Note that Telegram answered."""
        if self._trouble:
            LOG.info("Telegram answers again.")
        self._trouble = ""
        self._health.over("telegram")
        self._pause = FIRST_PAUSE


def seconds_asked(error: RetryAfter) -> float:
    """How long Telegram asks to wait."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


def _in_words(error: Exception) -> str:
    """Never the error's own words: a failed request's may hold its address, thus the token."""
    if isinstance(error, Conflict):
        return "Another program is asking Telegram for this bot's messages; stop one of the two."
    if isinstance(error, TelegramError):
        cause = type(error.__cause__ or error).__name__
        return f"Telegram cannot be reached; trying until it can ({cause})."
    return f"Telegram sent what cannot be read; asking again ({type(error).__name__})."

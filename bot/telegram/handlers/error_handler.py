"""The bot's one error handler: whatever fails while an update is handled ends here."""

import logging
from collections.abc import Callable, Coroutine
from typing import Any

from telegram import Update
from telegram.ext import ContextTypes

from bot.errors import AwayError, SearchError, TooLongError
from bot.render.english import telegram as texts
from bot.telegram.incoming.reply_target import reply_target
from bot.telegram.responder import Responder

LOG = logging.getLogger(__name__)


def error_handler(
    responder: Responder,
) -> Callable[[object, ContextTypes.DEFAULT_TYPE], Coroutine[Any, Any, None]]:
    """Apologises in the chat; the log gets what failed, and nothing of what was asked."""

    async def apologise(update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        error = context.error
        what = error if isinstance(error, SearchError) else type(error).__name__
        LOG.error("A message could not be answered: %s", what)
        if isinstance(update, Update) and update.message is not None:
            responder.say(reply_target(update.message), _apology(error), fades=True)

    return apologise


def _apology(error: Exception | None) -> str:
    if isinstance(error, TooLongError):
        return texts.TOO_LONG()
    return texts.AWAY() if isinstance(error, AwayError) else texts.APOLOGY()

"""The bot's one error handler: whatever fails while a message is handled ends here."""

import logging
from collections.abc import Callable, Coroutine
from typing import Any

from telegram import Update
from telegram.ext import ContextTypes

from bot.errors import SearchError
from bot.telegram import texts
from bot.telegram.desk import Desk
from bot.telegram.incoming import place_of

LOG = logging.getLogger(__name__)


def error_handler(
    desk: Desk,
) -> Callable[[object, ContextTypes.DEFAULT_TYPE], Coroutine[Any, Any, None]]:
    """Apologises in the chat; the log gets what failed, and nothing of what was asked."""

    async def apologise(update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        error = context.error
        what = error if isinstance(error, SearchError) else type(error).__name__
        LOG.error("A message could not be answered: %s", what)
        if isinstance(update, Update) and update.message is not None:
            await desk.say(place_of(update.message), texts.APOLOGY)

    return apologise

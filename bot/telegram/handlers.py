"""The one list of what the bot reacts to, in order: the first that matches takes the message."""

from collections.abc import Awaitable, Callable
from typing import Any

from telegram import Message, Update
from telegram.ext import ContextTypes, MessageHandler, filters

from bot.telegram import commands, group, private
from bot.telegram.addressed import FROM_PERSON, GREETING, TO_THIS_BOT, WITH_CONTENT, Command
from bot.telegram.desk import Desk

Handler = MessageHandler[ContextTypes.DEFAULT_TYPE, Any]
React = Callable[[Message, Desk], Awaitable[None]]

SENT = filters.UpdateType.MESSAGE & FROM_PERSON & WITH_CONTENT  # and not edited
PRIVATE = SENT & filters.ChatType.PRIVATE
GROUP = SENT & filters.ChatType.GROUPS


def handlers(desk: Desk) -> list[Handler]:
    """What no line matches is not for this bot."""
    rules: list[tuple[filters.BaseFilter, React]] = [
        ((PRIVATE | GROUP) & Command("start", "help"), commands.explain),
        ((PRIVATE | GROUP) & Command("about"), commands.about),
        ((PRIVATE | GROUP) & Command("ask"), commands.ask),
        (PRIVATE & Command(), commands.unknown),
        (PRIVATE & GREETING, commands.explain),
        (PRIVATE, private.answer),
        (GROUP & TO_THIS_BOT & Command(), commands.unknown),
        (GROUP & TO_THIS_BOT & GREETING, group.hint),
        (GROUP & TO_THIS_BOT, group.answer),
    ]
    return [_handler(which, react, desk) for which, react in rules]


def _handler(which: filters.BaseFilter, react: React, desk: Desk) -> Handler:
    async def callback(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        if update.message is not None:
            await react(update.message, desk)

    return MessageHandler(which, callback)

"""One line of the list of handlers, for each kind of update that Telegram sends."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import Any

from telegram import Message, Update
from telegram.constants import UpdateType
from telegram.ext import BaseHandler, ContextTypes, MessageHandler, filters

from bot.telegram.responder import Responder

Handler = BaseHandler[Update, ContextTypes.DEFAULT_TYPE, Any]
ReactToMessage = Callable[[Message, Responder], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Reaction:
    """A handler, and the kinds of update that it is for, as Telegram names them.

    Telegram sends no other kinds than those that some handler is for.
    """

    handler: Handler
    updates: tuple[str, ...]


def on_message(which: filters.BaseFilter, react: ReactToMessage, responder: Responder) -> Reaction:
    """For new messages, neither edited ones nor those of channels."""

    async def callback(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        if update.message is not None:
            await react(update.message, responder)

    handler = MessageHandler(filters.UpdateType.MESSAGE & which, callback)
    return Reaction(handler, (UpdateType.MESSAGE,))


def allowed_updates(reactions: Iterable[Reaction]) -> list[str]:
    """The kinds of update to ask Telegram for."""
    return sorted({str(kind) for reaction in reactions for kind in reaction.updates})

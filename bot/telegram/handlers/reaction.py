"""One line of the list of handlers, for each kind of update that Telegram sends."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import Any

from telegram import CallbackQuery, ChatMemberUpdated, InlineQuery, Message, Update
from telegram.constants import UpdateType
from telegram.error import TelegramError
from telegram.ext import (
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    ContextTypes,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from bot.errors import PressRefusedError
from bot.render.english import telegram as texts
from bot.telegram.effects import effects
from bot.telegram.inline.inline_mode import InlineMode
from bot.telegram.outgoing import ReplyTarget
from bot.telegram.responder import Responder
from bot.telegram.transport.outage import UNREADABLE

LOG = logging.getLogger(__name__)

PATIENCE = 1.5  # seconds, after which a button stops to show that it was pressed

Handler = BaseHandler[Update, ContextTypes.DEFAULT_TYPE, Any]
ReactToPress = Callable[[CallbackQuery, str, Responder], Awaitable[str]]
ReactToInline = Callable[[InlineQuery, InlineMode], Awaitable[None]]
ReactToMembership = Callable[[ChatMemberUpdated], Awaitable[None]]
ReactToMessage = Callable[[Message, Responder], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Reaction:
    """A handler, and the kinds of update that it is for, as Telegram names them.

    Telegram sends no other kinds than those that some handler is for.
    """

    handler: Handler
    updates: tuple[str, ...]


def on_message(
    which: filters.BaseFilter,
    react: ReactToMessage,
    responder: Responder,
    *,
    is_heard: bool = False,
) -> Reaction:
    """For new messages, those of channels too; not for edited ones.

    `is_heard`: also in a group that has told the bot to be silent.
    """

    async def callback(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        message = update.message or update.channel_post
        if message is None or (_is_silent(message) and not is_heard):
            return
        responder.heard.is_due((message.chat.id, message.message_id))
        await react(message, responder)

    new = filters.UpdateType.MESSAGE | filters.UpdateType.CHANNEL_POST
    handler = MessageHandler(new & which, callback)
    return Reaction(handler, (UpdateType.MESSAGE, UpdateType.CHANNEL_POST))


def on_edited(which: filters.BaseFilter, react: ReactToMessage, responder: Responder) -> Reaction:
    """For messages that were changed, those of channels too."""

    async def callback(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        message = update.edited_message or update.edited_channel_post
        if message is not None and not _is_silent(message):
            await react(message, responder)

    handler = MessageHandler(filters.UpdateType.EDITED & which, callback)
    return Reaction(handler, (UpdateType.EDITED_MESSAGE, UpdateType.EDITED_CHANNEL_POST))


def on_membership(react: ReactToMembership) -> Reaction:
    """For the bot's own comings and goings."""

    async def callback(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        if update.my_chat_member is not None:
            await react(update.my_chat_member)

    handler = ChatMemberHandler(callback, ChatMemberHandler.MY_CHAT_MEMBER)
    return Reaction(handler, (UpdateType.MY_CHAT_MEMBER,))


def _is_silent(message: Message) -> bool:
    return message.chat.id < 0 and effects().settings.is_silent


def on_guest_message(react: ReactToMessage, responder: Responder) -> Reaction:
    """For calls from chats that the bot is no member of."""

    async def callback(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        if update.guest_message is not None and update.guest_message.guest_query_id:
            await react(update.guest_message, responder)

    handler = MessageHandler(filters.UpdateType.GUEST_MESSAGE, callback)
    return Reaction(handler, (UpdateType.GUEST_MESSAGE,))


def on_inline_query(react: ReactToInline, inline: InlineMode) -> Reaction:
    async def callback(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        if update.inline_query is not None:
            await react(update.inline_query, inline)

    return Reaction(InlineQueryHandler(callback), (UpdateType.INLINE_QUERY,))


def on_press(name: str, react: ReactToPress, responder: Responder) -> Reaction:
    """For buttons whose `press` is the name, a colon, and what `react` is given of it.

    What it returns is shown to who pressed; where it takes long, it is said in the chat instead.
    """

    async def react_to(query: CallbackQuery) -> str:
        try:
            return await react(query, (query.data or "").partition(":")[2], responder)
        except PressRefusedError as refused:
            return str(refused)

    async def callback(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        query = update.callback_query
        if query is None:
            return
        reacting = asyncio.create_task(react_to(query))
        try:
            await asyncio.wait({reacting}, timeout=PATIENCE)
            if reacting.done():
                await _answer(query, _shown(reacting))
            else:
                await _answer(query, "")
                await asyncio.wait({reacting})
                _say_below(query, _shown(reacting), responder)
        finally:
            reacting.cancel()
        effects().outcome = effects().outcome or "button answered"
        reacting.result()

    handler = CallbackQueryHandler(callback, pattern=rf"^{name}:[\w-]{{1,60}}$")
    return Reaction(handler, (UpdateType.CALLBACK_QUERY,))


def _shown(reacting: asyncio.Task[str]) -> str:
    return texts.APOLOGY() if reacting.exception() else reacting.result()


def _say_below(query: CallbackQuery, words: str, responder: Responder) -> None:
    if words and query.message is not None:
        target = ReplyTarget(query.message.chat.id, None, query.message.message_id)
        responder.say(target, words, fades=True)


async def _answer(query: CallbackQuery, words: str) -> None:
    try:
        await query.answer(words or None)
    except (TelegramError, *UNREADABLE) as error:  # it goes stale in seconds
        LOG.debug("A button was not answered: %s", type(error).__name__)


def allowed_updates(reactions: Iterable[Reaction]) -> list[str]:
    """The kinds of update to ask Telegram for."""
    return sorted({str(kind) for reaction in reactions for kind in reaction.updates})

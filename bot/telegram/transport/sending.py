"""Does in Telegram what the bot has said, once, and tells what became of it.

Where Telegram refuses a part of it (a question, topic or quotation that is gone, markup, buttons),
it is sent without that part.
"""

import json
import logging
from collections.abc import Awaitable, Callable
from typing import Any, NamedTuple

import msgspec
from telegram import ReactionTypeEmoji, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, TelegramError
from telegram.ext import ExtBot

from bot.render.english import telegram as texts
from bot.render.telegram.plain_text import plain_text
from bot.telegram.outgoing import (
    Button,
    Deletion,
    Edit,
    GuestAnswer,
    Keyboard,
    Message,
    Outgoing,
    Reaction,
    ReplyTarget,
)
from bot.telegram.transport.articles import article
from bot.telegram.transport.fates import Arrived, Fate
from bot.telegram.transport.newest import NewestMessages
from bot.telegram.transport.outage import UNREADABLE
from bot.telegram.transport.pacing import HAD_ITS_TURN
from bot.telegram.transport.refusals import (
    NO_CLAIM,
    NO_KEYBOARD,
    NO_MARKUP,
    NO_PHOTO,
    fate_of,
    is_telegrams,
    without_what_is_gone,
)

LOG = logging.getLogger(__name__)

# As `api_kwargs`, of which PTB makes no objects: those cost more than the rest of a message.
NO_PREVIEW = {"link_preview_options": '{"is_disabled": true}'}
TO_ANY_CHAT = dict.fromkeys(("allow_user_chats", "allow_group_chats", "allow_channel_chats"), True)


class _Form(NamedTuple):
    """What is sent, and whether with its markup."""

    message: Message | Edit
    is_html: bool = True


class Sending:
    def __init__(self, bot: ExtBot[bool]) -> None:
        self._bot = bot
        self.newest = NewestMessages()

    async def perform(self, outgoing: Outgoing, tries: int = 0) -> Fate:
        """Send it, change it, or take it away. Raises nothing of Telegram's."""
        try:
            match outgoing:
                case Message():
                    return await self._without_what_is_refused(outgoing, self._send)
                case Edit():
                    return await self._without_what_is_refused(outgoing, self._edit)
                case Reaction(chat_id, message_id, emoji):
                    shown = ReactionTypeEmoji(emoji)
                    await self._bot.set_message_reaction(chat_id, message_id, [shown])
                case Deletion(chat_id, message_id):
                    await self._bot.delete_message(chat_id, message_id)
                case GuestAnswer(_, query_id, html, title):
                    answer = article("answer", title or texts.GUEST_TITLE(), html)
                    await self._bot.answer_guest_query(query_id, answer)
        except TelegramError as error:
            return fate_of(error, tries)
        except UNREADABLE:
            # Telegram took it, and what it says of it is news to this version of PTB.
            LOG.info("chat %s: what Telegram said of it cannot be read", _chat_of(outgoing))
        return Arrived(_chat_of(outgoing))

    async def _without_what_is_refused(
        self, wanted: Message | Edit, post: Callable[[_Form], Awaitable[Arrived]]
    ) -> Arrived:
        """Raises TelegramError, or one of UNREADABLE."""
        form = _Form(wanted)
        while True:
            try:
                return await post(form)
            except (BadRequest, ChatMigrated) as error:
                if not is_telegrams(error):
                    raise
                if isinstance(form.message, Edit) and "not modified" in str(error):
                    return Arrived(form.message.chat_id, form.message.message_id)
                left = _without(form, error)
                if left == form:
                    raise
                form = left

    async def _send(self, form: _Form) -> Arrived:
        message = form.message
        assert isinstance(message, Message)  # noqa: S101 (the only caller sees to it)
        target = message.target
        text = message.html if form.is_html else plain_text(message.html)
        mode = ParseMode.HTML if form.is_html else None
        extra = _for_one(target)
        is_for_one = bool(extra)
        if not is_for_one:  # there a button would change it, which takes other methods
            extra |= markup_of(message.keyboard)
        reply_to = self._reply_to(message)
        if message.photo:
            receipt = await self._bot.send_photo(
                target.chat_id,
                message.photo,
                caption=text,
                parse_mode=mode,
                message_thread_id=target.thread_id,
                reply_parameters=reply_to,
                filename="picture.png",
                rate_limit_args=HAD_ITS_TURN,
                api_kwargs=extra,
            )
        else:
            receipt = await self._bot.send_message(
                target.chat_id,
                text,
                parse_mode=mode,
                message_thread_id=target.thread_id,
                reply_parameters=reply_to,
                rate_limit_args=HAD_ITS_TURN,
                api_kwargs=NO_PREVIEW | extra,
            )
        if is_for_one:  # it has no number of its own, and cannot be edited as others are
            return Arrived(target.chat_id)
        self.newest.note(receipt.chat.id, receipt.message_id)
        return Arrived(target.chat_id, receipt.message_id)

    def _reply_to(self, message: Message) -> ReplyParameters | None:
        target = message.target
        if target.message_id is None or target.ephemeral is not None:
            return None
        if not message.claim and self.newest.is_right_above(target):
            return None
        return ReplyParameters(
            target.message_id,
            allow_sending_without_reply=True,
            quote=message.claim or None,
        )

    async def _edit(self, form: _Form) -> Arrived:
        edit = form.message
        assert isinstance(edit, Edit)  # noqa: S101 (the only caller sees to it)
        await self._bot.edit_message_text(
            edit.html if form.is_html else plain_text(edit.html),
            edit.chat_id,
            edit.message_id,
            parse_mode=ParseMode.HTML if form.is_html else None,
            rate_limit_args=HAD_ITS_TURN,
            api_kwargs=NO_PREVIEW | markup_of(edit.keyboard),
        )
        return Arrived(edit.chat_id, edit.message_id)


def _for_one(target: ReplyTarget) -> dict[str, Any]:
    """What makes a message one that only the person sees who wrote what it replies to.

    Telegram takes it for 15 seconds. Source: Bot API 10.3, "EphemeralMessageParameters"; this
    version of PTB does not know it.
    """
    only = target.ephemeral
    if only is None:
        return {}
    return {
        "ephemeral_message_parameters": {"receiver_user_id": only.sender},
        "reply_parameters": {"ephemeral_message_id": only.number},
    }


def _chat_of(outgoing: Outgoing) -> int:
    return outgoing.target.chat_id if isinstance(outgoing, Message) else outgoing.chat_id


def _without(form: _Form, error: BadRequest | ChatMigrated) -> _Form:
    """The same form where nothing of it is what was refused."""
    message, words = form.message, "" if isinstance(error, ChatMigrated) else error.message
    if isinstance(message, Message):
        if message.claim and NO_CLAIM.search(words):
            return form._replace(message=msgspec.structs.replace(message, claim=""))
        if message.photo and NO_PHOTO.search(words):  # what it shows stands beneath it
            return form._replace(message=msgspec.structs.replace(message, photo=b""))
        target = without_what_is_gone(message.target, error)
        if target != message.target:
            return form._replace(message=msgspec.structs.replace(message, target=target))
    if form.is_html and NO_MARKUP.search(words):
        return form._replace(is_html=False)
    if message.keyboard and NO_KEYBOARD.search(words):
        return form._replace(message=msgspec.structs.replace(message, keyboard=()))
    return form


def markup_of(keyboard: Keyboard) -> dict[str, str]:
    """As Telegram takes it."""
    if not keyboard:
        return {}
    rows = [[_button(button) for button in row] for row in keyboard]
    return {"reply_markup": json.dumps({"inline_keyboard": rows})}


def _button(button: Button) -> dict[str, object]:
    if button.copy:
        return {"text": button.text, "copy_text": {"text": button.copy}}
    if button.share:
        chosen = {"query": button.share, **TO_ANY_CHAT}
        return {"text": button.text, "switch_inline_query_chosen_chat": chosen}
    if button.url:
        return {"text": button.text, "url": button.url}
    return {"text": button.text, "callback_data": button.press}

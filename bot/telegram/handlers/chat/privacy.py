"""`/privacy`, `/forget` and `/leave`: what the bot keeps, and how it is got rid of."""

from functools import partial

from telegram import Message
from telegram.error import TelegramError

from bot.render.english import chats as words
from bot.telegram.handlers.chat.standing import may_decide
from bot.telegram.incoming.message_text import own_words
from bot.telegram.incoming.reply_target import reply_target
from bot.telegram.responder import Responder
from bot.telegram.state import forgetting
from bot.telegram.transport.outage import UNREADABLE

WHOLE = "chat"  # the word behind /forget for all of a chat


async def privacy(message: Message, responder: Responder) -> None:
    responder.say(reply_target(message), words.privacy(), fades=True)


async def forget(message: Message, responder: Responder) -> None:
    """What a person asked, anywhere; in private, or with a word by who may decide, a whole chat."""
    target = reply_target(message)
    is_private, is_whole = message.chat.id > 0, own_words(message).strip().lower() == WHOLE
    if is_whole and not await may_decide(message):
        responder.say(target, words.ONLY_ADMINS(), fades=True)
        return
    counts: dict[str, int] = {}
    if is_private or is_whole:
        counts = await responder.state.do(partial(forgetting.forget_chat, chat=message.chat.id))
    if message.from_user is not None and not is_whole:
        theirs = partial(forgetting.forget_person, person=message.from_user.id)
        for table, count in (await responder.state.do(theirs)).items():
            counts[table] = counts.get(table, 0) + count
    responder.say(target, words.forgotten(counts), fades=True)


async def leave(message: Message, responder: Responder) -> None:
    """Says good bye first, as it cannot afterwards."""
    target = reply_target(message)
    if message.chat.id > 0:
        responder.say(target, words.NOT_A_GROUP())
        return
    if not await may_decide(message):
        responder.say(target, words.ONLY_ADMINS(), fades=True)
        return
    await responder.state.do(partial(forgetting.forget_chat, chat=message.chat.id))
    bot = message.get_bot()
    try:
        await bot.send_message(message.chat.id, words.LEAVING())
        await bot.leave_chat(message.chat.id)
    except (TelegramError, *UNREADABLE):
        responder.say(target, words.CANNOT_LEAVE(), fades=True)

"""The bot is added to a group, or put out of it; or the group gets another number."""

from functools import partial

from telegram import ChatMemberUpdated
from telegram import Message as TelegramMessage
from telegram.constants import ChatType

from bot.render.english import telegram as texts
from bot.telegram.effects import effects
from bot.telegram.incoming.hearing import hears_all
from bot.telegram.incoming.membership import is_coming, is_going
from bot.telegram.outgoing import Message, ReplyTarget
from bot.telegram.responder import Responder
from bot.telegram.state import chats


async def changed(change: ChatMemberUpdated) -> None:
    """One line where it was added; a change of its rights is nothing to talk of."""
    if change.chat.type not in (ChatType.GROUP, ChatType.SUPERGROUP):
        return
    if is_coming(change):
        effects().outcome = "added to a group"
        bot = change.get_bot()
        line = texts.welcome(bot.username, hears_all=hears_all(bot))
        effects().outgoing.append(Message(ReplyTarget(change.chat.id, None, None), line))
    elif is_going(change):
        effects().outcome = "put out of a group"


async def moved(message: TelegramMessage, _responder: Responder) -> None:
    """What was set, asked and watched for goes along; Telegram says so in the old and the new."""
    here = message.chat.id
    old, new = message.migrate_from_chat_id or here, message.migrate_to_chat_id or here
    effects().outcome = "moved with its group"
    effects().writes.append(partial(chats.move, old=old, new=new))

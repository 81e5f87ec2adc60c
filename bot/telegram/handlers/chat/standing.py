"""Whether somebody may decide for a chat."""

from telegram import ChatMember, Message
from telegram.constants import ChatType
from telegram.error import TelegramError

from bot.telegram.transport.outage import UNREADABLE

ADMINS = (ChatMember.ADMINISTRATOR, ChatMember.OWNER)


async def may_decide(message: Message) -> bool:
    """In private everybody, in a group its administrators, also those who write as the group."""
    if message.chat.type == ChatType.PRIVATE:
        return True
    if message.sender_chat is not None:
        return message.sender_chat.id == message.chat.id
    if message.from_user is None:
        return False
    try:
        member = await message.get_bot().get_chat_member(message.chat.id, message.from_user.id)
    except (TelegramError, *UNREADABLE):
        return False
    return member.status in ADMINS

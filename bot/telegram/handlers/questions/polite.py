"""What is said to the bot and asks nothing: a reaction at most."""

import asyncio

from telegram import Message
from telegram.constants import ChatType

from bot.telegram.effects import effects
from bot.telegram.incoming.message_text import is_own, own_words, replied_to
from bot.telegram.incoming.words.manners import is_chatter, is_grateful
from bot.telegram.outgoing import Reaction

EMOJI = "👍"


async def reacted(message: Message) -> bool:
    """Whether that is all that is to be done: thanks get a reaction, in a group other chatter none.

    Words about somebody else's message are about that one.
    """
    words, replied = own_words(message), replied_to(message)
    is_to_bot = replied is None or is_own(replied)
    is_kind = is_grateful(words)
    if not is_to_bot or message.quote is not None:
        return False
    if message.chat.type == ChatType.PRIVATE and not is_kind:  # chatter is answered there
        return False
    if not await asyncio.to_thread(is_chatter, words, message.date):  # some milliseconds
        return False
    if is_kind and message.message_id:  # what only the bot sees has no number
        effects().outgoing.append(Reaction(message.chat.id, message.message_id, EMOJI))
    effects().outcome = "chatter"
    return True

"""The button under "I cannot tell whether my answer reached you": it brings the answer."""

from telegram import CallbackQuery

from bot.render.english import telegram as texts
from bot.telegram.effects import effects
from bot.telegram.outgoing import Deletion
from bot.telegram.responder import Responder


async def send_again(query: CallbackQuery, number: str, responder: Responder) -> str:
    """Once; the offer goes. Returns what is shown to who pressed."""
    is_there = await responder.send_again(int(number))
    if query.message is not None:
        effects().outgoing.append(Deletion(query.message.chat.id, query.message.message_id))
    return "" if is_there else texts.GONE()

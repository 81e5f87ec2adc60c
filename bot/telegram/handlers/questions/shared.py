"""`/start q_KEY`: a question that somebody has shared is asked again."""

import re
from dataclasses import replace
from functools import partial

from telegram import Message

from bot.render.english import telegram as texts
from bot.telegram.incoming.message_text import own_words
from bot.telegram.incoming.reply_target import reply_target
from bot.telegram.responder import Responder
from bot.telegram.state import cards

SHARED = re.compile(r"q_([\w-]{1,60})")


def is_shared(message: Message) -> bool:
    return SHARED.fullmatch(own_words(message)) is not None


async def ask(message: Message, responder: Responder) -> None:
    found = SHARED.fullmatch(own_words(message))
    card = await responder.state.do(partial(cards.find, key=found[1])) if found else None
    if card is None:
        responder.say(reply_target(message), texts.GONE(), fades=True)
    else:
        asked = replace(card.asked, order=card.order, as_of=None, line="")
        await responder.answer(message, asked)

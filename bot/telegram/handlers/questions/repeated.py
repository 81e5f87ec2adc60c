"""The same question again in a group: where it was answered, and whether there is more by now."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

from telegram import Message

from bot.render.english import telegram as texts
from bot.telegram.effects import effects
from bot.telegram.incoming.question import Asked
from bot.telegram.incoming.reply_target import reply_target
from bot.telegram.responder import Responder
from bot.telegram.state import cards
from bot.telegram.state.cards import Card

AGAIN = timedelta(days=1)
MOST = 200  # answers of the chat that are looked through
LINKED = -1_000_000_000_000  # below this a group's messages have addresses


async def answer(message: Message, responder: Responder, question: Asked) -> None:
    """Whoever asks in private gets the answer again."""
    first = None if message.chat.id > 0 else await _first(message, responder, question)
    if first is None:
        await responder.answer(message, question)
        return
    card, place = first
    if await responder.answer(message, question, before=card):
        return
    effects().outcome = "answered before"
    target = replace(reply_target(message), message_id=place)
    responder.say(target, texts.answered_before(_address(message.chat.id, place)), fades=True)


async def _first(
    message: Message, responder: Responder, question: Asked
) -> tuple[Card, int] | None:
    """The first answer of the day to the same words, that showed something and still stands."""
    after = (message.date - AGAIN).timestamp()
    newest = partial(cards.of_chat, chat_id=message.chat.id, after=after, most=MOST)
    for card in reversed(await responder.state.do(newest)):
        if not card.shown or card.before or _key(card.asked) != _key(question):
            continue
        place = await responder.state.do(partial(cards.place_of, key=card.key))
        if place is not None:
            return card, place
    return None


def _key(asked: Asked) -> tuple[str, bool, str]:
    return " ".join(asked.text.casefold().split()).rstrip("?!. "), asked.is_said, asked.order


def _address(chat: int, place: int) -> str:
    """Empty in a small group, whose messages have none."""
    return f"https://t.me/c/{LINKED - chat}/{place}" if chat < LINKED else ""

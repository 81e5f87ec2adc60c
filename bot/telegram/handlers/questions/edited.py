"""A question that was edited: its answer is edited too."""

import asyncio
from datetime import timedelta
from functools import partial

from telegram import Message

from bot.telegram.effects import effects
from bot.telegram.handlers.questions import commands, group
from bot.telegram.handlers.questions.asking import Outlets, question_of
from bot.telegram.incoming.message_text import command_of
from bot.telegram.responder import Responder
from bot.telegram.state import cards
from bot.telegram.state.cards import Card

WHILE = timedelta(hours=1)  # after the question was sent; later the talk has gone on
TRIES, PAUSE = 10, 0.3  # seconds
MARGIN = 60.0  # seconds
MOST = 100  # answers of the chat that are looked through


async def answer_again(message: Message, responder: Responder, outlets: Outlets) -> None:
    """In the place of the answer that stands there; without one, what only now is for the bot in
    a group is answered like something new.

    Telegram says "edited" of a message also when a preview of its link has come.
    """
    command = command_of(message)
    if (command is not None and command.name != "ask") or not message.message_id:
        return
    there = await _answer_to(message, responder)
    if (message.edit_date or message.date) - message.date > WHILE:
        return
    if there is None:
        if message.chat.id < 0 and responder.heard.is_due((message.chat.id, message.message_id)):
            await (group.answer if command is None else commands.ask)(message, responder, outlets)
        return
    card, place = there
    question = await question_of(message, responder, outlets)
    if question is None or question.text == card.asked.text:
        effects().outcome = "edited, and asks the same"
        return
    await responder.answer_in_place(message, question, place)


async def _answer_to(message: Message, responder: Responder) -> tuple[Card, int] | None:
    """The newest card of an answer to the message, and the message that shows it."""
    after = message.date.timestamp() - MARGIN
    newest = partial(cards.of_chat, chat_id=message.chat.id, after=after, most=MOST)
    for card in await responder.state.do(newest):
        if card.question == message.message_id:
            place = await _arrived(card, responder)
            return (card, place) if place is not None else None
    return None


async def _arrived(card: Card, responder: Responder) -> int | None:
    """The message that shows it, which may be on its way."""
    for _ in range(TRIES):
        place = await responder.state.do(partial(cards.place_of, key=card.key))
        if place is not None:
            return place
        await asyncio.sleep(PAUSE)
    return None

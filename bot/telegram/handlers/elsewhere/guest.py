"""A message that names the bot, in a chat that it is no member of."""

from telegram import Message

from bot.render.english import telegram as texts
from bot.telegram.incoming.question import is_without_words, question_in
from bot.telegram.responder import Responder


async def answer(message: Message, responder: Responder) -> None:
    """As in a group: its words are the question, or those it replies to."""
    question = question_in(message)
    if question is not None:
        await responder.answer_guest(message, question)
    else:
        missing = texts.WRITTEN_ONLY() if is_without_words(message) else texts.HINT()
        responder.say_as_guest(message, missing)

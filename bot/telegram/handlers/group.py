"""A message in a group that mentions the bot or replies to it."""

from telegram import Message

from bot.render.english import telegram as texts
from bot.telegram.incoming.message_text import written
from bot.telegram.incoming.question import question_in
from bot.telegram.incoming.reply_target import reply_target
from bot.telegram.responder import Responder


async def answer(message: Message, responder: Responder) -> None:
    """Its words are the question; a bare mention asks about the message it replies to."""
    target, question = reply_target(message), question_in(message)
    if question is not None:
        await responder.answer(message, question)
    else:
        responder.say(target, texts.HINT if written(message) else texts.WRITTEN_ONLY, fades=True)

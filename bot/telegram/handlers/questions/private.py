"""A message in a private chat: all of it is a question."""

from telegram import Message

from bot.render.english import telegram as texts
from bot.telegram.handlers.questions import repeated
from bot.telegram.handlers.questions.asking import Outlets, question_of, told_more
from bot.telegram.handlers.questions.polite import reacted
from bot.telegram.incoming.message_text import written
from bot.telegram.incoming.question import is_without_words
from bot.telegram.incoming.reply_target import reply_target
from bot.telegram.responder import Responder


async def answer(message: Message, responder: Responder, outlets: Outlets) -> None:
    """A caption is a question too; a sticker or a voice message gets one line."""
    if await told_more(message, responder):
        return
    question = await question_of(message, responder, outlets) if written(message) else None
    if question is None and is_without_words(message):
        responder.say_rarely(message, texts.WRITTEN_ONLY())
    elif question is None:
        responder.say(reply_target(message), texts.HINT(), fades=True)
    elif question.line or not await reacted(message):
        await repeated.answer(message, responder, question)

"""A message in a group that mentions the bot or replies to it."""

from telegram import Message

from bot.render.english import telegram as texts
from bot.telegram.effects import effects
from bot.telegram.handlers.questions import repeated
from bot.telegram.handlers.questions.asking import Outlets, question_of, told_more
from bot.telegram.handlers.questions.polite import reacted
from bot.telegram.incoming.message_filters import is_named
from bot.telegram.incoming.message_text import own_words
from bot.telegram.incoming.question import is_without_words
from bot.telegram.incoming.reply_target import reply_target
from bot.telegram.responder import Responder
from retrieval.conversation.remark import asks_something


async def answer(message: Message, responder: Responder, outlets: Outlets) -> None:
    """Its words are the question; a bare mention asks about the message it replies to.

    A reply to the bot that does not name it is answered where it asks something; else it is talk.
    """
    if await told_more(message, responder):
        return
    question = await question_of(message, responder, outlets)
    if question is None and is_without_words(message):
        responder.say_rarely(message, texts.WRITTEN_ONLY())
    elif question is None:
        responder.say(reply_target(message), texts.HINT(), fades=True)
    elif question.line:
        await repeated.answer(message, responder, question)
    elif not await reacted(message):
        if is_named(message) or asks_something(own_words(message)):
            await repeated.answer(message, responder, question)
        else:
            effects().outcome = "talk"

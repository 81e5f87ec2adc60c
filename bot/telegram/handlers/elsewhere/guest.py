"""A message that names the bot, in a chat that it is no member of."""

from telegram import Message

from bot.render.english import telegram as texts
from bot.telegram.effects import effects
from bot.telegram.handlers.questions.asking import Outlets, question_of
from bot.telegram.incoming.message_filters import is_named
from bot.telegram.incoming.message_text import own_words
from bot.telegram.incoming.question import is_without_words
from bot.telegram.responder import Responder
from retrieval.conversation.remark import asks_something


async def answer(message: Message, responder: Responder, outlets: Outlets) -> None:
    """As in a group: its words are the question, or those it replies to, or change the one that
    was answered before.
    """
    question = await question_of(message, responder, outlets)
    if question is None:
        missing = texts.WRITTEN_ONLY() if is_without_words(message) else texts.HINT()
        responder.say_as_guest(message, missing)
    elif question.line or is_named(message) or asks_something(own_words(message)):
        await responder.answer_guest(message, question)
    else:
        effects().outcome = "talk"

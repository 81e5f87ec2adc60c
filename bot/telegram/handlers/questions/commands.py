"""`/start`, `/help`, `/about` and `/ask`, in any chat."""

from telegram import Message
from telegram.constants import ChatType

from bot.render.english import telegram as texts
from bot.render.english.answers import CHATTER
from bot.telegram.handlers.questions import repeated, shared
from bot.telegram.handlers.questions.asking import Outlets, question_of
from bot.telegram.handlers.questions.polite import reacted
from bot.telegram.incoming.hearing import hears_all
from bot.telegram.incoming.message_text import own_words
from bot.telegram.incoming.question import is_without_words
from bot.telegram.incoming.reply_target import reply_target
from bot.telegram.incoming.words.manners import is_grateful
from bot.telegram.responder import Responder


async def start(message: Message, responder: Responder) -> None:
    """How to ask, or a question that somebody has shared."""
    if shared.is_shared(message):
        await shared.ask(message, responder)
    else:
        await help_(message, responder)


async def help_(message: Message, responder: Responder) -> None:
    """How to ask, where the message is."""
    responder.say(reply_target(message), _help_in(message), fades=True)


async def unknown(message: Message, responder: Responder) -> None:
    """In a line: who mistypes one needs no screen of help."""
    responder.say(reply_target(message), f"{texts.UNKNOWN_COMMAND()} /help", fades=True)


async def about(message: Message, responder: Responder) -> None:
    await responder.tell_about(message)


async def ask(message: Message, responder: Responder, outlets: Outlets) -> None:
    """`/ask words`, or `/ask` in reply to a message; alone it asks what to look for.

    Whoever writes a command wants an answer, and gets a line where there is nothing to look up.
    """
    question = await question_of(message, responder, outlets)
    if question is None:
        missing = texts.WRITTEN_ONLY() if is_without_words(message) else texts.HINT()
        responder.say(reply_target(message), missing, fades=True)
    elif question.line or not await reacted(message):
        await repeated.answer(message, responder, question)
    elif not is_grateful(own_words(message)):
        responder.say(reply_target(message), CHATTER(), fades=True)


def _help_in(message: Message) -> str:
    if message.chat.type == ChatType.PRIVATE:
        return texts.private_help()
    bot = message.get_bot()
    return texts.group_help(bot.username, hears_all=hears_all(bot))

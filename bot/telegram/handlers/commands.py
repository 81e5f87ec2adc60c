"""`/start`, `/help`, `/about` and `/ask`, in any chat."""

from telegram import Message
from telegram.constants import ChatType

from bot.render.english import telegram as texts
from bot.telegram.handlers.asking import Outlets, question_of
from bot.telegram.handlers.polite import reacted
from bot.telegram.incoming.reply_target import reply_target
from bot.telegram.responder import Responder


async def help_(message: Message, responder: Responder) -> None:
    """How to ask, where the message is."""
    responder.say(reply_target(message), _help_in(message), fades=True)


async def unknown(message: Message, responder: Responder) -> None:
    responder.say(reply_target(message), texts.UNKNOWN_COMMAND + _help_in(message), fades=True)


async def about(message: Message, responder: Responder) -> None:
    await responder.tell_about(reply_target(message))


async def ask(message: Message, responder: Responder, outlets: Outlets) -> None:
    """`/ask words`, or `/ask` in reply to a message; alone it asks what to look for."""
    question = await question_of(message, responder, outlets)
    if question is None:
        responder.say(reply_target(message), texts.HINT, fades=True)
    elif question.line or not reacted(message):
        await responder.answer(message, question)


def _help_in(message: Message) -> str:
    return texts.HELP if message.chat.type == ChatType.PRIVATE else texts.GROUP_HELP

"""`/said`: was this printed, word for word?"""

from telegram import Message

from bot.render.english import lookups as texts
from bot.render.telegram.lookups.report import Report
from bot.render.telegram.lookups.said import said_report
from bot.telegram.incoming.quotation import words_of
from bot.telegram.incoming.reply_target import reply_target
from bot.telegram.responder import Responder


async def said(message: Message, responder: Responder) -> None:
    """Of the words behind it, or of those that it replies to."""
    words = words_of(message)

    def report() -> Report:
        return said_report(responder.lookups.said(words))

    if words:
        await responder.look_up(message, report)
    else:
        responder.say(reply_target(message), texts.SAID_HINT, fades=True)

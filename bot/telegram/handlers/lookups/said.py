"""`/said`: was this printed, word for word?"""

from telegram import Message

from bot.render.english import lookups as texts
from bot.render.telegram.lookups.report import Report
from bot.render.telegram.lookups.said import said_report
from bot.telegram.handlers.questions.asking import quotation_of
from bot.telegram.incoming.reply_target import reply_target
from bot.telegram.responder import Responder


async def said(message: Message, responder: Responder) -> None:
    """Of the words behind it, or of what it replies to."""
    asked = await quotation_of(message, responder)
    if asked is None:
        responder.say(reply_target(message), texts.SAID_HINT(), fades=True)
        return

    def report() -> Report:
        return said_report(responder.lookups.said(asked.text))

    await responder.look_up(message, report, asked)

"""`/timeline question`: how much was printed about it, as a picture."""

from telegram import Message

from bot.render.english import lookups as texts
from bot.render.telegram.lookups.report import Report
from bot.render.telegram.lookups.timeline import timeline_report
from bot.telegram.handlers.questions.asking import quotation_of
from bot.telegram.incoming.reply_target import reply_target
from bot.telegram.responder import Responder


async def timeline(message: Message, responder: Responder) -> None:
    """Of the words behind it, or of what it replies to."""
    asked = await quotation_of(message, responder)
    if asked is None:
        responder.say(reply_target(message), texts.TIMELINE_HINT(), fades=True)
        return
    at = responder.asked_at(message, asked)

    def report() -> Report:
        return timeline_report(responder.lookups.timeline(asked.text, at))

    await responder.look_up(message, report, asked)

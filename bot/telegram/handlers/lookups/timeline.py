"""`/timeline question`: how much was printed about it, as a picture."""

from telegram import Message

from bot.render.english import lookups as texts
from bot.render.telegram.lookups.report import Report
from bot.render.telegram.lookups.timeline import timeline_report
from bot.telegram.incoming.question import quotation_in
from bot.telegram.incoming.reply_target import reply_target
from bot.telegram.responder import Responder


async def timeline(message: Message, responder: Responder) -> None:
    """Of the words behind it, or of those that it replies to."""
    asked, at = quotation_in(message), responder.asked_at(message)
    if asked is None:
        responder.say(reply_target(message), texts.TIMELINE_HINT(), fades=True)
        return

    def report() -> Report:
        return timeline_report(responder.lookups.timeline(asked.text, at))

    await responder.look_up(message, report, asked)

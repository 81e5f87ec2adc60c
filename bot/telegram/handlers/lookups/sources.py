"""`/sources`: the outlets of the archive."""

from telegram import Message

from bot.render.telegram.lookups.report import Report
from bot.render.telegram.lookups.sources import sources_report
from bot.telegram.responder import Responder


async def sources(message: Message, responder: Responder) -> None:
    """What each has, from when to when; when articles were last collected."""

    def report() -> Report:
        return sources_report(responder.lookups.outlets(), responder.lookups.collection())

    await responder.look_up(message, report)

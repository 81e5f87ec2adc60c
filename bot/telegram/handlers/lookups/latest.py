"""`/latest`, `/latest outlet`: the newest articles."""

from telegram import Message

from bot.render.telegram.lookups.latest import MOST, latest_report, unknown_outlet
from bot.render.telegram.lookups.report import Report
from bot.telegram.incoming.message_text import own_words
from bot.telegram.responder import Responder
from retrieval.vocabulary.outlets import matching_outlets


async def latest(message: Message, responder: Responder) -> None:
    """Of the outlet that is named as people name it, else of all."""
    asked = own_words(message)

    def report() -> Report:
        known = [outlet.name for outlet in responder.lookups.outlets()] if asked else []
        names = matching_outlets(asked, known) if asked else []
        if asked and not names:
            return unknown_outlet(asked, known)
        return latest_report(responder.lookups.newest(MOST, names), names)

    await responder.look_up(message, report)

"""`/first`: where was it printed first?"""

from dataclasses import replace

from telegram import Message

from bot.render.english import lookups as texts
from bot.render.telegram.lookups.first import earliest_report, first_report
from bot.render.telegram.lookups.report import Report
from bot.telegram.handlers.questions.asking import quotation_of
from bot.telegram.incoming.reply_target import reply_target
from bot.telegram.responder import Responder
from retrieval.question.operators import without_operators


async def first(message: Message, responder: Responder) -> None:
    """The earliest printing of the very words; where they stand nowhere, the earliest article
    that answers, or tells what they say.
    """
    asked = await quotation_of(message, responder)
    if asked is None:
        responder.say(reply_target(message), texts.FIRST_HINT(), fades=True)
        return
    at = responder.asked_at(message, asked)

    def report() -> Report:
        said = responder.lookups.said(asked.text)
        if said.is_printed:
            return first_report(said)
        in_other_words = replace(asked, text=without_operators(asked.text))
        return earliest_report(responder.pages.earliest(in_other_words, at))

    await responder.look_up(message, report, asked)

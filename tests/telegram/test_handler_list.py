"""The one list of what the bot reacts to."""

from typing import Any

import pytest
from telegram import Update
from telegram.ext import CallbackQueryHandler, ContextTypes, ExtBot, InlineQueryHandler

from bot.telegram.handlers.handler_list import reactions
from bot.telegram.handlers.reaction import Reaction, allowed_updates
from bot.telegram.responder import Responder
from bot.telegram.search_threads import SearchThreads
from bot.telegram.transport.sending import Sending
from bot.telegram.transport.typing_indicator import TypingIndicator
from tests.telegram.answers import answer
from tests.telegram.bot_api_server import TOKEN


async def ignore(_update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    """Does nothing."""


def listed() -> list[Reaction]:
    sending = Sending(ExtBot(TOKEN))
    return reactions(
        Responder(
            lambda asked, asked_at: answer(question=asked.text),
            lambda: "an archive",
            SearchThreads(),
            sending,
            TypingIndicator(sending),
        )
    )


def test_the_bot_asks_for_the_kinds_of_update_that_the_list_is_for() -> None:
    assert allowed_updates(listed()) == ["message"]


@pytest.mark.parametrize(
    ("handler", "kind"),
    [
        (CallbackQueryHandler(ignore), "callback_query"),
        (InlineQueryHandler(ignore), "inline_query"),
    ],
    ids=["button", "inline"],
)
def test_another_kind_of_update_is_one_more_line(handler: Any, kind: str) -> None:
    longer = [Reaction(handler, (kind,)), *listed()]
    assert allowed_updates(longer) == [kind, "message"]

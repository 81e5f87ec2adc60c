"""The one list of what the bot reacts to."""

from pathlib import Path
from typing import Any

import pytest
from telegram import Update, User
from telegram.ext import CallbackQueryHandler, ContextTypes, ExtBot, InlineQueryHandler

from bot.telegram.handlers.handler_list import reactions
from bot.telegram.handlers.reaction import Reaction, allowed_updates
from bot.telegram.responder import Responder
from bot.telegram.search_threads import SearchThreads
from bot.telegram.showing.lookups import Lookups
from bot.telegram.showing.pages import Pages
from bot.telegram.state.database import State
from bot.telegram.transport.delivering import Delivery
from bot.telegram.transport.sending import Sending
from bot.telegram.transport.typing_indicator import TypingIndicator
from tests.telegram.answers import answer
from tests.telegram.bot_api_server import TOKEN
from tests.telegram.running import unpaced

KINDS = [
    *("callback_query", "channel_post", "edited_channel_post", "edited_message", "guest_message"),
    *("message", "my_chat_member"),
]


async def ignore(_update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    """Does nothing."""


def listed(folder: Path) -> list[Reaction]:
    bot = ExtBot(TOKEN, rate_limiter=unpaced())
    return reactions(
        Responder(
            Pages(
                lambda asked, _asked_at, **_how: answer(question=asked.text),
                lambda name: None,
                me=lambda: User(1, "Backissue", is_bot=True),
            ),
            Lookups(),
            SearchThreads(),
            TypingIndicator(bot),
            Delivery(State(folder / "bot.sqlite"), Sending(bot), unpaced()),
        )
    )


def test_the_bot_asks_for_the_kinds_of_update_that_the_list_is_for(tmp_path: Path) -> None:
    assert allowed_updates(listed(tmp_path)) == KINDS


@pytest.mark.parametrize(
    ("handler", "kind"),
    [
        (CallbackQueryHandler(ignore), "callback_query"),
        (InlineQueryHandler(ignore), "inline_query"),
    ],
    ids=["button", "inline"],
)
def test_another_kind_of_update_is_one_more_line(handler: Any, kind: str, tmp_path: Path) -> None:
    longer = [Reaction(handler, (kind,)), *listed(tmp_path)]
    assert allowed_updates(longer) == sorted({*KINDS, kind})

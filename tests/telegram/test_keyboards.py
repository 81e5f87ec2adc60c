"""Buttons under answers of any text, held to what Telegram takes."""

import json
from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st
from telegram import User

from bot.telegram.incoming.question import Asked
from bot.telegram.outgoing import Keyboard
from bot.telegram.showing.keyboards import answer_keyboard, context_keyboard
from bot.telegram.state.cards import Card, Shown, new_key
from bot.telegram.transport.sending import markup_of
from corpus.article import Paragraph
from retrieval.answer import Excerpt
from retrieval.verbatim.chronology import Order
from tests.telegram.answers import NEMUNAS
from tests.telegram.bot_api.limits import check_keyboard
from tests.telegram.test_telegram_limits import ANY_TEXT, LONG_TEXT, URLS

AT = datetime(2021, 1, 27, tzinfo=UTC)


def checked(keyboard: Keyboard) -> None:
    """Raises what Telegram would refuse it with."""
    check_keyboard(json.loads(markup_of(keyboard)["reply_markup"]))


@given(
    asked=ANY_TEXT | LONG_TEXT,
    text=ANY_TEXT | LONG_TEXT,
    url=URLS,
    order=st.sampled_from(Order),
    count=st.integers(1, 15),
)
def test_any_answers_buttons_are_such_as_telegram_takes(
    asked: str, text: str, url: str | None, order: Order, count: int
) -> None:
    quoted = (replace(NEMUNAS, url=url), Excerpt(Paragraph("n1", 0, text), 0, len(text)))
    parts = tuple(Shown("n1", place, 0, 1, "0" * 16) for place in range(count))
    best = Card(new_key(), 7, 7, Asked(asked), AT, shown=parts)
    key = new_key()
    other = Card(key, 7, 7, Asked(asked), AT, shown=parts, order=order, skip=3, before=best.key)
    for way in ([best], [best, other]):
        for is_inline in (True, False):
            me = User(1, "B", is_bot=True, username="a_bot", supports_inline_queries=is_inline)
            checked(answer_keyboard(way, quoted, has_more=is_inline, me=me))
        for place in (0, count - 1):
            checked(context_keyboard(way[-1], place, quoted))

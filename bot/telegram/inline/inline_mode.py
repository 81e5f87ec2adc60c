"""Answers what is typed behind this bot's name: straight away, or not at all.

Nothing of it is tried again: a query goes stale in seconds. Only what was typed in vain is kept,
for a button under it.
"""

import logging
import sqlite3
from datetime import UTC, datetime
from functools import partial

from telegram import Bot, InlineQueryResultsButton
from telegram.error import TelegramError

from bot.render.english import telegram as texts
from bot.telegram.incoming.question import Asked
from bot.telegram.inline.keystrokes import Keystrokes, Typed
from bot.telegram.inline.results import Page, Results
from bot.telegram.search_threads import SearchThreads
from bot.telegram.state import cards
from bot.telegram.state.cards import Card
from bot.telegram.state.database import State
from bot.telegram.transport.articles import article
from bot.telegram.transport.outage import UNREADABLE

LOG = logging.getLogger(__name__)

KEPT_BY_TELEGRAM = 60  # seconds that who types the same again gets the same
TYPED = "typed"  # what the keys begin with under which it is kept


class InlineMode:
    def __init__(self, bot: Bot, results: Results, searches: SearchThreads, state: State) -> None:
        """One of the threads is left to whoever asks in a chat."""
        self._bot = bot
        self._results = results
        self._searches = searches
        self._state = state
        self._keystrokes: Keystrokes[Page] = Keystrokes(
            self._find, self._show, max(1, searches.threads - 1)
        )

    async def take(self, typed: Typed) -> None:
        """Raises SearchError."""
        await self._keystrokes.take(typed)

    async def _find(self, typed: Typed) -> Page:
        return await self._searches.run(partial(self._results.page, typed))

    async def _show(self, typed: Typed, page: Page) -> None:
        results = [article(one.key, one.title, one.html, one.description) for one in page.cards]
        is_vain = not results and page.is_asked and not typed.place
        try:
            button = await self._to_private(typed) if is_vain else None
            await self._bot.answer_inline_query(
                typed.query_id,
                results,
                cache_time=KEPT_BY_TELEGRAM,
                is_personal=True,  # others might not be allowed to ask
                next_offset="" if page.next_place is None else str(page.next_place),
                button=button,
            )
        except (TelegramError, sqlite3.Error, *UNREADABLE) as error:
            LOG.debug("What was typed was not answered: %s", type(error).__name__)

    async def _to_private(self, typed: Typed) -> InlineQueryResultsButton:
        """A button that asks it in private, where one can ask to be told when there is something.

        Of one person the last few that were in vain are kept.
        """
        person = typed.user_id
        card = Card(
            key=f"{TYPED}{cards.new_key()}",
            chat_id=person,
            asker=person,
            asked=Asked(typed.text),
            asked_at=datetime.now(UTC),
        )
        await self._state.do(partial(cards.keep_few, card=card, prefix=TYPED))
        return InlineQueryResultsButton(texts.NOTHING_INLINE(), start_parameter=f"q_{card.key}")

"""Where a passage that the bot has quoted changes or is taken down, its own message says so."""

import sqlite3
import time
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import partial

import msgspec

from bot.chat_settings import in_zone
from bot.render.languages.speaking import speaking
from bot.render.telegram.correction import Changed, correction_html
from bot.telegram.outgoing import Edit
from bot.telegram.search_threads import SearchThreads
from bot.telegram.showing.pages import Pages
from bot.telegram.state import cards, chats, outbox
from bot.telegram.state.cards import Card, Shown
from bot.telegram.state.outbox import Row
from bot.telegram.telling.altered import Altered, TakenDown, became_of, shown_now
from bot.telegram.telling.feed import Feed
from bot.telegram.transport.delivering import Delivery


class Corrections:
    def __init__(self, pages: Pages, searches: SearchThreads, delivery: Delivery) -> None:
        self._pages = pages
        self._searches = searches
        self._delivery = delivery
        self._state = delivery.state

    async def tell(self, feed: Feed, name: str) -> None:
        """An article changed: edit each message that quotes what it no longer says, once."""
        for chat, message, card in await self._state.do(partial(cards.quoting, article=name)):
            versions = await self._searches.run(partial(feed.versions, name))
            found = became_of(card.shown, name, versions)
            if found:
                await self._edit((chat, message), card, found)

    async def _edit(
        self,
        place: tuple[int, int],
        card: Card,
        found: Mapping[Shown, Altered | TakenDown],
    ) -> None:
        now = msgspec.structs.replace(card, shown=tuple(shown_now(card.shown, found)))
        with speaking(await self._state.do(partial(chats.language_of, chat=place[0]))):
            edit = await self._edited(place, (card, now), list(dict.fromkeys(found.values())))

        def told(connection: sqlite3.Connection) -> Row:
            cards.correct(connection, now, place)
            return outbox.put(connection, edit, time.time())

        self._delivery.add([await self._state.insist(told)])

    async def _edited(
        self,
        place: tuple[int, int],
        changed: tuple[Card, Card],
        found: Sequence[Altered | TakenDown],
    ) -> Edit:
        """What still stands is shown as before; the buttons are for all that stands now."""
        left, now = [
            await self._searches.run(partial(self._pages.again, [card])) for card in changed
        ]
        html = correction_html(
            [
                Changed(one.article, one.before, one.after)
                for one in found
                if isinstance(one, Altered)
            ],
            in_zone(datetime.now(UTC), changed[0].zone),
            left.html if left else "",
            is_gone=any(isinstance(one, TakenDown) for one in found),
        )
        return Edit(*place, html, now.keyboard if now else ())

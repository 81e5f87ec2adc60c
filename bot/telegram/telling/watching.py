"""Tells a chat when the archive has a new answer to a question that it watches."""

import sqlite3
import time
from datetime import UTC, datetime
from functools import partial

from bot.chat_settings import ChatSettings, in_zone
from bot.render.english import chats as words
from bot.render.languages.speaking import speaking
from bot.telegram.incoming.question import Asked
from bot.telegram.outgoing import Message
from bot.telegram.search_threads import SearchThreads
from bot.telegram.showing.pages import Page, Pages
from bot.telegram.state import cards, chats, outbox, watches
from bot.telegram.state.cards import Card
from bot.telegram.state.outbox import Row
from bot.telegram.state.watches import Watch
from bot.telegram.transport.delivering import Delivery
from retrieval.answer import Strength


class Watching:
    def __init__(self, pages: Pages, searches: SearchThreads, delivery: Delivery) -> None:
        self._pages = pages
        self._searches = searches
        self._delivery = delivery
        self._state = delivery.state

    async def look(self) -> None:
        """Tell what is new and answers; a watch tells at most once a day."""
        for watch in await self._state.do(partial(watches.to_look_at, now=time.time())):
            settings = await self._state.do(partial(chats.read, chat=watch.target.chat_id))
            with speaking(settings.speaks):
                page = await self._searches.run(partial(self._new, watch, settings))
                lead = words.watch_lead(watch.text)
            if page is not None:
                await self._tell(watch, page, lead)

    async def _tell(self, watch: Watch, page: Page, lead: str) -> None:
        new = [one.article for one in page.card.shown]
        if await self._state.do(partial(_all_told, watch=watch.number, articles=new)):
            return
        said = Message(watch.target, lead + page.html, page.keyboard, card=page.card.key)
        self._delivery.add([await self._state.insist(partial(_told, said, page.card, watch, new))])

    def _new(self, watch: Watch, settings: ChatSettings) -> Page | None:
        """What the archive printed since the watch was made and answers it plainly."""
        made = in_zone(datetime.fromtimestamp(watch.made, UTC), settings.zone)
        card = Card(
            key=cards.new_key(),
            chat_id=watch.target.chat_id,
            asker=watch.asker,
            asked=Asked(f"{watch.text} since:{made.date().isoformat()}"),
            asked_at=datetime.now(UTC),
            zone=settings.zone,
            limit=settings.quotes,
        )
        answer, page = self._pages.first(card)
        return page if answer.strength is Strength.STRONG and page.card.shown else None


def _all_told(connection: sqlite3.Connection, watch: int, articles: list[str]) -> bool:
    return all(watches.has_told(connection, watch, one) for one in articles)


def _told(
    said: Message, card: Card, watch: Watch, articles: list[str], connection: sqlite3.Connection
) -> Row:
    now = time.time()
    cards.keep(connection, card, now)
    watches.tell(connection, watch.number, articles)
    return outbox.put(connection, said, now)

"""Tells a chat when the archive has a new answer to a question that it watches."""

import sqlite3
import time
from collections.abc import Collection, Sequence
from datetime import UTC, datetime, timedelta
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
from bot.telegram.telling.feed import Feeds
from bot.telegram.transport.delivering import Delivery
from corpus.versions.version import Version
from retrieval.answer import Quote

LATE = timedelta(days=7)  # by so much an article may carry an earlier date than it comes in
UNSEEN = timedelta(minutes=1)  # what came in just before could not be found yet


class Watching:
    def __init__(
        self, pages: Pages, searches: SearchThreads, delivery: Delivery, feeds: Feeds
    ) -> None:
        self._pages = pages
        self._searches = searches
        self._delivery = delivery
        self._feeds = feeds
        self._state = delivery.state

    async def look(self) -> None:
        """Tell what is new and answers; a watch tells at most once a day."""
        for watch in await self._state.do(partial(watches.to_look_at, now=time.time())):
            settings = await self._state.do(partial(chats.read, chat=watch.target.chat_id))
            told = await self._state.do(partial(watches.told_by, number=watch.number))
            with speaking(settings.speaks):
                page = await self._searches.run(partial(self._new, watch, told, settings))
                lead = words.watch_lead(watch.text)
            if page is not None:
                await self._tell(watch, page, lead)

    async def _tell(self, watch: Watch, page: Page, lead: str) -> None:
        new = [one.article for one in page.card.shown]
        said = Message(watch.target, lead + page.html, page.keyboard, card=page.card.key)
        self._delivery.add([await self._state.insist(partial(_told, said, page.card, watch, new))])

    def _new(self, watch: Watch, told: Collection[str], settings: ChatSettings) -> Page | None:
        """What the archive took in since the watch was made and answers it plainly.

        Of these days is looked for first, then since the watch was made: of much that is older only
        the best is seen.
        """
        made = in_zone(datetime.fromtimestamp(watch.made, UTC), settings.zone)
        now = in_zone(datetime.now(UTC), settings.zone)
        late = (f"{watch.text} since:{(day - LATE).date().isoformat()}" for day in (now, made))
        feeds = self._feeds().values()

        def is_new(quote: Quote) -> bool:
            name = quote.article.id
            versions = next(filter(None, (feed.versions(name) for feed in feeds)), ())
            return name not in told and is_news(quote.text, versions, made - UNSEEN)

        for text in dict.fromkeys((*late, watch.text)):
            card = Card(
                key=cards.new_key(),
                chat_id=watch.target.chat_id,
                asker=watch.asker,
                asked=Asked(text),
                asked_at=now,
                zone=settings.zone,
                limit=settings.quotes,
            )
            if (page := self._pages.news(card, is_new)) is not None:
                return page
        return None


def is_news(text: str, versions: Sequence[Version], moment: datetime) -> bool:
    """Whether words came into the archive after a moment: by no version that it had by then."""
    before = [one.article for one in versions if one.seen is None or one.seen < moment]
    is_old = any(text in part for one in before for part in (one.title, *one.paragraphs))
    return bool(versions) and not is_old


def _told(
    said: Message, card: Card, watch: Watch, articles: list[str], connection: sqlite3.Connection
) -> Row:
    now = time.time()
    cards.keep(connection, card, now)
    watches.tell(connection, watch.number, articles)
    return outbox.put(connection, said, now)

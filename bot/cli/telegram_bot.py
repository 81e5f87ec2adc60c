"""The Telegram bot over one archive."""

import asyncio
import logging
from datetime import datetime, tzinfo

from bot.cli.archives import IndexedArchive
from bot.settings import Settings, zone
from bot.telegram.application import TelegramSettings
from bot.telegram.incoming.question import Asked
from bot.telegram.running import serve
from bot.telegram.showing.lookups import lookups
from bot.telegram.showing.source import PAGE, Ask
from retrieval.answer import Answer
from retrieval.answering import Answerer
from retrieval.verbatim.chronology import MOST, Order, in_order


def run(settings: Settings, opened: IndexedArchive) -> None:
    """Answer until SIGINT or SIGTERM. Raises TokenError, SettingsError."""
    logging.getLogger("bot").setLevel(logging.INFO)
    found = lookups(opened.archive, opened.index, _zone_of(settings))
    telegram = TelegramSettings(
        token=settings.token(),
        state=settings.state_folder,
        holdings=found.holdings,
        article=opened.archive.article,
        collection=found.collection,
        lookups=found,
        api_url=settings.telegram_api_url,
    )
    asyncio.run(serve(asker(settings, opened.answerer), telegram))


def asker(settings: Settings, answerer: Answerer) -> Ask:
    """Asks in the zone that is set, else this machine's: Telegram dates every message in UTC."""
    local = _zone_of(settings)

    def ask(
        asked: Asked, asked_at: datetime, *, order: Order = Order.BEST, limit: int = PAGE
    ) -> Answer:
        at = asked_at.astimezone(local)
        if order is Order.BEST:
            reply = answerer.check if asked.is_said else answerer.ask
            return reply(asked.text, asked_at=at, limit=limit)
        if asked.is_said:
            found = answerer.check(asked.text, asked_at=at, limit=MOST)
            return in_order(found, (), order, limit, copies=lambda _seq, _article: {})
        return answerer.ask_by_day(asked.text, asked_at=at, order=order, limit=limit)

    return ask


def _zone_of(settings: Settings) -> tzinfo | None:
    return zone(settings.timezone) if settings.timezone else None

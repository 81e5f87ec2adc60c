"""The Telegram bot over one archive."""

import asyncio
import logging
from datetime import UTC, datetime

from bot.cli.archives import IndexedArchive
from bot.settings import Settings, state_folder, zone
from bot.telegram.application import TelegramSettings
from bot.telegram.incoming.question import Asked
from bot.telegram.responder import Ask
from bot.telegram.running import serve
from corpus.collect.state.standing import collection_of
from retrieval.answer import Answer
from retrieval.answering import Answerer
from retrieval.verbatim.chronology import Order

QUOTES = 3  # a reply fills a telephone's screen


def run(settings: Settings, opened: IndexedArchive) -> None:
    """Answer until SIGINT or SIGTERM. Raises TokenError, SettingsError."""
    logging.getLogger("bot").setLevel(logging.INFO)
    telegram = TelegramSettings(
        token=settings.telegram_token or "",
        state=state_folder(),
        holdings=opened.archive.holdings,
        outlets=opened.answerer.outlets,
        collection=lambda: collection_of(opened.archive, datetime.now(UTC)),
        api_url=settings.telegram_api_url,
    )
    asyncio.run(serve(asker(settings, opened.answerer), telegram))


def asker(settings: Settings, answerer: Answerer) -> Ask:
    """Asks in the zone that is set, else this machine's: Telegram dates every message in UTC."""
    local = zone(settings.timezone) if settings.timezone else None

    def ask(asked: Asked, asked_at: datetime) -> Answer:
        at, order = asked_at.astimezone(local), Order(asked.order)
        if order is not Order.BEST and not asked.is_said:
            return answerer.ask_by_day(asked.text, asked_at=at, order=order, limit=QUOTES)
        reply = answerer.check if asked.is_said else answerer.ask
        return reply(asked.text, asked_at=at, limit=QUOTES)

    return ask

"""The `serve` command: the Telegram bot over one archive."""

import asyncio
import logging
from datetime import datetime

from bot.opening import Opened
from bot.settings import Settings
from bot.telegram.application import TelegramSettings, serve
from retrieval.answer import Answer

QUOTES = 3  # a reply fills a telephone's screen


def run(settings: Settings, opened: Opened) -> None:
    """Answer until SIGINT or SIGTERM. Raises TokenError, SettingsError."""
    logging.getLogger("bot").setLevel(logging.INFO)
    token = settings.telegram_token.get_secret_value() if settings.telegram_token else ""

    def ask(text: str, asked_at: datetime) -> Answer:
        return opened.answerer.ask(text, asked_at=asked_at, limit=QUOTES)

    telegram = TelegramSettings(
        token=token, holdings=opened.archive.holdings, api_url=settings.telegram_api_url
    )
    asyncio.run(serve(ask, telegram))

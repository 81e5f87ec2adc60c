"""The menu of commands, in each language: Telegram shows a reader that of the reader's own."""

import asyncio
import logging

from telegram import Bot
from telegram.error import TelegramError

from bot.render.english import telegram as texts
from bot.render.languages.speaking import speaking
from bot.render.languages.table import CODES
from bot.telegram.transport.outage import UNREADABLE

LOG = logging.getLogger(__name__)

EVERYBODYS = "en"  # for whoever reads none of the others


async def set_menus(bot: Bot) -> None:
    for code, menu in (await asyncio.to_thread(_menus)).items():
        try:
            await bot.set_my_commands(menu, language_code=code if code != EVERYBODYS else None)
        except (TelegramError, *UNREADABLE) as error:
            LOG.warning("The menu of commands was not set: %s", type(error).__name__)
            return


def _menus() -> dict[str, list[tuple[str, str]]]:
    """Loads every language, which takes a moment."""
    menus = {}
    for code in CODES:
        with speaking(code):
            menus[code] = texts.menu()
    return menus

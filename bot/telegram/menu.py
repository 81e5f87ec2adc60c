"""The menu of commands that Telegram shows where somebody types "/"."""

import asyncio
from collections.abc import Iterator, Mapping, Sequence

from telegram import Bot, BotCommand, BotCommandScopeAllGroupChats

from bot.render.english import telegram as texts
from bot.render.languages.speaking import speaking
from bot.render.languages.table import CODES

# What helps one person in a group: typed from the menu, only that person and the bot see it.
FOR_ONE = ("help", "about", "sources", "privacy")
EVERYBODYS = "en"  # for whoever reads none of the other languages


async def set_menus(bot: Bot) -> None:
    """In private, and in groups; in each language. Raises TelegramError, or one of UNREADABLE."""
    for code, commands in (await asyncio.to_thread(_in_all_languages)).items():
        whose = None if code == EVERYBODYS else code
        await bot.set_my_commands(commands, language_code=whose)
        listed = list(_in_groups(commands))
        groups = BotCommandScopeAllGroupChats()
        await bot.set_my_commands(listed, scope=groups, language_code=whose)


def _in_all_languages() -> Mapping[str, Sequence[tuple[str, str]]]:
    """Loads them, which takes a moment."""
    menus = {}
    for code in CODES:
        with speaking(code):
            menus[code] = texts.menu()
    return menus


def _in_groups(commands: Sequence[tuple[str, str]]) -> Iterator[BotCommand]:
    """`is_ephemeral` is of Bot API 10.2, which this version of PTB does not know."""
    for name, description in commands:
        for_one = {"is_ephemeral": True} if name in FOR_ONE else None
        yield BotCommand(name, description, api_kwargs=for_one)

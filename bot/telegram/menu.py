"""The menu of commands that Telegram shows where somebody types "/"."""

from collections.abc import Iterator, Sequence

from telegram import Bot, BotCommand, BotCommandScopeAllGroupChats

from bot.render.english import telegram as texts

# What helps one person in a group: typed from the menu, only that person and the bot see it.
FOR_ONE = ("help", "about", "sources", "privacy")


async def set_menu(bot: Bot) -> None:
    """In private, and in groups. Raises TelegramError, or one of UNREADABLE."""
    await bot.set_my_commands(texts.COMMANDS)
    listed = list(_in_groups(texts.COMMANDS))
    await bot.set_my_commands(listed, scope=BotCommandScopeAllGroupChats())


def _in_groups(commands: Sequence[tuple[str, str]]) -> Iterator[BotCommand]:
    """`is_ephemeral` is of Bot API 10.2, which this version of PTB does not know."""
    for name, description in commands:
        for_one = {"is_ephemeral": True} if name in FOR_ONE else None
        yield BotCommand(name, description, api_kwargs=for_one)

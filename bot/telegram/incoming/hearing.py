"""What of a group reaches the bot: Telegram calls it privacy mode, and getMe tells it."""

from telegram import Bot


def hears_all(bot: Bot) -> bool:
    """Whether all messages of a group come; else commands, replies to the bot, and hardly more."""
    return bool(bot.bot.can_read_all_group_messages)

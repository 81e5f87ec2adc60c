"""What somebody types behind this bot's name, in any chat."""

from telegram import InlineQuery

from bot.telegram.inline.inline_mode import InlineMode
from bot.telegram.inline.keystrokes import Typed


async def offer(query: InlineQuery, inline: InlineMode) -> None:
    """Quotes to choose from; the newest articles while nothing is typed yet."""
    place = int(query.offset) if query.offset.isdecimal() else 0
    await inline.take(Typed(query.id, query.from_user.id, query.query, place))

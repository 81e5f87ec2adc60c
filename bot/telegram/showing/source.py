"""What the bot asks of an archive."""

from collections.abc import Callable
from datetime import datetime, tzinfo
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.telegram.incoming.question import Asked
from corpus.article import Article
from retrieval.answer import Answer
from retrieval.verbatim.chronology import Order

PAGE = 3  # quotes: a reply fills a telephone's screen

FindArticle = Callable[[str], Article | None]  # by its id; may block


class Ask(Protocol):
    """Blocks; called from several threads."""

    def __call__(
        self, asked: Asked, asked_at: datetime, /, *, order: Order = Order.BEST, limit: int = PAGE
    ) -> Answer: ...


def in_askers_zone(asked_at: datetime, zone: tzinfo | None) -> datetime:
    """As it is where a chat has set its zone; else in the keeper's, None for this machine's.

    Telegram dates every message in UTC, which has no name of a place.
    """
    return asked_at if isinstance(asked_at.tzinfo, ZoneInfo) else asked_at.astimezone(zone)

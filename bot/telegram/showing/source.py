"""What the bot asks of an archive."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

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

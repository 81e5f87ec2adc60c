"""The real bot, run in a thread of its own against the tests' Bot API server."""

import asyncio
import logging
import shutil
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import mkdtemp
from types import TracebackType
from typing import Any, Self

from bot.telegram.application import TelegramSettings
from bot.telegram.incoming.question import Asked
from bot.telegram.inline.results import InlineSource
from bot.telegram.running import run
from bot.telegram.showing.lookups import Lookups
from bot.telegram.showing.source import PAGE
from bot.telegram.transport.pacing import Pacing
from corpus.archive.archive import Holdings
from corpus.article import Article
from retrieval.answer import Answer
from retrieval.verbatim.chronology import Order
from tests.telegram.answers import answer, quote
from tests.telegram.bot_api_server import TOKEN, BotApiServer

HOLDINGS = Holdings(
    articles=1204,
    paragraphs=9000,
    sources={"Nemunas Herald": 1200, "Rudna <Post>": 4},
    first=date(2019, 5, 1),
    last=date(2021, 1, 27),
    bytes=1,
)


def unpaced() -> Pacing:
    return Pacing(a_second=10_000, a_minute=10_000, pause=0.0)


class FakeArchive:
    """Answers everything by quoting the question.

    `asked` is what it was asked, in order; `said` what of it was somebody else's statement;
    `articles` are those that can be found by their ids. Whoever changes something tells by another
    `generation`; `time` is the time there, else it is now.
    """

    def __init__(self) -> None:
        self.asked: list[tuple[str, datetime]] = []
        self.said: list[str] = []
        self.orders: list[str] = []
        self.articles: dict[str, Article] = {}
        self.generation = 1
        self.time: datetime | None = None
        self.reply: Callable[[str], Answer] = lambda text: answer(quote(f"You said: {text}"))

    def ask(
        self, asked: Asked, asked_at: datetime, *, order: Order = Order.BEST, limit: int = PAGE
    ) -> Answer:
        """`order` and `limit` are kept to, of what `reply` gives."""
        self.asked.append((asked.text, asked_at))
        self.orders.append(order.value)
        if asked.is_said:
            self.said.append(asked.text)
        answer = self.reply(asked.text)
        quotes = list(answer.quotes)
        if order is not Order.BEST:
            is_newest = order is Order.NEWEST
            quotes.sort(key=lambda one: one.article.day, reverse=is_newest)
        return replace(answer, quotes=tuple(quotes[:limit]))

    def now(self) -> datetime:
        return self.time or datetime.now(UTC)

    def newest(self, count: int) -> list[Article]:
        """Of `articles`."""
        by_day = sorted(self.articles.values(), key=lambda one: one.day, reverse=True)
        return by_day[:count]

    def article(self, name: str) -> Article | None:
        return self.articles.get(name)

    @property
    def texts(self) -> list[str]:
        return [text for text, _ in self.asked]


class RunningBot:
    """Runs from `with` on; what ended it, if anything did, is raised by `stop`.

    `state`: the folder of what outlives it, else a new one; `settings` are TelegramSettings'.
    `is_done`: what the bot said at its end, whether no search is still running.
    """

    def __init__(
        self,
        api: BotApiServer,
        archive: FakeArchive,
        *,
        state: Path | None = None,
        **settings: Any,
    ) -> None:
        self.state = Path(mkdtemp()) if state is None else state
        defaults: dict[str, Any] = {
            "article": archive.article,
            "lookups": Lookups(holdings=lambda: HOLDINGS),
            "pacing": unpaced,
            "inline": InlineSource(archive.newest, lambda: archive.generation, archive.now),
        }
        self.settings = TelegramSettings(
            TOKEN,
            self.state,
            api_url=api.url,
            **(defaults | settings),
        )
        self._is_kept = state is not None
        self._archive = archive
        self.loop = asyncio.new_event_loop()
        self._stop = asyncio.Event()
        self._thread = threading.Thread(target=self._run)
        self._error: Exception | None = None
        self.is_done: bool | None = None

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._thread.is_alive():
            self.stop()
        if not self._is_kept:
            shutil.rmtree(self.state)

    def stop(self) -> None:
        """As a signal does, and wait for the end."""
        if self._thread.is_alive():
            self.loop.call_soon_threadsafe(self._stop.set)
        self.join()

    def join(self, timeout: float = 20.0) -> None:
        self._thread.join(timeout)
        if self._error is not None:
            raise self._error

    def _run(self) -> None:
        try:
            running = run(self._archive.ask, self.settings, self._stop)
            self.is_done = self.loop.run_until_complete(running)
        except Exception as error:  # raised again where the test waits
            self._error = error
        finally:
            self.loop.close()
            logging.getLogger("telegram").setLevel(logging.NOTSET)

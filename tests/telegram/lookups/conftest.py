"""The real bot over a small archive and the tests' Bot API server."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bot.telegram.incoming.question import Asked
from bot.telegram.showing.lookups import lookups
from bot.telegram.showing.source import PAGE
from corpus.collect.state.standing import collection_of
from retrieval.answer import Answer
from retrieval.answering import Answerer
from retrieval.article_store import ArchiveStore
from retrieval.index.index import Index
from retrieval.verbatim.chronology import Order
from tests.archives import archive_of, article
from tests.telegram.bot_api_server import BotApiServer
from tests.telegram.running import FakeArchive, RunningBot

FIRST = date(2021, 1, 1)
FERRY = "The ferry ran aground near Klampuva & nobody was hurt, said Rūta <Kalnienė>."
ARTICLES = (
    *(article(f"r{n}", "It rained all day.", title=f"Rain, day {n}", published=day)
      for n in range(90) for day in [FIRST + timedelta(n)]),
    *(article(f"f{n}", FERRY, title=f"Ferry aground, day {n}", published=date(2021, 2, n),
              url=f"https://herald.example/f{n}") for n in range(3, 9)),
    article("late", "The ferry sails again. It left the harbour on Monday.", source="Baltic Post",
            title="Ferry sails", published=datetime(2021, 4, 2, 9, 30, tzinfo=UTC)),
)  # fmt: skip


class Asking(FakeArchive):
    """Answers from a real archive."""

    def __init__(self, answerer: Answerer) -> None:
        super().__init__()
        self._answerer = answerer

    def ask(
        self, asked: Asked, asked_at: datetime, *, order: Order = Order.BEST, limit: int = PAGE
    ) -> Answer:
        return self._answerer.ask_by_day(asked.text, asked_at=asked_at, order=order, limit=limit)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archive")
    archive_of(folder, *ARTICLES).close()
    return folder


@pytest.fixture
def over_archive(api: BotApiServer, kept: Path) -> Iterator[RunningBot]:
    with archive_of(kept) as archive:
        index = Index(archive, "tantivy")
        bot = RunningBot(api, Asking(Answerer(archive, index)))
        found = lookups(
            ArchiveStore(archive),
            index,
            UTC,
            collection=lambda: collection_of(archive, datetime.now(UTC)),
        )
        bot.settings = replace(bot.settings, lookups=found)
        with bot:
            yield bot
        index.close()

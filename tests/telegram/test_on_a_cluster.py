"""The bot where there is only a cluster: it answers, and tells what a keeper elsewhere changes."""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import httpx
import pytest

from bot.telegram.incoming.question import Asked
from bot.telegram.showing.lookups import lookups
from bot.telegram.showing.source import PAGE
from bot.telegram.telling import following
from corpus.archive.archive import Archive
from retrieval.answer import Answer
from retrieval.answering import Answerer
from retrieval.article_store import article_called
from retrieval.cluster import published
from retrieval.cluster.published import Published
from retrieval.engines.opensearch.address import ClusterAddress
from retrieval.index.index import Index
from retrieval.verbatim.chronology import Order
from tests.archives import archive_of, article
from tests.telegram.bot_api_server import BotApiServer
from tests.telegram.running import FakeArchive, RunningBot

pytestmark = pytest.mark.opensearch
DAM = article(
    "dam",
    "The dam at Rudna holds 900 litres of water.",
    title="A dam at Rudna",
    url="https://herald.example/dam",
)


class Asking(FakeArchive):
    """What is asked goes to the cluster."""

    def __init__(self, alone: Published) -> None:
        super().__init__()
        self._answerer = Answerer(alone.store, alone)

    def ask(
        self, asked: Asked, asked_at: datetime, *, order: Order = Order.BEST, limit: int = PAGE
    ) -> Answer:
        return self._answerer.ask(asked.text, asked_at=asked_at, limit=limit)


@pytest.fixture
def address(search_node: str) -> Iterator[ClusterAddress]:
    address = ClusterAddress((search_node,), name=f"of-a-bot-{os.getpid()}")
    yield address
    for index in httpx.get(f"{search_node}/{address.name}-*").json():
        httpx.delete(f"{search_node}/{index}")


@pytest.fixture
def paper(tmp_path: Path, address: ClusterAddress) -> Iterator[Archive]:
    with archive_of(tmp_path / "archive", DAM) as archive:
        bring_up(archive, address)
        yield archive


def bring_up(archive: Archive, address: ClusterAddress) -> None:
    Index(archive, "opensearch", cluster=address).close()


@pytest.fixture
def on_cluster(
    api: BotApiServer, paper: Archive, address: ClusterAddress, monkeypatch: pytest.MonkeyPatch
) -> Iterator[RunningBot]:
    """It looks at once for what is new."""
    monkeypatch.setattr(following, "LOOKS", 0.05)
    monkeypatch.setattr(published, "LOOKS", 0.0)
    alone = Published(address)
    found = lookups(alone.store, alone, UTC)
    with RunningBot(
        api,
        Asking(alone),
        article=partial(article_called, alone.store),
        lookups=found,
        feeds=alone.feeds,
    ) as bot:
        yield bot
    alone.close()


def test_a_correction_and_a_takedown_elsewhere_are_told(
    api: BotApiServer, paper: Archive, address: ClusterAddress, on_cluster: RunningBot
) -> None:
    ona = api.private().person
    ona.says("How much water does the dam at Rudna hold?")
    assert "900 litres" in api.next_reply(timeout=60.0).text
    paper.add([replace(DAM, paragraphs=("The dam at Rudna holds 400 litres of water.",))])
    bring_up(paper, address)
    api.wait_for("editMessageText", timeout=60.0)
    html = str(api.called("editMessageText")[-1]["text"])
    assert "no longer stands in the article" in html
    assert "900 litres" in html
    assert "400 litres" in html
    ona.says("How much water does the dam at Rudna hold?")
    assert "400 litres" in api.next_reply(timeout=60.0).text
    paper.remove("dam")
    bring_up(paper, address)
    api.wait_for("editMessageText", count=2, timeout=60.0)
    assert "no longer in this archive" in str(api.called("editMessageText")[-1]["text"])


def test_what_is_looked_up_comes_from_there(api: BotApiServer, on_cluster: RunningBot) -> None:
    ona = api.private().person
    for command, expected in (
        ("/latest", "A dam at Rudna"),
        ("/sources", "Nemunas Herald"),
        ("/said holds 900 litres", "word for word"),
    ):
        ona.says(command)
        assert expected in api.next_reply(timeout=60.0).text

"""A Bot API server, an archive that can be told what to answer, and the bot between them."""

from collections.abc import Iterator

import pytest

from tests.telegram.bot_api_server import BotApiServer
from tests.telegram.running import FakeArchive, RunningBot


@pytest.fixture
def api() -> Iterator[BotApiServer]:
    with BotApiServer() as server:
        yield server


@pytest.fixture
def archive() -> FakeArchive:
    return FakeArchive()


@pytest.fixture
def bot(api: BotApiServer, archive: FakeArchive) -> Iterator[RunningBot]:
    with RunningBot(api, archive) as running:
        yield running

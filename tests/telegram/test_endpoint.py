"""/health and /metrics, over HTTP."""

import asyncio
import json
import subprocess
import sys
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import pytest

from bot.errors import SettingsError
from bot.setting_values import HostPort
from bot.telegram.serving.archive_ages import measure_ages
from bot.telegram.serving.endpoint import Endpoint
from corpus.archive.archive import Holdings
from corpus.collect.state.standing import Collection
from tests.telegram.http_client import ANYWHERE, Came, asking, came, exchanged


def monitored(talk: Callable[[HostPort, Endpoint], Awaitable[None]]) -> None:
    async def run() -> None:
        endpoint = Endpoint(ANYWHERE)
        at = await endpoint.start()
        assert at is not None
        try:
            await talk(at, endpoint)
        finally:
            await endpoint.stop()

    asyncio.run(run())


async def get(at: HostPort, path: str, method: str = "GET") -> Came:
    return came(await exchanged(at, asking(method, path)))


def test_it_is_well_once_it_has_started_and_while_no_part_says_otherwise() -> None:
    async def talk(at: HostPort, endpoint: Endpoint) -> None:
        assert (await get(at, "/health")).status == 503
        endpoint.health.started()
        answer = await get(at, "/health")
        assert (answer.status, json.loads(answer.body)) == (200, {"healthy": True, "troubles": {}})
        endpoint.health.met("sending", "nothing sent for 60 s")
        endpoint.health.met("polling", "Telegram is silent")
        endpoint.health.over("polling")
        answer = await get(at, "/health")
        told = {"healthy": False, "troubles": {"sending": "nothing sent for 60 s"}}
        assert (answer.status, json.loads(answer.body)) == (503, told)
        endpoint.health.over("sending")
        endpoint.health.over("sending")
        assert (await get(at, "/health")).status == 200

    monitored(talk)


def lines(answer: Came) -> list[str]:
    return [line for line in answer.body.decode().splitlines() if not line.startswith("#")]


def test_what_was_counted_is_told() -> None:
    async def talk(at: HostPort, endpoint: Endpoint) -> None:
        counted = endpoint.measures
        for kind in ("message", "message", "inline_query"):
            counted.update(kind)
        counted.answer("strong", "question")
        counted.reply("sent")
        counted.took("search", 0.02)
        counted.reading("outbox", lambda: 3)
        answer = await get(at, "/metrics")
        assert answer.status == 200
        assert "content-type: text/plain; version=" in answer.head
        told = lines(answer)
        assert 'backissue_updates_total{kind="message"} 2.0' in told
        assert 'backissue_updates_total{kind="inline_query"} 1.0' in told
        assert 'backissue_answers_total{kind="question",strength="strong"} 1.0' in told
        assert 'backissue_replies_total{fate="sent"} 1.0' in told
        assert 'backissue_replies_total{fate="lost"} 0.0' in told
        assert 'backissue_stage_seconds_bucket{le="0.025",stage="search"} 1.0' in told
        assert 'backissue_stage_seconds_bucket{le="0.01",stage="search"} 0.0' in told
        assert "backissue_outbox_messages 3.0" in told
        assert "backissue_healthy 0.0" in told

    monitored(talk)


def test_the_ages_of_the_newest_article_and_of_the_last_collection_are_told() -> None:
    now = datetime.now(UTC)
    holdings = Holdings(1, 1, {}, None, now - timedelta(hours=1), 1)

    async def talk(at: HostPort, endpoint: Endpoint) -> None:
        collection = Collection(now - timedelta(minutes=1))
        measure_ages(endpoint.measures, lambda: holdings, lambda: collection)
        told = dict(line.split() for line in lines(await get(at, "/metrics")) if "_age_" in line)
        assert 3600 <= float(told["backissue_newest_article_age_seconds"]) < 3660
        assert 60 <= float(told["backissue_last_collection_age_seconds"]) < 120

    monitored(talk)


def test_what_cannot_be_read_takes_nothing_else_along() -> None:
    def fail() -> float:
        raise OSError

    async def talk(at: HostPort, endpoint: Endpoint) -> None:
        endpoint.measures.reading("inbox", fail)
        endpoint.measures.reading("outbox", lambda: 1)
        told = lines(await get(at, "/metrics"))
        assert "backissue_inbox_updates NaN" in told
        assert "backissue_outbox_messages 1.0" in told

    monitored(talk)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("POST", "/health", 405),
        ("GET", "/", 404),
        ("GET", "/metrics/x", 404),
        ("HEAD", "/metrics", 200),
    ],
)
def test_nothing_else_is_served(method: str, path: str, status: int) -> None:
    async def talk(at: HostPort, _endpoint: Endpoint) -> None:
        assert (await get(at, path, method)).status == status

    monitored(talk)


def test_where_nothing_is_set_nothing_is_served() -> None:
    async def run() -> None:
        endpoint = Endpoint(None)
        assert await endpoint.start() is None
        endpoint.measures.update("message")
        endpoint.measures.reading("inbox", lambda: 1)
        await endpoint.stop()

    asyncio.run(run())


def test_the_library_that_counts_is_loaded_only_where_it_is_needed_and_missed_in_one_line() -> None:
    code = (
        "import sys; sys.modules['prometheus_client'] = None\n"
        "from bot.errors import SettingsError\n"
        "from bot.setting_values import HostPort\n"
        "from bot.telegram.serving.endpoint import Endpoint\n"
        "Endpoint(None)\n"
        "try: Endpoint(HostPort('127.0.0.1', 0))\n"
        "except SettingsError as error: print(error)\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == (
        "BACKISSUE_METRICS needs prometheus-client: pip install 'backissue[metrics]'\n"
    )


def test_a_port_that_is_taken_is_one_line() -> None:
    async def talk(at: HostPort, _endpoint: Endpoint) -> None:
        with pytest.raises(SettingsError, match="BACKISSUE_METRICS"):
            await Endpoint(at).start()

    monitored(talk)

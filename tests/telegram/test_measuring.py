"""What the running bot counts of itself, read as Prometheus does."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from time import monotonic, sleep

import pytest

from bot.setting_values import HostPort
from tests.telegram.bot_api_server import BotApiServer, Fault
from tests.telegram.http_client import asking, came, exchanged
from tests.telegram.messages import private
from tests.telegram.ports import free_port
from tests.telegram.running import FakeArchive, RunningBot


@pytest.fixture
def at(api: BotApiServer, archive: FakeArchive) -> Iterator[HostPort]:
    place = HostPort("127.0.0.1", free_port())
    bot = RunningBot(api, archive)
    bot.settings = replace(bot.settings, metrics=place)
    with bot:
        yield place


def told(place: HostPort) -> dict[str, float]:
    answer = came(asyncio.run(exchanged(place, asking("GET", "/metrics"))))
    lines = [line for line in answer.body.decode().splitlines() if not line.startswith("#")]
    return {name: float(value) for name, _, value in (line.rpartition(" ") for line in lines)}


def told_at_rest(place: HostPort) -> dict[str, float]:
    """What it tells once no request is under way: a reply is there before its request has ended."""
    patience = monotonic() + 5
    while (measured := told(place))["backissue_connections_in_use"] and monotonic() < patience:
        sleep(0.02)
    return measured


def test_an_answer_is_counted_by_what_came_how_it_was_answered_and_how_long_it_took(
    api: BotApiServer, at: HostPort
) -> None:
    api.deliver(private("dam"))
    api.next_reply()
    api.deliver(private("/help"))
    api.next_reply()
    api.wait_for("getUpdates", count=3)
    measured = told_at_rest(at)
    assert measured['backissue_updates_total{kind="message"}'] == 2
    answers = {
        name: n for name, n in measured.items() if name.startswith("backissue_answers_total")
    }
    assert list(answers.values()) == [1]
    for stage, count in (("wait", 2), ("search", 1), ("all", 2)):
        assert measured[f'backissue_stage_seconds_count{{stage="{stage}"}}'] == count
    assert measured["backissue_healthy"] == 1
    assert measured["backissue_inbox_updates"] == 0
    assert measured["backissue_connections_in_use"] == 0
    assert measured["backissue_newest_article_age_seconds"] > 86_400


def test_what_is_held_back_lost_or_in_doubt_is_counted(api: BotApiServer, at: HostPort) -> None:
    api.fail("sendMessage", Fault(429, "Too Many Requests", {"retry_after": 1}))
    api.deliver(private("held"))
    api.next_reply()
    api.fail("sendMessage", Fault(403, "Forbidden: bot was blocked by the user"))
    api.deliver(private("refused"))
    api.wait_for("sendMessage", count=3)
    api.fail("sendMessage", Fault(500))
    api.deliver(private("in doubt"))
    api.wait_for("sendMessage", count=5)
    api.next_reply()
    api.wait_for("getUpdates", count=4)
    measured = told(at)
    for fate in ("held", "refused", "unknown"):
        assert measured[f'backissue_replies_total{{fate="{fate}"}}'] == 1, fate
    assert measured['backissue_replies_total{fate="lost"}'] == 0


def test_what_waits_is_told_with_its_age(api: BotApiServer, at: HostPort) -> None:
    api.fail("sendMessage", Fault(429, "Too Many Requests", {"retry_after": 2}))
    api.deliver(private("dam"))
    api.wait_for("sendMessage")
    measured = told(at)
    assert measured["backissue_outbox_messages"] == 1
    assert 0 < measured["backissue_outbox_oldest_seconds"] < 60

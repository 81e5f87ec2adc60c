"""What Telegram is asked for, and what it is told was taken."""

import asyncio
import logging
from collections.abc import Sequence
from typing import Any

import pytest
from telegram.ext import ExtBot

from bot.telegram.intake.polling import Polling
from bot.telegram.intake.received import Received
from bot.telegram.intake.updates_request import UpdatesRequest
from bot.telegram.transport.outage import Outage
from tests.telegram.bot_api_server import TOKEN, BotApiServer, Fault
from tests.telegram.messages import private
from tests.telegram.running import RunningBot


def test_it_waits_for_new_messages_and_for_no_other_kind(
    api: BotApiServer, bot: RunningBot
) -> None:
    api.wait_for("getUpdates")
    assert api.called("getUpdates") == [
        {
            "offset": "0",
            "limit": "100",
            "timeout": "25",
            "allowed_updates": [
                *("callback_query", "channel_post", "edited_channel_post", "edited_message"),
                *("guest_message", "inline_query", "message", "my_chat_member"),
            ],
        }
    ]


def test_what_was_taken_is_confirmed_at_the_end(api: BotApiServer, bot: RunningBot) -> None:
    api.deliver(private("dam"))
    api.next_reply()
    bot.stop()
    last = api.called("getUpdates")[-1]
    assert (last["offset"], last["limit"], last["timeout"]) == ("1001", "1", "0")


def test_where_nothing_was_taken_nothing_is_confirmed(api: BotApiServer, bot: RunningBot) -> None:
    api.wait_for("getUpdates")
    bot.stop()
    assert len(api.called("getUpdates")) == 1


def test_a_confirmation_that_fails_is_one_line_and_the_bot_ends(
    api: BotApiServer, bot: RunningBot, caplog: pytest.LogCaptureFixture
) -> None:
    api.deliver(private("dam"))
    api.next_reply()
    api.wait_for("getUpdates", count=2)
    api.fail("getUpdates", Fault(500))
    bot.stop()
    assert [record.getMessage() for record in caplog.records if record.levelno > logging.INFO] == [
        "Telegram was not told what was taken: NetworkError"
    ]


class Patient(UpdatesRequest):
    """Notes how many seconds an answer may take."""

    def __init__(self) -> None:
        super().__init__(connections=1)
        self.read_timeouts: list[Any] = []

    async def do_request(self, *args: Any, **options: Any) -> tuple[int, bytes]:
        self.read_timeouts.append(options["read_timeout"])
        return await super().do_request(*args, **options)


async def polled(api: BotApiServer, handle: Any, seconds: float) -> tuple[Polling, list[float]]:
    """A polling stopped after some seconds, and the time each of its requests was given."""
    request = Patient()
    async with ExtBot(TOKEN, base_url=f"{api.url}/bot", get_updates_request=request) as bot:
        polling = Polling(bot, handle, ["message"], lambda: True)
        running = asyncio.create_task(polling.run(Outage()))
        await asyncio.sleep(seconds)
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        return polling, request.read_timeouts


def test_telegram_gets_ten_seconds_more_than_it_is_asked_to_wait(api: BotApiServer) -> None:
    async def handle(updates: Sequence[Received]) -> None:
        raise AssertionError

    _, read_timeouts = asyncio.run(polled(api, handle, 0.2))
    assert read_timeouts == [35]

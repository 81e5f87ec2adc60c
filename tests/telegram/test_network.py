"""Requests that nothing cuts short, and a client that can be replaced."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable

from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.telegram.health import Health
from bot.telegram.transport.network import Network
from bot.telegram.transport.watchdog import Watchdog
from tests.telegram.bot_api_server import TOKEN, BotApiServer, Fault


def a_bot(api: BotApiServer, network: Network) -> ExtBot[None]:
    logging.getLogger("httpx").setLevel(logging.WARNING)
    return ExtBot(TOKEN, base_url=f"{api.url}/bot", request=network)


def test_who_no_longer_waits_costs_no_place_in_the_pool(api: BotApiServer) -> None:
    async def cancel_again_and_again() -> int:
        network = Network(connections=2, pool_timeout=1.0)
        async with a_bot(api, network) as bot:
            for delay in range(20):
                asking = asyncio.create_task(bot.get_me())
                await asyncio.sleep(0.002 * (delay % 5))
                asking.cancel()
                await asyncio.gather(asking, return_exceptions=True)
            await asyncio.gather(*(bot.get_me() for _ in range(2)))
            return network.in_use

    assert asyncio.run(cancel_again_and_again()) == 0
    assert api.connections <= 2
    assert len(api.called("getMe")) == 23


def test_a_new_client_sends_while_the_old_one_hangs(api: BotApiServer) -> None:
    async def replace() -> float:
        network = Network(connections=1, pool_timeout=20.0, read_timeout=20.0)
        async with a_bot(api, network) as bot:
            api.fail("getMe", Fault(hangs=True))
            stuck = asyncio.create_task(bot.get_me())
            await asyncio.to_thread(api.wait_for, "getMe", count=2)
            network.replace()
            began = time.monotonic()
            await bot.get_me()
            took = time.monotonic() - began
            stuck.cancel()
            return took

    assert asyncio.run(replace()) < 5


def test_a_time_limit_that_is_asked_for_counts_and_else_the_usual_one(api: BotApiServer) -> None:
    async def ask(asking: Callable[[ExtBot[None]], Awaitable[object]]) -> str:
        network = Network(connections=1, read_timeout=10.0)
        async with a_bot(api, network) as bot:
            api.fail("getMe", Fault(after=0.5, result={"id": 1, "is_bot": True, "first_name": "B"}))
            try:
                await asking(bot)
            except TelegramError as error:
                return f"{type(error).__name__} by {type(error.__cause__).__name__}"
        return "answered"

    assert asyncio.run(ask(lambda bot: bot.get_me(read_timeout=0.1))) == "TimedOut by ReadTimeout"
    assert asyncio.run(ask(lambda bot: bot.get_me())) == "answered"


class Waiting:
    """Replies wait, and Telegram says nothing of them."""

    @property
    def silence(self) -> float:
        return 5.0


def test_where_nothing_is_sent_though_replies_wait_a_new_client_is_taken(
    api: BotApiServer,
) -> None:
    async def watch() -> tuple[bool, int, bool]:
        health, network = Health(), Replaced(connections=1)
        watchdog = Watchdog(Waiting(), network, health, patience=0.5)
        watching = asyncio.create_task(watchdog.watch())
        await asyncio.sleep(1.5)
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)
        await network.shutdown()
        return watchdog.is_silent, network.replaced, bool(health.troubles.get("sending"))

    assert asyncio.run(watch()) == (True, 1, True)


class Replaced(Network):
    replaced = 0

    def replace(self) -> None:
        self.replaced += 1
        super().replace()


def test_a_bot_that_cannot_be_reached_says_so(api: BotApiServer) -> None:
    async def ask() -> str:
        network = Network(connections=1, connect_timeout=1.0)
        bot = ExtBot(TOKEN, base_url="http://127.0.0.1:9/bot", request=network)
        try:
            await bot.initialize()
        except TelegramError as error:
            return type(error).__name__
        finally:
            await network.shutdown()
        return ""

    assert asyncio.run(ask()) == "NetworkError"

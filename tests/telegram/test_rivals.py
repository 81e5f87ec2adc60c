"""Two programs ask with one token, on a clock of the tests' own."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from contextlib import AsyncExitStack
from typing import Any

import pytest
from telegram.ext import ExtBot

from bot.errors import ConflictError
from bot.telegram.intake.polling import Polling
from bot.telegram.intake.received import Received
from bot.telegram.intake.rivals import ANSWER, Clock
from bot.telegram.intake.updates_request import UpdatesRequest
from bot.telegram.transport.outage import Outage
from tests.telegram.bot_api_server import TOKEN, BotApiServer, Fault
from tests.telegram.messages import private

PATIENCE = 10.0


class Time:
    """Stands still until it is passed."""

    def __init__(self) -> None:
        self.moment = 0.0
        self._sleepers: list[tuple[float, asyncio.Event]] = []

    @property
    def clock(self) -> Clock:
        return Clock(lambda: self.moment, self._sleep)

    @property
    def sleeping(self) -> int:
        return len(self._sleepers)

    def pass_(self, seconds: float) -> None:
        self.moment += seconds
        for end, awake in self._sleepers:
            if end <= self.moment:
                awake.set()
        self._sleepers = [one for one in self._sleepers if one[0] > self.moment]

    async def _sleep(self, seconds: float) -> None:
        awake = asyncio.Event()
        self._sleepers.append((self.moment + seconds, awake))
        await awake.wait()


class Programs:
    """Several that ask one server. `took` is how often each was handed messages."""

    def __init__(self, api: BotApiServer, stack: AsyncExitStack) -> None:
        self.time = Time()
        self.took: list[int] = []
        self._api = api
        self._stack = stack

    async def begin(self) -> "asyncio.Task[None]":
        request = UpdatesRequest(connections=1)
        bot = ExtBot(TOKEN, base_url=f"{self._api.url}/bot", get_updates_request=request)
        await self._stack.enter_async_context(bot)
        place = len(self.took)
        self.took.append(0)

        async def take(updates: Sequence[Received]) -> None:
            self.took[place] += len(updates)

        polling = Polling(bot, take, ["message"], lambda: True, self.time.clock)
        before = self._polls
        task = asyncio.create_task(polling.run(Outage()))
        self._stack.callback(task.cancel)
        await until(lambda: self._polls > before)
        return task

    async def cut_off(self) -> None:
        """Until one that was cut off waits."""
        await until(lambda: self.time.sleeping == 1)

    async def answered(self) -> None:
        """One that waits asks again."""
        before = self._polls
        self.time.pass_(ANSWER)
        await until(lambda: self._polls > before)

    async def answer(self, times: int) -> None:
        """So often one that was cut off asks again, and cuts the other off."""
        for _ in range(times):
            await self.cut_off()
            await self.answered()

    @property
    def _polls(self) -> int:
        return len(self._api.called("getUpdates"))


async def until(is_met: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not is_met():  # noqa: ASYNC110 (what is waited for happens in another thread)
            await asyncio.sleep(0.005)


def run(api: BotApiServer, scene: Callable[[Programs], Coroutine[Any, Any, None]]) -> None:
    async def played() -> None:
        async with AsyncExitStack() as stack:
            await scene(Programs(api, stack))

    asyncio.run(played())


@pytest.mark.parametrize("seconds", [0.1, 1, 3, 4, 5.7, 6, 6.9, 8, 25, 70])
def test_of_two_the_later_ends_and_the_older_stays(api: BotApiServer, seconds: float) -> None:
    async def scene(programs: Programs) -> None:
        older = await programs.begin()
        programs.time.pass_(seconds)
        later = await programs.begin()
        await programs.answer(3)
        with pytest.raises(ConflictError, match="goes on with it"):
            await asyncio.wait_for(later, PATIENCE)
        api.deliver(private("dam"))
        await until(lambda: programs.took == [1, 0])
        assert not older.done()

    run(api, scene)


def test_one_that_begins_again_and_again_does_not_wear_the_older_out(api: BotApiServer) -> None:
    async def scene(programs: Programs) -> None:
        older = await programs.begin()
        for seconds in (1, 2, 10, 12, 3):
            programs.time.pass_(seconds)
            later = await programs.begin()
            await programs.answer(3)
            with pytest.raises(ConflictError):
                await asyncio.wait_for(later, PATIENCE)
        assert not older.done()

    run(api, scene)


def test_of_two_that_begin_just_so_far_apart_one_stays_too(api: BotApiServer) -> None:
    async def scene(programs: Programs) -> None:
        older = await programs.begin()
        programs.time.pass_(ANSWER)
        later = await programs.begin()
        await programs.answer(2)
        with pytest.raises(ConflictError):
            await asyncio.wait_for(older, PATIENCE)
        api.deliver(private("dam"))
        await until(lambda: programs.took == [0, 1])
        assert not later.done()

    run(api, scene)


def test_what_comes_meanwhile_does_not_make_the_later_the_older(api: BotApiServer) -> None:
    async def scene(programs: Programs) -> None:
        older = await programs.begin()
        programs.time.pass_(2)
        later = await programs.begin()
        await programs.cut_off()
        programs.time.pass_(3)
        api.deliver(private("dam"))
        await until(lambda: programs.took == [0, 1])
        programs.time.pass_(ANSWER - 3)
        await programs.answer(2)
        with pytest.raises(ConflictError):
            await asyncio.wait_for(later, PATIENCE)
        assert not older.done()

    run(api, scene)


def test_a_lone_conflict_ends_nobody(api: BotApiServer) -> None:
    async def scene(programs: Programs) -> None:
        api.fail("getUpdates", Fault(409, "Conflict: terminated by other getUpdates request"))
        alone = await programs.begin()
        await programs.cut_off()
        await programs.answered()
        api.deliver(private("dam"))
        await until(lambda: programs.took == [1])
        assert not alone.done()

    run(api, scene)


def test_one_that_could_not_reach_telegram_is_no_longer_the_older(api: BotApiServer) -> None:
    async def scene(programs: Programs) -> None:
        away = await programs.begin()
        programs.time.pass_(70)
        api.fail("getUpdates", Fault(500))
        api.deliver(private("dam"))  # ends the request that waits; the next one fails
        await programs.cut_off()
        there = await programs.begin()
        programs.time.pass_(70)  # both ask
        await programs.answer(3)
        with pytest.raises(ConflictError):
            await asyncio.wait_for(away, PATIENCE)
        assert not there.done()

    run(api, scene)

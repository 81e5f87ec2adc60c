"""How fast Telegram lets a bot send."""

import asyncio
from collections.abc import Awaitable
from time import monotonic

import pytest

from bot.telegram.transport.pacing import Pacing
from tests.telegram.bot_api_server import BotApiServer
from tests.telegram.counted import Counted
from tests.telegram.running import FakeArchive, RunningBot

ANN, JONAS, GROUP = 1, 2, -1001


async def seconds(work: Awaitable[object]) -> float:
    began = monotonic()
    await work
    return monotonic() - began


def test_a_chat_gets_one_message_a_second_and_delays_no_other() -> None:
    async def send() -> tuple[float, float]:
        pacing = Pacing()
        both = asyncio.gather(
            seconds(asyncio.gather(*(pacing.turn(ANN) for _ in range(3)))),
            seconds(pacing.turn(JONAS)),
        )
        anns, jonases = await both
        return anns, jonases

    anns, jonases = asyncio.run(send())
    assert 2 <= anns < 3
    assert jonases < 0.5


def test_all_chats_together_get_so_many_a_second() -> None:
    async def send() -> float:
        pacing = Pacing(a_second=30)
        return await seconds(asyncio.gather(*(pacing.turn(chat) for chat in range(1, 62))))

    assert 2 <= asyncio.run(send()) < 4


def test_a_group_gets_twenty_messages_a_minute() -> None:
    async def send(chat: int) -> None:
        pacing = Pacing(pause=0.0)
        for _ in range(20):
            await pacing.turn(chat)
        async with asyncio.timeout(1.5):
            await pacing.turn(chat)

    asyncio.run(send(ANN))
    with pytest.raises(TimeoutError):
        asyncio.run(send(GROUP))


def test_with_many_chats_not_all_are_looked_at_for_each_message() -> None:
    async def send() -> None:
        pacing = Pacing(a_second=100_000)
        for chat in range(1, 3_001):
            await pacing.turn(Counted(chat))

    Counted.looked_at = 0
    asyncio.run(send())
    assert Counted.looked_at < 10 * 3_000


def test_a_bot_that_paces_itself_is_never_told_to_wait(api: BotApiServer) -> None:
    api.limit_floods()
    with RunningBot(api, FakeArchive(), pacing=Pacing):
        ona = api.private().person
        for word in ("one", "two", "three"):
            ona.says(word)
        answers = [api.next_reply().text for _ in range(3)]
    assert [word in text for word, text in zip(("one", "two", "three"), answers, strict=True)]
    assert len(api.called("sendMessage")) == 3

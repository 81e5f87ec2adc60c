"""What a chat shows while a search takes long."""

import asyncio
import logging

import pytest
from telegram.ext import ExtBot
from telegram.request import HTTPXRequest

from bot.telegram.outgoing import Message, ReplyTarget
from bot.telegram.transport.sending import Sending
from bot.telegram.transport.typing_indicator import TypingIndicator
from tests.telegram.bot_api_server import TOKEN, BotApiServer, Fault
from tests.telegram.running import unpaced

TARGET = ReplyTarget(77, thread_id=None, message_id=5)
ANSWERS = 3


def bot_with_one_connection(api: BotApiServer) -> ExtBot[bool]:
    logging.getLogger("httpx").setLevel(logging.WARNING)
    request = HTTPXRequest(connection_pool_size=1, pool_timeout=5.0)
    return ExtBot(TOKEN, base_url=f"{api.url}/bot", request=request, rate_limiter=unpaced())


async def answer_during_slow_requests(api: BotApiServer) -> None:
    async with bot_with_one_connection(api) as bot:
        typing = TypingIndicator(bot, patience=0.0)
        for number in range(ANSWERS):
            async with typing.shown(TARGET):
                await asyncio.to_thread(api.wait_for, "sendChatAction", count=number + 1)
            await Sending(bot).perform(Message(TARGET, "An answer."))
        await typing.finish()


def test_an_answer_lets_the_request_on_its_way_finish(api: BotApiServer) -> None:
    """Cancelled, it would take its connection along, and at worst its place in the pool."""
    api.fail("sendChatAction", *[Fault(after=0.3, result=True)] * ANSWERS)
    asyncio.run(answer_during_slow_requests(api))
    assert [sent.text for sent in api.sent] == ["An answer."] * ANSWERS
    assert api.connections == 1


@pytest.mark.parametrize(("seconds", "shown"), [(0.8, 0), (1.8, 1)])
def test_only_a_search_of_more_than_a_second_is_shown(
    api: BotApiServer, seconds: float, shown: int
) -> None:
    async def search() -> None:
        async with bot_with_one_connection(api) as bot:
            typing = TypingIndicator(bot)
            async with typing.shown(TARGET):
                await asyncio.sleep(seconds)
            await typing.finish()

    asyncio.run(search())
    assert len(api.called("sendChatAction")) == shown


def test_the_topic_is_told_not_the_group(api: BotApiServer) -> None:
    async def show() -> None:
        async with bot_with_one_connection(api) as bot:
            typing = TypingIndicator(bot, patience=0.0)
            async with typing.shown(ReplyTarget(-1001, thread_id=9, message_id=5)):
                await asyncio.to_thread(api.wait_for, "sendChatAction")
            await typing.finish()

    asyncio.run(show())
    assert api.called("sendChatAction") == [
        {"chat_id": "-1001", "action": "typing", "message_thread_id": "9"}
    ]


def test_a_chat_that_cannot_be_told_gets_its_answer_all_the_same(api: BotApiServer) -> None:
    api.fail("sendChatAction", Fault(403, "Forbidden"), Fault(result=5), Fault(drop=True))
    asyncio.run(answer_during_slow_requests(api))
    assert len(api.sent) == ANSWERS

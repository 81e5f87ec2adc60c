"""How the bot is set up: what settings it refuses, what it does before it answers, how it ends."""

import asyncio
import logging
import os
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.errors import BotError, SettingsError, TokenError
from bot.render.languages.table import CODES
from bot.telegram.application import TelegramSettings, build, keep_quiet
from bot.telegram.stopping import stopping_on_signals, work_until
from retrieval.answer import Answer
from tests.telegram.answers import answer, quote
from tests.telegram.bot_api_server import TOKEN, BotApiServer, Fault
from tests.telegram.messages import private
from tests.telegram.running import FakeArchive, RunningBot


def settings(token: str = TOKEN, api_url: str = "http://127.0.0.1:9") -> TelegramSettings:
    return TelegramSettings(token, Path("unused"), api_url=api_url)


@pytest.mark.parametrize("token", ["", "  ", "12345678", "12345678:", ":abc", "1:a b", "x1:abc"])
def test_a_token_that_cannot_be_one_is_refused(token: str) -> None:
    with pytest.raises(TokenError, match="Telegram token"):
        build(settings(token))


@pytest.mark.parametrize("url", ["", "api.example", "ftp://api.example", "http://", "http://[x"])
def test_an_address_that_cannot_be_one_is_refused(url: str) -> None:
    with pytest.raises(SettingsError, match="BACKISSUE_TELEGRAM_API_URL"):
        build(settings(api_url=url))


def test_blanks_around_the_token_and_a_slash_behind_the_address_do_no_harm() -> None:
    bot = build(settings(f" {TOKEN}\n", "https://api.example/")).application.bot
    assert bot.token == TOKEN
    assert bot.base_url == f"https://api.example/bot{TOKEN}"


def test_the_token_is_not_shown_with_the_settings() -> None:
    assert TOKEN not in repr(settings())


def test_libraries_that_would_log_the_token_or_what_was_asked_are_silent() -> None:
    loggers = {name: logging.getLogger(name) for name in ("httpx", "httpcore", "telegram")}
    before = {name: logger.level for name, logger in loggers.items()}
    for logger in loggers.values():
        logger.setLevel(logging.DEBUG)
    try:
        keep_quiet()
        assert not loggers["httpx"].isEnabledFor(logging.INFO)
        assert not loggers["httpcore"].isEnabledFor(logging.INFO)
        assert not loggers["telegram"].isEnabledFor(logging.CRITICAL)
    finally:
        for name, level in before.items():
            loggers[name].setLevel(level)


def test_telegram_has_twenty_seconds_to_take_a_reply() -> None:
    assert build(settings()).application.bot.request.read_timeout == 20


def test_a_webhook_of_before_is_deleted_first(api: BotApiServer, bot: RunningBot) -> None:
    api.wait_for("getUpdates")
    assert [name for name, _ in api.calls] == [
        "getMe",
        "deleteWebhook",
        *2 * len(CODES) * ["setMyCommands"],
        "getUpdates",
    ]


def test_a_menu_that_cannot_be_set_is_one_line_and_the_bot_answers(
    api: BotApiServer, archive: FakeArchive, caplog: pytest.LogCaptureFixture
) -> None:
    api.fail("setMyCommands", Fault(500))
    api.deliver(private("dam"))
    with RunningBot(api, archive):
        assert "dam" in api.next_reply().text
    assert [record.getMessage() for record in caplog.records if record.levelno > logging.INFO] == [
        "The menu of commands was not set: NetworkError"
    ]


def test_it_asks_until_telegram_answers(api: BotApiServer, archive: FakeArchive) -> None:
    api.fail("getMe", Fault(500), Fault(502))
    api.fail("deleteWebhook", Fault(500))
    api.deliver(private("dam"))
    with RunningBot(api, archive):
        assert "dam" in api.next_reply(timeout=10).text
    assert len(api.called("getMe")) == 3
    assert len(api.called("deleteWebhook")) == 2


def test_a_token_that_telegram_refuses_ends_it_without_naming_the_token(
    api: BotApiServer, archive: FakeArchive
) -> None:
    api.token = "1:another"  # noqa: S105 (of no bot)
    with RunningBot(api, archive) as refused, pytest.raises(TokenError) as caught:
        refused.join()
    assert api.url in str(caught.value)
    assert TOKEN not in str(caught.value)
    assert caught.value.__suppress_context__


def test_thirty_two_replies_can_be_on_their_way_at_once(
    api: BotApiServer, archive: FakeArchive
) -> None:
    api.fail("sendMessage", *[Fault(done=True, result=True, after=2.5)] * 32)
    for number in range(32):
        person = {"id": number + 1, "is_bot": False, "first_name": "Ona"}
        chat = {"id": number + 1, "type": "private"}
        api.deliver(private(f"question {number}") | {"chat": chat, "from": person})
    with RunningBot(api, archive):
        api.wait_for("sendMessage")
        started = time.monotonic()
        api.wait_for("sendMessage", count=32)
        assert time.monotonic() - started < 2.4


@pytest.mark.parametrize("is_done", [True, False])
def test_it_says_whether_a_search_runs_on(
    api: BotApiServer, archive: FakeArchive, is_done: bool
) -> None:
    release = threading.Event()

    def slow(text: str) -> Answer:
        release.wait(10)
        return answer(quote(text))

    archive.reply = slow
    api.deliver(private("dam"))
    with RunningBot(api, archive, time_to_finish=0.3) as running:
        while not archive.asked:
            time.sleep(0.01)
        if is_done:
            release.set()
            api.next_reply()
        running.stop()
    release.set()
    assert running.is_done is is_done


async def stopped_after(seconds: float, work: Callable[[], object]) -> None:
    stop = asyncio.Event()

    async def endless() -> None:
        await asyncio.sleep(0.05)
        work()
        await asyncio.sleep(60)

    asyncio.get_running_loop().call_later(seconds, stop.set)
    await work_until(stop, endless())


def test_work_ends_when_it_is_stopped() -> None:
    began, started = [], time.monotonic()
    asyncio.run(stopped_after(0.1, lambda: began.append(1)))
    assert began == [1]
    assert time.monotonic() - started < 5


def test_what_work_raises_is_raised() -> None:
    def fail() -> None:
        raise BotError("refused")

    with pytest.raises(BotError, match="refused"):
        asyncio.run(stopped_after(60, fail))


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_stops_and_a_second_one_is_left_to_the_system(number: signal.Signals) -> None:
    async def signalled() -> list[object]:
        stop = asyncio.Event()
        with stopping_on_signals(stop):
            os.kill(os.getpid(), number)
            await asyncio.wait_for(stop.wait(), timeout=5)
            return [signal.getsignal(each) for each in (signal.SIGINT, signal.SIGTERM)]

    before = [signal.getsignal(each) for each in (signal.SIGINT, signal.SIGTERM)]
    assert asyncio.run(signalled()) == [signal.SIG_DFL, signal.SIG_DFL]
    assert [signal.getsignal(each) for each in (signal.SIGINT, signal.SIGTERM)] == before

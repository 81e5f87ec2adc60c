"""Builds the bot, runs it, stops it."""

import asyncio
import logging
import os
import re
import signal
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import FrameType
from typing import Any
from urllib.parse import urlsplit

from telegram.error import InvalidToken, TelegramError
from telegram.ext import Application, ContextTypes, ExtBot

from bot.errors import SettingsError, TokenError
from bot.telegram import texts
from bot.telegram.desk import Ask, Desk
from bot.telegram.failing import error_handler
from bot.telegram.handlers import handlers
from bot.telegram.outage import UNREADABLE, Outage
from bot.telegram.polling import AT_ONCE, Polling
from bot.telegram.searching import Searching
from bot.telegram.sending import Sending
from corpus.archive.archive import Holdings

LOG = logging.getLogger(__name__)

TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")
POOL_TIMEOUT = 30.0  # seconds that a request waits for one of the connections
READ_TIMEOUT = 20.0  # seconds; a reply whose fate is unknown by then is not sent again

Bot = ExtBot[None]
Data = dict[Any, Any]
App = Application[Bot, ContextTypes.DEFAULT_TYPE, Data, Data, Data, None]


@dataclass(frozen=True, slots=True)
class TelegramSettings:
    """`holdings` counts the archive for /about; it may block.

    `time_to_finish` are the seconds that what is being answered gets when the bot is stopped.
    """

    token: str = field(repr=False)
    holdings: Callable[[], Holdings]
    api_url: str = "https://api.telegram.org"
    time_to_finish: float = 10.0


async def serve(ask: Ask, settings: TelegramSettings) -> None:
    """Answer on Telegram until SIGINT or SIGTERM; then finish what is being answered and return.

    `ask` may block; two calls at most run at once. To be awaited in the main thread. A second
    signal ends the program at once. So does, with code 0, a search that is not done in
    `time_to_finish`: Python would wait for its thread. Raises TokenError and SettingsError.
    """
    stop = asyncio.Event()
    with _stopping_on_signals(stop):
        is_done = await run(ask, settings, stop)
        if not is_done:
            logging.shutdown()
            os._exit(0)


async def run(ask: Ask, settings: TelegramSettings, stop: asyncio.Event) -> bool:
    """As `serve`, until `stop` is set. Returns whether no search is still running."""
    keep_quiet()
    application = build(settings)
    searching, sending = Searching(), Sending(application.bot)
    desk = Desk(ask, settings.holdings, searching=searching, sending=sending)
    application.add_handlers(handlers(desk))
    application.add_error_handler(error_handler(desk))
    polling = Polling(application.bot, application.process_update)
    try:
        try:
            await _until(stop, _connect_and_poll(application, polling))
        finally:  # the archive is closed behind this: also after a refusal no search may run on
            await _finish(polling, sending, settings.time_to_finish)
        return not searching.is_busy
    except InvalidToken:
        # Without its cause: PTB writes the token into it.
        raise TokenError(
            f"Telegram ({settings.api_url}) refused the token: "
            "set BACKISSUE_TELEGRAM_TOKEN to the one that @BotFather shows."
        ) from None
    finally:
        await application.shutdown()
        await application.bot.shutdown()  # also when the application never got started
        searching.close()


def keep_quiet() -> None:
    """Silence libraries that log addresses, which hold the token, or messages, which are private.

    httpx does the first at INFO, PTB the second at CRITICAL; what matters of it is logged here.
    And PTB warns on stderr of every 429, unless told that its waits may be timedeltas.
    """
    os.environ["PTB_TIMEDELTA"] = "true"
    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger("telegram").setLevel(logging.CRITICAL + 1)


def build(settings: TelegramSettings) -> App:
    """Raises TokenError and SettingsError for what cannot be right."""
    token, api_url = settings.token.strip(), settings.api_url.rstrip("/")
    if not token:
        raise TokenError(
            "There is no Telegram token: set BACKISSUE_TELEGRAM_TOKEN to @BotFather's."
        )
    if not TOKEN.fullmatch(token):
        raise TokenError(
            "The Telegram token is malformed: @BotFather's look like 12345678:ABC-xyz."
        )
    if not _is_address(api_url):
        raise SettingsError("BACKISSUE_TELEGRAM_API_URL has to begin with https:// or http://.")
    return (
        Application.builder()
        .token(token)
        .base_url(f"{api_url}/bot")
        .updater(None)
        .job_queue(None)
        .connection_pool_size(AT_ONCE)
        .pool_timeout(POOL_TIMEOUT)
        .read_timeout(READ_TIMEOUT)
        .build()
    )


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


async def _connect_and_poll(application: App, polling: Polling) -> None:
    outage = Outage()
    for prepare in (application.initialize, application.bot.delete_webhook):
        await _insist(prepare, outage)
    try:
        await application.bot.set_my_commands(texts.COMMANDS)
    except (TelegramError, *UNREADABLE) as error:
        LOG.warning("The menu of commands was not set: %s", type(error).__name__)
    LOG.info("Answering as @%s.", application.bot.username)
    await polling.run(outage)


async def _insist(prepare: Callable[[], Awaitable[object]], outage: Outage) -> None:
    """Call until Telegram answers. Raises InvalidToken."""
    while True:
        try:
            await prepare()
        except InvalidToken:
            raise
        except (TelegramError, *UNREADABLE) as error:
            await asyncio.sleep(outage.met(error))
        else:
            return


async def _until(stop: asyncio.Event, work: Coroutine[Any, Any, None]) -> None:
    """Do endless work until `stop` is set. Raises what the work raises."""
    working = asyncio.create_task(work)
    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait({working, stopping}, return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    if not working.cancel():
        await working
    await asyncio.gather(working, stopping, return_exceptions=True)


async def _finish(polling: Polling, sending: Sending, seconds: float) -> None:
    """Wait for what is being answered, and for replies held back, but not for ever."""
    try:
        async with asyncio.timeout(seconds):
            await polling.finish()
            await sending.finish()
    except TimeoutError:
        left = polling.unfinished + sending.waiting
        LOG.warning("Stopped with %s unanswered.", left)
        await polling.give_up()
        await sending.give_up()


@contextmanager
def _stopping_on_signals(stop: asyncio.Event) -> Iterator[None]:
    """The first signal sets `stop`; the next ends the process, as one that nobody handles does."""
    loop = asyncio.get_running_loop()
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def on_signal(_number: int, _frame: FrameType | None) -> None:
        for number in before:
            signal.signal(number, signal.SIG_DFL)
        loop.call_soon_threadsafe(stop.set)

    for number in before:
        signal.signal(number, on_signal)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)

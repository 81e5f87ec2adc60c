"""Runs the bot and stops it."""

import asyncio
import logging
import os
from collections.abc import Awaitable, Callable

from telegram.error import InvalidToken, TelegramError

from bot.errors import TokenError
from bot.render.english import telegram as texts
from bot.telegram.application import App, TelegramSettings, build, keep_quiet
from bot.telegram.handlers.error_handler import error_handler
from bot.telegram.handlers.handler_list import reactions
from bot.telegram.handlers.reaction import allowed_updates
from bot.telegram.responder import Ask, Responder
from bot.telegram.search_threads import SearchThreads
from bot.telegram.stopping import stopping_on_signals, work_until
from bot.telegram.transport.outage import UNREADABLE, Outage
from bot.telegram.transport.polling import Polling
from bot.telegram.transport.sending import Sending
from bot.telegram.transport.typing_indicator import TypingIndicator

LOG = logging.getLogger(__name__)


async def serve(ask: Ask, settings: TelegramSettings) -> None:
    """Answer on Telegram until SIGINT or SIGTERM; then finish what is being answered and return.

    `ask` may block; two calls at most run at once. To be awaited in the main thread. A second
    signal ends the program at once. So does, with code 0, a search that is not done in
    `time_to_finish`: Python would wait for its thread. Raises TokenError and SettingsError.
    """
    stop = asyncio.Event()
    with stopping_on_signals(stop):
        is_done = await run(ask, settings, stop)
        if not is_done:
            logging.shutdown()
            os._exit(0)


async def run(ask: Ask, settings: TelegramSettings, stop: asyncio.Event) -> bool:
    """As `serve`, until `stop` is set. Returns whether no search is still running."""
    keep_quiet()
    application = build(settings)
    searches, sending = SearchThreads(), Sending(application.bot)
    typing = TypingIndicator(sending)

    def about() -> str:
        return texts.about(settings.holdings(), settings.collection())

    responder = Responder(ask, about, searches, sending, typing)
    listed = reactions(responder)
    application.add_handlers([reaction.handler for reaction in listed])
    application.add_error_handler(error_handler(responder))
    polling = Polling(application.bot, application.process_update, allowed_updates(listed))
    try:
        try:
            await work_until(stop, _connect_and_poll(application, polling))
        finally:  # the archive is closed behind this: also after a refusal no search may run on
            await _finish((polling, sending, typing), settings.time_to_finish)
        return not searches.is_busy
    except InvalidToken:
        # Without its cause: PTB writes the token into it.
        raise TokenError(
            f"Telegram ({settings.api_url}) refused the token: "
            "set BACKISSUE_TELEGRAM_TOKEN to the one that @BotFather shows."
        ) from None
    finally:
        await application.shutdown()
        await application.bot.shutdown()  # also when the application never got started
        searches.close()


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


async def _finish(work: tuple[Polling, Sending, TypingIndicator], seconds: float) -> None:
    """Wait for what is being answered, and for replies held back, but not for ever."""
    polling, sending, typing = work
    try:
        async with asyncio.timeout(seconds):
            await polling.finish()
            await sending.finish()
            await typing.finish()
    except TimeoutError:
        left = polling.unfinished + sending.waiting
        if left:
            LOG.warning("Stopped with %s unanswered.", left)
        await polling.give_up()
        await sending.give_up()
        await typing.give_up()

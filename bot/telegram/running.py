"""Runs the bot and stops it."""

import asyncio
import logging
import os
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from telegram.error import InvalidToken, TelegramError

from bot.errors import TokenError
from bot.render.english import telegram as texts
from bot.telegram.application import Built, TelegramSettings, build, keep_quiet
from bot.telegram.handlers.error_handler import error_handler
from bot.telegram.handlers.handler_list import reactions
from bot.telegram.handlers.reaction import allowed_updates
from bot.telegram.incoming.hearing import hears_all
from bot.telegram.inline.inline_mode import InlineMode
from bot.telegram.inline.results import Results
from bot.telegram.intake.intake import Intake
from bot.telegram.intake.polling import Polling
from bot.telegram.intake.webhook import Webhook
from bot.telegram.menu import set_menus
from bot.telegram.responder import Responder
from bot.telegram.search_threads import SearchThreads
from bot.telegram.serving.archive_ages import measure_ages
from bot.telegram.serving.queues import measure_queues
from bot.telegram.showing.pages import Pages
from bot.telegram.showing.source import Ask
from bot.telegram.state.ageing import forget_what_is_old
from bot.telegram.state.database import State
from bot.telegram.stopping import first_to_end, stopping_on_signals, work_until
from bot.telegram.telling.archive_watch import watch_file
from bot.telegram.telling.corrections import Corrections
from bot.telegram.telling.following import Following
from bot.telegram.telling.watching import Watching
from bot.telegram.transport.delivering import Delivery
from bot.telegram.transport.outage import UNREADABLE, Outage
from bot.telegram.transport.sending import Sending
from bot.telegram.transport.typing_indicator import TypingIndicator
from bot.telegram.transport.watchdog import Watchdog

LOG = logging.getLogger(__name__)


async def serve(ask: Ask, settings: TelegramSettings) -> None:
    """Answer on Telegram until SIGINT or SIGTERM; then finish what is being answered and return.

    `ask` may block; as many calls run at once as there are `search_threads`. To be awaited in the
    main thread. A second signal ends the program at once. So does, with code 0, a search that is
    not done in `time_to_finish`: Python would wait for its thread. Raises TokenError, SettingsError
    and InUseError.
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
    built = build(settings)
    async with AsyncExitStack() as stack:
        state = stack.enter_context(State(settings.state_file))
        await built.endpoint.start()
        stack.push_async_callback(built.endpoint.stop)
        searches = SearchThreads(settings.search_threads, settings.limits())
        stack.callback(searches.close)
        stack.push_async_callback(built.application.bot.shutdown)  # also when it never got started
        stack.push_async_callback(built.application.shutdown)
        bot = _put_together(ask, settings, built, searches, state)
        try:
            try:
                await work_until(stop, bot.work())
            finally:  # the archive is closed behind this: also after a refusal no search may run on
                await bot.finish(settings.time_to_finish)
            return not searches.is_busy
        except InvalidToken:
            # Without its cause: PTB writes the token into it.
            raise TokenError(
                f"Telegram ({settings.api_url}) refused the token: "
                "set BACKISSUE_TELEGRAM_TOKEN to the one that @BotFather shows."
            ) from None


@dataclass(frozen=True, slots=True)
class _Bot:
    built: Built
    state: State
    intake: Intake
    delivery: Delivery
    updates: Polling | Webhook
    watchdog: Watchdog
    typing: TypingIndicator
    following: Following | None
    archive: Path | None

    async def work(self) -> None:
        """Endless. Raises InvalidToken, ConflictError, SettingsError, ArchiveGoneError."""
        health = self.built.endpoint.health
        outage, application = Outage(health), self.built.application
        for prepare in (application.initialize, self.updates.prepare):
            await _insist(prepare, outage)
        try:
            await set_menus(application.bot)
        except (TelegramError, *UNREADABLE) as error:
            LOG.warning("The menu of commands was not set: %s", type(error).__name__)
        LOG.info("Answering as @%s.", application.bot.username)
        LOG.info("%s", texts.heard(hears_all=hears_all(application.bot)))
        health.started()
        await self.delivery.begin()
        await self.intake.resume(application.bot)
        endless = [
            self.watchdog.watch(),
            self.delivery.add_what_falls_due(),
            forget_what_is_old(self.state),
        ]
        if self.following is not None:
            endless.append(self.following.follow())
        if self.archive is not None:
            endless.append(watch_file(self.archive))
        await first_to_end(self.updates.run(outage), *endless)

    async def finish(self, seconds: float) -> None:
        """Finish what is being answered and sent; the rest stays for the next start."""
        end = monotonic() + seconds
        await self.updates.confirm()
        await self.intake.finish(seconds)
        await self.delivery.finish(max(end - monotonic(), 0.0))
        await self.typing.finish()
        left = await self.state.insist(_unfinished)
        if left:
            LOG.warning("Stopped with %s to be answered after the next start.", left)


def _put_together(
    ask: Ask,
    settings: TelegramSettings,
    built: Built,
    searches: SearchThreads,
    state: State,
) -> _Bot:
    application = built.application
    health, measures = built.endpoint.health, built.endpoint.measures
    sending = Sending(application.bot)
    delivery = Delivery(state, sending, built.pacing, measures)
    typing = TypingIndicator(application.bot)
    watchdog = Watchdog(delivery, built.network, health)
    measure_ages(measures, settings.lookups.holdings, settings.lookups.collection)
    measure_queues(measures, settings.state_file)
    measures.reading("connections", lambda: built.network.in_use)

    pages = Pages(ask, settings.article, me=lambda: application.bot.bot)
    responder = Responder(pages, settings.lookups, searches, typing, delivery)
    following = None
    if settings.feeds is not None:
        corrections = Corrections(pages, searches, delivery)
        watching = Watching(pages, searches, delivery, settings.feeds)
        following = Following(settings.feeds, searches, state, corrections, watching)
    inline = None
    if settings.inline is not None:
        inline = InlineMode(application.bot, Results(ask, settings.inline), searches, state)
    listed = reactions(responder, settings.outlets, inline)
    application.add_handlers([reaction.handler for reaction in listed])
    application.add_error_handler(error_handler(responder))
    intake = Intake(state, delivery, application.process_update, settings.access, measures=measures)

    def has_room() -> bool:
        return intake.has_room and not watchdog.is_silent

    arriving = (application.bot, intake.take, allowed_updates(listed), has_room)
    if settings.webhook is None:
        updates: Polling | Webhook = Polling(*arriving)
    else:
        updates = Webhook(*arriving, about=(settings.webhook, health))
    return _Bot(
        built, state, intake, delivery, updates, watchdog, typing, following, settings.archive
    )


def _unfinished(connection: sqlite3.Connection) -> int:
    (count,) = connection.execute(
        "SELECT (SELECT count(*) FROM inbox)"
        " + (SELECT count(*) FROM outbox WHERE fate = 'waiting' AND due = 0)"
    ).fetchone()
    return int(count)


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

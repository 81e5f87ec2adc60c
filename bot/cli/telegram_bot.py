"""The Telegram bot over one archive."""

import asyncio
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, tzinfo
from functools import partial
from secrets import token_urlsafe

from bot.cli.askable import Askable, Opening
from bot.cli.main import LOG_FORMAT
from bot.settings import Settings, zone
from bot.telegram.admission.access import Access
from bot.telegram.admission.limits import Limits
from bot.telegram.application import TelegramSettings
from bot.telegram.incoming.question import Asked
from bot.telegram.inline.results import InlineSource
from bot.telegram.intake.webhook import WebhookSettings
from bot.telegram.running import serve
from bot.telegram.search_processes import SearchProcesses
from bot.telegram.showing.lookups import lookups
from bot.telegram.showing.source import PAGE, Ask, in_askers_zone
from retrieval.answer import Answer
from retrieval.answering import Answerer
from retrieval.article_store import article_called
from retrieval.verbatim.chronology import MOST, Order, Printed, in_order


def run(settings: Settings, opened: Askable, opening: Opening) -> None:
    """Answer until SIGINT or SIGTERM; `opening` opens the same in another process.

    Raises TokenError, SettingsError.
    """
    logging.getLogger("bot").setLevel(logging.INFO)
    store = opened.store
    found = lookups(store, opened.index, _local(settings), collection=opened.collection)
    telegram = TelegramSettings(
        token=settings.token(),
        state=settings.state_folder,
        outlets=opened.answerer.outlets,
        article=partial(article_called, store),
        lookups=found,
        feeds=opened.feeds,
        archive=opened.file,
        api_url=settings.telegram_api_url,
        inline=InlineSource(found.newest, store.state, partial(_now, settings)),
        webhook=_webhook(settings),
        metrics=settings.metrics,
        access=Access(
            frozenset(settings.allow),
            frozenset(settings.block),
            frozenset(settings.admins),
            settings.private,
        ),
        limits=lambda: Limits(settings.user_limit, settings.chat_limit),
        # One more than processes: a thread makes the reply while its process searches on.
        search_threads=max(settings.search_threads, settings.search_processes + 1),
    )
    if not settings.search_processes:
        asyncio.run(serve(asker(settings, opened.answerer), telegram))
        return
    asking = partial(opened_asker, settings, opening)
    with SearchProcesses(asking, settings.search_processes) as searches:
        asyncio.run(serve(searches.ask, telegram))


@contextmanager
def opened_asker(settings: Settings, opening: Opening) -> Iterator[Ask]:
    """For a process of its own."""
    logging.basicConfig(level=logging.WARNING, format=LOG_FORMAT, stream=sys.stderr)
    with opening() as opened:
        yield asker(settings, opened.answerer)


def _now(settings: Settings) -> datetime:
    return datetime.now(UTC).astimezone(_local(settings))


def _local(settings: Settings) -> tzinfo | None:
    """The zone that is set; None is this machine's."""
    return zone(settings.timezone) if settings.timezone else None


def _webhook(settings: Settings) -> WebhookSettings | None:
    if settings.webhook is None:
        return None
    secret = settings.webhook_secret or token_urlsafe()
    return WebhookSettings(settings.webhook, settings.listen, secret)


def asker(settings: Settings, answerer: Answerer) -> Ask:
    """Asks in the zone that the chat, or the keeper, has set, else this machine's."""
    local = _local(settings)

    def ask(
        asked: Asked, asked_at: datetime, *, order: Order = Order.BEST, limit: int = PAGE
    ) -> Answer:
        at = in_askers_zone(asked_at, local)
        if order is Order.BEST:
            reply = answerer.check if asked.is_said else answerer.ask
            return reply(asked.text, asked_at=at, limit=limit)
        if asked.is_said:
            found = answerer.check(asked.text, asked_at=at, limit=MOST)
            return in_order(found, Printed(), order, limit, copies=lambda _seq, _article: {})
        return answerer.ask_by_day(asked.text, asked_at=at, order=order, limit=limit)

    return ask

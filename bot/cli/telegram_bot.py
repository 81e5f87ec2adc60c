"""The Telegram bot over one archive."""

import asyncio
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, tzinfo
from functools import partial
from pathlib import Path
from secrets import token_urlsafe
from zoneinfo import ZoneInfo

from bot.cli.archives import IndexedArchive
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
from bot.telegram.showing.source import PAGE, Ask
from corpus.archive.archive import Archive
from retrieval.answer import Answer
from retrieval.answering import Answerer
from retrieval.index.index import Index
from retrieval.verbatim.chronology import MOST, Order, in_order


def run(settings: Settings, opened: IndexedArchive, seconds: float) -> None:
    """Answer until SIGINT or SIGTERM; `seconds` are for each search.

    Raises TokenError, SettingsError.
    """
    logging.getLogger("bot").setLevel(logging.INFO)
    found = lookups(opened.archive, opened.index, _local(settings))
    telegram = TelegramSettings(
        token=settings.token(),
        state=settings.state_folder,
        outlets=opened.answerer.outlets,
        article=opened.archive.article,
        lookups=found,
        feed=opened.archive,
        archive=opened.archive.path,
        api_url=settings.telegram_api_url,
        inline=InlineSource(found.newest, opened.archive.last_seq, partial(_now, settings)),
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
    opening = partial(
        opened_asker, settings, opened.archive.directory, opened.index.snapshot().engine, seconds
    )
    with SearchProcesses(opening, settings.search_processes) as searches:
        asyncio.run(serve(searches.ask, telegram))


@contextmanager
def opened_asker(settings: Settings, folder: Path, engine: str, seconds: float) -> Iterator[Ask]:
    """For a process of its own. The archive is there, and its index too."""
    logging.basicConfig(level=logging.WARNING, format=LOG_FORMAT, stream=sys.stderr)
    with Archive(folder) as archive:
        index = Index(archive, engine, cluster=settings.cluster)
        try:
            yield asker(settings, Answerer(archive, index, seconds=seconds))
        finally:
            index.close()


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
    """Asks in the zone that the chat, or the keeper, has set, else this machine's.

    Telegram dates every message in UTC.
    """
    local = _local(settings)

    def ask(
        asked: Asked, asked_at: datetime, *, order: Order = Order.BEST, limit: int = PAGE
    ) -> Answer:
        is_chats_own = isinstance(asked_at.tzinfo, ZoneInfo)
        at = asked_at if is_chats_own else asked_at.astimezone(local)
        if order is Order.BEST:
            reply = answerer.check if asked.is_said else answerer.ask
            return reply(asked.text, asked_at=at, limit=limit)
        if asked.is_said:
            found = answerer.check(asked.text, asked_at=at, limit=MOST)
            return in_order(found, (), order, limit, copies=lambda _seq, _article: {})
        return answerer.ask_by_day(asked.text, asked_at=at, order=order, limit=limit)

    return ask

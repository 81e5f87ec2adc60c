"""Builds the bot from its settings."""

import logging
import os
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from telegram.ext import Application, ContextTypes, ExtBot

from bot.errors import SettingsError, TokenError
from bot.setting_values import HostPort
from bot.telegram.admission.access import EVERYBODY, Access
from bot.telegram.admission.limits import Limits
from bot.telegram.inline.results import InlineSource
from bot.telegram.intake.updates_request import UpdatesRequest
from bot.telegram.intake.webhook import WebhookSettings
from bot.telegram.search_threads import THREADS
from bot.telegram.serving.endpoint import Endpoint
from bot.telegram.showing.lookups import Lookups
from bot.telegram.showing.source import FindArticle
from bot.telegram.telling.feed import Feeds
from bot.telegram.transport.delivering import AT_ONCE
from bot.telegram.transport.network import Network
from bot.telegram.transport.pacing import Pacing

TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")
POOL_TIMEOUT = 10.0  # seconds that a request waits for one of the connections
READ_TIMEOUT = 20.0  # seconds; a reply whose fate is unknown by then is not sent again

BESIDE = 16  # connections for what is not delivered: typing, buttons, inline answers

Bot = ExtBot[bool]
Data = dict[Any, Any]
App = Application[Bot, ContextTypes.DEFAULT_TYPE, Data, Data, Data, None]


@dataclass(frozen=True, slots=True)
class TelegramSettings:
    """`article` finds one by its id, `lookups` are what commands ask, `feeds` have the archives'
    changes; all may block. `archive` is its file, where it is one.

    `state` is the folder for what outlives a restart. `pacing` says how fast Telegram lets the bot
    send. `webhook`: there Telegram brings what comes; else it is asked. `metrics` is where health
    and measures are served. `access` says who is answered at all, `limits` how often. Without
    `inline` there is no inline mode. `time_to_finish` are the seconds that what is being answered
    gets when the bot is stopped.
    """

    token: str = field(repr=False)
    state: Path
    outlets: Callable[[], Sequence[str]] = tuple
    article: FindArticle = field(default=lambda name: None)
    lookups: Lookups = field(default_factory=Lookups)
    feeds: Feeds | None = None
    archive: Path | None = None
    api_url: str = "https://api.telegram.org"
    time_to_finish: float = 10.0
    pacing: Callable[[], Pacing] = Pacing
    inline: InlineSource | None = None
    webhook: WebhookSettings | None = None
    metrics: HostPort | None = None
    access: Access = EVERYBODY
    limits: Callable[[], Limits] = Limits
    search_threads: int = THREADS

    @property
    def state_file(self) -> Path:
        """Each bot has its own: by its number, which is the token's first part and no secret."""
        return self.state / f"telegram-{self.token.strip().partition(':')[0]}.sqlite"


@dataclass(frozen=True, slots=True)
class Built:
    """`network` carries what the bot sends, `pacing` says when, `endpoint` tells how it is."""

    application: App
    network: Network
    pacing: Pacing
    endpoint: Endpoint


def keep_quiet() -> None:
    """Silence libraries that log addresses, which hold the token, or messages, which are private.

    httpx does the first at INFO, PTB the second at CRITICAL; what matters of it is logged here.
    And PTB warns on stderr of every 429, unless told that its waits may be timedeltas.
    """
    os.environ["PTB_TIMEDELTA"] = "true"
    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger("telegram").setLevel(logging.CRITICAL + 1)


def build(settings: TelegramSettings) -> Built:
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
    endpoint = Endpoint(settings.metrics)
    network, pacing = _network(AT_ONCE + BESIDE), settings.pacing()
    application = (
        Application.builder()
        .token(token)
        .base_url(f"{api_url}/bot")
        .updater(None)
        .job_queue(None)
        .rate_limiter(pacing)
        .request(network)
        .get_updates_request(UpdatesRequest(connections=2))
        .build()
    )
    return Built(application, network, pacing, endpoint)


def _network(connections: int) -> Network:
    return Network(connections, pool_timeout=POOL_TIMEOUT, read_timeout=READ_TIMEOUT)


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False

"""Builds the bot from its settings."""

import logging
import os
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from telegram.ext import Application, ContextTypes, ExtBot

from bot.errors import SettingsError, TokenError
from bot.telegram.transport.polling import AT_ONCE
from bot.telegram.transport.updates_request import UpdatesRequest
from corpus.archive.archive import Holdings
from corpus.collect.state.standing import Collection

TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")
POOL_TIMEOUT = 30.0  # seconds that a request waits for one of the connections
READ_TIMEOUT = 20.0  # seconds; a reply whose fate is unknown by then is not sent again

Bot = ExtBot[None]
Data = dict[Any, Any]
App = Application[Bot, ContextTypes.DEFAULT_TYPE, Data, Data, Data, None]


@dataclass(frozen=True, slots=True)
class TelegramSettings:
    """`holdings` counts the archive for /about, `collection` says how collecting stands; both may
    block.

    `time_to_finish` are the seconds that what is being answered gets when the bot is stopped.
    """

    token: str = field(repr=False)
    holdings: Callable[[], Holdings]
    collection: Callable[[], Collection] = Collection
    api_url: str = "https://api.telegram.org"
    time_to_finish: float = 10.0


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
        .get_updates_request(UpdatesRequest(connection_pool_size=1))
        .build()
    )


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False

"""Updates that Telegram brings by itself: each is stored before it is confirmed with 200.

What is not confirmed Telegram brings again, also after hours. Whoever does not know the secret that
Telegram was told gets 403, whatever the address. PTB's own webhook confirms what it has in memory.

Source: https://core.telegram.org/bots/api#setwebhook
"""

import asyncio
import hmac
import json
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from time import time

from telegram import Bot, WebhookInfo
from telegram.error import BadRequest, InvalidToken, TelegramError

from bot.errors import ConflictError, SettingsError
from bot.setting_values import HostPort
from bot.telegram.health import Health
from bot.telegram.intake.polling import Take
from bot.telegram.intake.received import numbered, received
from bot.telegram.serving.http_server import HttpServer, Request, Response
from bot.telegram.transport.outage import UNREADABLE, Outage

LOG = logging.getLogger(__name__)

HEADER = "x-telegram-bot-api-secret-token"
LOOKS = 60.0  # seconds between two looks at what Telegram says of the webhook
PART = "webhook"  # of the bot's health


@dataclass(frozen=True, slots=True)
class WebhookSettings:
    """`url` is what Telegram is told, `listen` where it arrives; `look` is in seconds."""

    url: str
    listen: HostPort
    secret: str = field(repr=False)
    look: float = LOOKS


class Webhook:
    """In place of `Polling`."""

    def __init__(
        self,
        bot: Bot,
        take: Take,
        wanted: Sequence[str],
        has_room: Callable[[], bool],
        about: tuple[WebhookSettings, Health],
    ) -> None:
        self._bot = bot
        self._take = take
        self._wanted = wanted
        self._has_room = has_room
        self._settings, self._health = about
        self._server = HttpServer(self._answer)
        self._set_to: str | None = None  # the address as Telegram repeats it

    async def prepare(self) -> None:
        """What was set before stays until this one listens."""

    async def run(self, outage: Outage) -> None:
        """Endless. Raises InvalidToken, ConflictError; SettingsError for what cannot be right."""
        at = await self._server.start(self._settings.listen, "BACKISSUE_LISTEN")
        LOG.info("Waiting for Telegram at %s.", at)
        await self._set(outage)
        while True:
            try:
                self._judge(await self._bot.get_webhook_info())
            except InvalidToken:
                raise
            except (TelegramError, *UNREADABLE) as error:
                await asyncio.sleep(outage.met(error))
            else:
                outage.over()
                await asyncio.sleep(self._settings.look)

    async def confirm(self) -> None:
        """Take no more; what came is confirmed when it is stored. The rest waits with Telegram."""
        await self._server.stop()

    async def _set(self, outage: Outage) -> None:
        while True:
            try:
                await self._bot.set_webhook(
                    self._settings.url,
                    allowed_updates=self._wanted,
                    secret_token=self._settings.secret,
                )
            except InvalidToken:
                raise
            except BadRequest as error:
                raise SettingsError(
                    f"BACKISSUE_WEBHOOK: Telegram does not take {self._settings.url}: {error}"
                ) from None
            except (TelegramError, *UNREADABLE) as error:
                await asyncio.sleep(outage.met(error))
            else:
                outage.over()
                return

    def _judge(self, info: WebhookInfo) -> None:
        self._set_to = self._set_to or info.url
        if not info.url or info.url != self._set_to:
            raise ConflictError(
                "Another program answers with this bot's token: it has taken the webhook away;"
                " stop one of the two."
            )
        failed = info.last_error_date
        if failed is not None and time() - failed.timestamp() < 2 * self._settings.look:
            why = " ".join((info.last_error_message or "for no reason given").split())
            LOG.warning("Telegram cannot bring what people write: %s", why)
            self._health.met(PART, f"Telegram cannot reach it: {why}")
        else:
            self._health.over(PART)

    async def _answer(self, request: Request) -> Response:
        """What `take` raises is answered with 500."""
        given = request.headers.get(HEADER, "").encode("latin-1")
        if not hmac.compare_digest(given, self._settings.secret.encode()):
            return Response(HTTPStatus.FORBIDDEN)
        if request.method != "POST":
            return Response(HTTPStatus.METHOD_NOT_ALLOWED)
        if not self._has_room():
            return Response(HTTPStatus.SERVICE_UNAVAILABLE)
        try:
            brought = numbered([json.loads(request.body)])
        except (ValueError, RecursionError):
            brought = []
        if not brought:
            return Response(HTTPStatus.BAD_REQUEST)
        await self._take([received(one, self._bot) for one in brought])
        return Response(HTTPStatus.OK)

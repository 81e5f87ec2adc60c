"""/health and /metrics over HTTP, for whoever reaches the port: it should be a local one."""

import asyncio
import json
from http import HTTPStatus

from bot.errors import SettingsError
from bot.setting_values import HostPort
from bot.telegram.health import Health
from bot.telegram.measures import UNMEASURED, Measures
from bot.telegram.serving.http_server import HttpServer, Request, Response

SETTING = "BACKISSUE_METRICS"


class Endpoint:
    """What the bot tells of itself: `health` and `measures` are written to by its parts.

    Nothing is counted and nothing served where no place is named.
    """

    def __init__(self, at: HostPort | None) -> None:
        """Raises SettingsError where the library that counts is not installed."""
        self._at = at
        self._server = HttpServer(self._answer)
        self.health = Health()
        self.measures: Measures = UNMEASURED
        if at is not None:
            try:
                from bot.telegram.serving import prometheus  # noqa: PLC0415 (an extra's library)
            except ImportError as error:
                raise SettingsError(
                    f"{SETTING} needs prometheus-client: pip install 'backissue[metrics]'"
                ) from error
            self.measures = counted = prometheus.PrometheusMeasures(self.health)
            self._kind, self._text = prometheus.KIND, counted.text

    async def start(self) -> HostPort | None:
        """Returns where. Raises SettingsError where that cannot be."""
        return None if self._at is None else await self._server.start(self._at, SETTING)

    async def stop(self) -> None:
        await self._server.stop()

    async def _answer(self, request: Request) -> Response:
        if request.method not in ("GET", "HEAD"):
            return Response(HTTPStatus.METHOD_NOT_ALLOWED)
        if request.path == "/health":
            return self._told_health()
        if request.path == "/metrics":
            return Response(HTTPStatus.OK, await asyncio.to_thread(self._text), self._kind)
        return Response(HTTPStatus.NOT_FOUND)

    def _told_health(self) -> Response:
        troubles = self.health.troubles
        status = HTTPStatus.SERVICE_UNAVAILABLE if troubles else HTTPStatus.OK
        body = json.dumps({"healthy": not troubles, "troubles": troubles})
        return Response(status, body.encode() + b"\n", "application/json")

"""Requests to Telegram that nothing cuts short, over a client that can be replaced.

A task that is cancelled inside a request can cost its connection's place in httpcore's pool for
ever (encode/httpcore issues 1093 and 1115), and when no place is left, nothing can be sent. So
each request runs in a task of its own, which goes on when nobody waits for it any more. And where
a client is stuck all the same, another takes its place.
"""

import asyncio
from functools import lru_cache
from typing import Any

import httpx
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

IDLE = 8  # connections: httpcore looks at each, twice a request

PLACE = ("message_id", "date", "chat")

# Seconds; PTB's own.
CONNECT = WRITE = 5.0
WRITE_FILES = 20.0

HEADERS = {"User-Agent": BaseRequest.USER_AGENT}
JSON = HEADERS | {"Content-Type": "application/json"}

Answer = tuple[int, bytes]

_address = lru_cache(maxsize=64)(httpx.URL)  # of each method: read once


class Network(BaseRequest):
    def __init__(
        self,
        connections: int,
        *,
        pool_timeout: float = 1.0,
        read_timeout: float = 5.0,
        connect_timeout: float = CONNECT,
    ) -> None:
        """Timeouts are seconds."""
        self._limits = httpx.Limits(max_connections=connections, max_keepalive_connections=IDLE)
        self._timeout = httpx.Timeout(
            connect=connect_timeout, read=read_timeout, write=WRITE, pool=pool_timeout
        )
        self._client = self._new_client()
        self._running: set[asyncio.Task[Any]] = set()

    @property
    def read_timeout(self) -> float | None:
        return self._timeout.read

    @property
    def in_use(self) -> int:
        """How many requests are on their way."""
        return len(self._running)

    async def initialize(self) -> None:
        """The client is there from the beginning."""

    async def shutdown(self) -> None:
        """Requests that nobody waits for any more end with it."""
        for task in self._running:
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)
        await self._client.aclose()

    @staticmethod
    def parse_json_payload(payload: bytes) -> Any:
        """Of a message that was sent only where it is: PTB would make objects of all of it.

        Raises TelegramError for what is no answer of Telegram's: each says whether it is "ok".
        """
        answer: Any = BaseRequest.parse_json_payload(payload)
        if not isinstance(answer, dict) or "ok" not in answer:
            raise TelegramError("Not an answer of the Bot API")
        result = answer.get("result")
        if isinstance(result, dict) and "message_id" in result:
            answer["result"] = {name: result[name] for name in PLACE if name in result}
        return answer

    async def do_request(self, *args: Any, **options: Any) -> Answer:
        task = asyncio.create_task(self._ask(*args, **options))
        self._running.add(task)
        task.add_done_callback(self._ended)
        return await asyncio.shield(task)

    def replace(self) -> None:
        """Further requests go over a new client; the old one ends with those it has."""
        old, theirs = self._client, set(self._running)
        self._client = self._new_client()
        self._begin(_close_after(theirs, old))

    def _new_client(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(limits=self._limits, timeout=self._timeout)

    async def _ask(
        self, url: str, method: str, request_data: RequestData | None = None, **timeouts: Any
    ) -> Answer:
        """Parameters go as JSON: as a form they would take twice the time to be written down.

        Raises TelegramError.
        """
        files = request_data.multipart_data if request_data else None
        what: dict[str, Any] = {"headers": HEADERS}
        if files and request_data:
            what |= {"files": files, "data": request_data.json_parameters}
        elif request_data:
            what = {"headers": JSON, "content": request_data.json_payload}
        try:
            asked = self._timeouts(timeouts, with_files=bool(files))
            answer = await self._client.request(method, _address(url), timeout=asked, **what)
        except httpx.TimeoutException as error:
            raise TimedOut from error
        except httpx.HTTPError as error:
            raise NetworkError(type(error).__name__) from error
        return answer.status_code, answer.content

    def _timeouts(self, asked: dict[str, Any], *, with_files: bool) -> httpx.Timeout:
        """Those that are asked for, by their names as PTB has them, and else the usual ones."""
        wanted = {
            name.removesuffix("_timeout"): seconds
            for name, seconds in asked.items()
            if seconds is not BaseRequest.DEFAULT_NONE
        }
        if with_files:
            wanted.setdefault("write", WRITE_FILES)
        return httpx.Timeout(**self._timeout.as_dict() | wanted) if wanted else self._timeout

    def _begin(self, work: Any) -> None:
        task = asyncio.create_task(work)
        self._running.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[Any]) -> None:
        """An error that nobody waits for any more is read here, or asyncio would log it."""
        self._running.discard(task)
        if not task.cancelled():
            task.exception()


async def _close_after(requests: set[asyncio.Task[Any]], client: httpx.AsyncClient) -> None:
    if requests:
        await asyncio.wait(requests)
    await client.aclose()

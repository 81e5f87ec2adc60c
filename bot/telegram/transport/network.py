"""Requests to Telegram that nothing cuts short, over a client that can be replaced.

A task that is cancelled inside a request can cost its connection's place in httpcore's pool for
ever (encode/httpcore issues 1093 and 1115), and when no place is left, nothing can be sent. So
each request runs in a task of its own, which goes on when nobody waits for it any more. And where
a client is stuck all the same, another takes its place.
"""

import asyncio
from typing import Any

import httpx
from telegram.error import TelegramError
from telegram.request import BaseRequest, HTTPXRequest

IDLE = 8  # connections: httpcore looks at each, twice a request

PLACE = ("message_id", "date", "chat")

Answer = tuple[int, bytes]


class Network(BaseRequest):
    def __init__(self, connections: int, **options: Any) -> None:
        """`options` are those of PTB's HTTPXRequest."""
        limits = httpx.Limits(max_connections=connections, max_keepalive_connections=IDLE)
        self._options = {"httpx_kwargs": {"limits": limits}, **options}
        self._client = HTTPXRequest(**self._options)
        self._running: set[asyncio.Task[Any]] = set()

    @property
    def read_timeout(self) -> float | None:
        return self._client.read_timeout

    @property
    def in_use(self) -> int:
        """How many requests are on their way."""
        return len(self._running)

    async def initialize(self) -> None:
        await self._client.initialize()

    async def shutdown(self) -> None:
        """Requests that nobody waits for any more end with it."""
        for task in self._running:
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)
        await self._client.shutdown()

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
        task = asyncio.create_task(self._client.do_request(*args, **options))
        self._running.add(task)
        task.add_done_callback(self._ended)
        return await asyncio.shield(task)

    def replace(self) -> None:
        """Further requests go over a new client; the old one ends with those it has."""
        old, theirs = self._client, set(self._running)
        self._client = HTTPXRequest(**self._options)
        self._begin(_close_after(theirs, old))

    def _begin(self, work: Any) -> None:
        task = asyncio.create_task(work)
        self._running.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[Any]) -> None:
        """An error that nobody waits for any more is read here, or asyncio would log it."""
        self._running.discard(task)
        if not task.cancelled():
            task.exception()


async def _close_after(requests: set[asyncio.Task[Any]], client: HTTPXRequest) -> None:
    if requests:
        await asyncio.wait(requests)
    await client.shutdown()

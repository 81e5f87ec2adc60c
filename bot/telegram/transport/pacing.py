"""How fast Telegram lets a bot send: each message waits its turn, and no chat waits for another.

Source: Bot API FAQ, "My bot is hitting limits": 30 messages a second in all, one a second to a
chat, 20 a minute to a group.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Coroutine
from time import monotonic
from typing import Any

from telegram.ext import BaseRateLimiter

MARGIN = 1.1  # what leaves evenly arrives less evenly
MANY_CHATS = 1000  # that are remembered before old ones are looked for

# What counts as a message.
COUNTED = frozenset(
    "sendMessage sendPhoto editMessageText editMessageCaption editMessageMedia".split()
)
HAD_ITS_TURN = True


class Pacing(BaseRateLimiter[bool]):
    """PTB asks it before every request. Who has waited for `turn` says HAD_ITS_TURN."""

    def __init__(self, a_second: int = 30, a_minute: int = 20, pause: float = 1.0) -> None:
        """`a_second` in all, `a_minute` to a group; `pause` in seconds between two to a chat."""
        self._all: deque[float] = deque(maxlen=a_second)
        self._a_minute = a_minute
        self._pause = pause * MARGIN
        self._chats: dict[int, deque[float]] = {}
        self._many = MANY_CHATS

    async def initialize(self) -> None:
        pass

    async def shutdown(self) -> None:
        pass

    async def turn(self, chat_id: int) -> None:
        """Wait until a message may go to a chat. Chats are served in the order of their turns."""
        sent = self._sent_to(chat_id)
        while (wait := self._chat_wait(chat_id, sent)) > 0:  # noqa: ASYNC110 (a time is waited for)
            await asyncio.sleep(wait)
        now = monotonic()
        earliest = self._all[0] + MARGIN if len(self._all) == self._all.maxlen else now
        mine = max(now, earliest)
        self._all.append(mine)
        sent.append(mine)
        if mine > now:
            await asyncio.sleep(mine - now)

    async def process_request(  # noqa: PLR0913, PLR0917 (the parent's parameters)
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: bool | None,
    ) -> Any:
        """Whatever the request gives or raises."""
        chat_id = data.get("chat_id")
        if endpoint in COUNTED and isinstance(chat_id, int) and not rate_limit_args:
            await self.turn(chat_id)
        return await callback(*args, **kwargs)

    def _chat_wait(self, chat_id: int, sent: deque[float]) -> float:
        now = monotonic()
        wait = sent[-1] + self._pause - now if sent else 0.0
        if chat_id < 0 and len(sent) == sent.maxlen:
            wait = max(wait, sent[0] + 60 * MARGIN - now)
        return wait

    def _sent_to(self, chat_id: int) -> deque[float]:
        if len(self._chats) > self._many:  # only once they have doubled, as all are gone through
            now = monotonic()
            recent = {chat: sent for chat, sent in self._chats.items() if _is_recent(sent, now)}
            self._chats, self._many = recent, max(MANY_CHATS, 2 * len(recent))
        return self._chats.setdefault(chat_id, deque(maxlen=self._a_minute))


def _is_recent(sent: deque[float], now: float) -> bool:
    return not sent or sent[-1] > now - 60 * MARGIN

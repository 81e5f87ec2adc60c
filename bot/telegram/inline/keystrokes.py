"""Of all that one person types only the newest is searched for, one search at a time.

Telegram sends a query for almost every key. What came while a search ran, and was not the last, is
never searched for; what the search finds is not shown, once there is something newer. Telegram's
clients forget a query as soon as they send the next, so that no answer is due.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.errors import SearchError

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody has typed; `place` is how many results they have seen already."""

    query_id: str
    user_id: int
    text: str
    place: int = 0


class Keystrokes(Generic[Found]):
    def __init__(
        self,
        find: Callable[[Typed], Awaitable[Found]],
        show: Callable[[Typed, Found], Awaitable[None]],
        at_once: int,
    ) -> None:
        """`at_once`: how many persons' words are searched for at the same time."""
        self._places = asyncio.Semaphore(at_once)
        self._find = find
        self._show = show
        self._newest: dict[int, Typed] = {}

    async def take(self, typed: Typed) -> None:
        """Find and show it, and then what came meanwhile; or leave it to the call that is at it.

        Raises SearchError where it is the newest that could not be searched for.
        """
        is_searching = typed.user_id in self._newest
        self._newest[typed.user_id] = typed
        if is_searching:
            return
        try:
            while not await self._is_shown(typed.user_id):
                pass
        finally:
            del self._newest[typed.user_id]

    async def _is_shown(self, user_id: int) -> bool:
        """Search once; whether what was found is shown, and nothing newer came."""
        async with self._places:
            typed = self._newest[user_id]
            try:
                found = await self._find(typed)
            except SearchError:
                if self._newest[user_id] is typed:
                    raise
                return False
        if self._newest[user_id] is typed:
            await self._show(typed, found)
        return self._newest[user_id] is typed

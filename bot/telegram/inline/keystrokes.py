"""Of all that one person types only the newest is searched for, one search at a time.

Telegram sends a query for almost every key. What came while a search ran, and was not the last, is
never searched for; what the search finds is not shown, once there is something newer. Telegram's
clients forget a query as soon as they send the next, so that no answer is due.
"""

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
    ) -> None:
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
            await self._follow(typed)
        finally:
            del self._newest[typed.user_id]

    async def _follow(self, typed: Typed) -> None:
        while True:
            try:
                found = await self._find(typed)
            except SearchError:
                if self._newest[typed.user_id] is typed:
                    raise
            else:
                if self._newest[typed.user_id] is typed:
                    await self._show(typed, found)
                if self._newest[typed.user_id] is typed:
                    return
            typed = self._newest[typed.user_id]

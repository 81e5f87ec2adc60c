"""Which of two programs that ask with one token ends: the later.

Where two ask, Telegram ends the request that waits, and answers 409 to whoever made it; of who
asked first it says nothing. So whoever is cut off asks again after ANSWER, neither sooner nor
later. A program that is cut off just so long after its request was answered by one that it had cut
off itself: that one was there first. One that was there is cut off at any other time, or at just
that time by chance: so only who is cut off twice, after the same time both times, ends.

Two that begin ANSWER apart, to within SAME, take each other for the first, and the one cut off
first ends: one of them always stays. Telegram may hold a 409 back for three seconds behind another,
so ANSWER is more.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from time import monotonic

ANSWER = 5.0  # seconds from being cut off to the next request
WAY = 2.0  # seconds that requests and answers may be on their way
SAME = 0.5  # seconds between two times that are the same
SETTLED = 30.0  # seconds alone with Telegram, after which a program ends for no other


@dataclass(frozen=True, slots=True)
class Clock:
    now: Callable[[], float] = monotonic
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep


CLOCK = Clock()


class Rivals:
    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._since: float | None = None  # the first request, or the first after being cut off
        self._is_settled = False
        self._answered: float | None = None  # after so long it was cut off before, as by an answer

    def asks(self) -> None:
        """A request is made."""
        if self._since is None:
            self._since = self._now()

    def away(self) -> None:
        """Telegram cannot be reached: meanwhile another program may have begun."""
        self._since, self._is_settled, self._answered = None, False, None

    def cut_off(self) -> bool:
        """Whether by a program that was there first."""
        alone = self._now() - self._since if self._since is not None else 0.0
        self._since = None
        self._is_settled = self._is_settled or alone >= SETTLED
        before, is_answer = self._answered, ANSWER - SAME <= alone <= ANSWER + WAY
        self._answered = alone if is_answer else None
        is_again = is_answer and before is not None and abs(alone - before) <= SAME
        return is_again and not self._is_settled

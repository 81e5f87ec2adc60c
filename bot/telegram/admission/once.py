"""What need not be said again for a while."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from time import monotonic

A_WHILE = 3600.0  # seconds
MOST = 10_000


class Once:
    """In memory: who is told again after a restart is told twice at most."""

    def __init__(self, seconds: float = A_WHILE, clock: Callable[[], float] = monotonic) -> None:
        self._seconds = seconds
        self._clock = clock
        self._said: OrderedDict[Hashable, float] = OrderedDict()

    def is_due(self, what: Hashable) -> bool:
        """Whether it was not said in the last while; it counts as said now."""
        now = self._clock()
        last = self._said.get(what)
        if last is not None and now - last < self._seconds:
            return False
        self._said[what] = now
        self._said.move_to_end(what)
        while len(self._said) > MOST:
            self._said.popitem(last=False)
        return True

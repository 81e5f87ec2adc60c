"""What is counted once and told often: many ask the same at the same time.

While one thread counts, the others wait for what it finds.
"""

import threading
from collections.abc import Callable, Hashable
from time import monotonic
from typing import Generic, TypeVar

Value = TypeVar("Value")


class _Remembered(Generic[Value]):
    def __init__(self, state: Callable[[], Hashable], count: Callable[[], Value]) -> None:
        self._state = state
        self._count = count
        self._guard = threading.Lock()
        self._known: tuple[Hashable, Value] | None = None

    def __call__(self) -> Value:
        with self._guard:
            state = self._state()
            if self._known is None or self._known[0] != state:
                self._known = (state, self._count())
            return self._known[1]


def until_a_change(
    state: Callable[[], Hashable], count: Callable[[], Value]
) -> Callable[[], Value]:
    """Counted again when `state` has become another."""
    return _Remembered(state, count)


def for_a_while(count: Callable[[], Value], seconds: float) -> Callable[[], Value]:
    """Counted again after so many seconds."""
    begin = monotonic()
    return _Remembered(lambda: int((monotonic() - begin) / seconds), count)

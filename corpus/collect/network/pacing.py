"""How often one host is asked."""

import time
from threading import Event, Lock

from corpus.collect.network.exchange import NoAnswerError, Reason
from corpus.collect.network.retry import backoff

PATIENCE = 10.0  # seconds that a call waits where a host wants to be left alone
FIRST_WAIT = 5.0  # seconds after a 429 that says nothing of how long


class Pacer:
    """One host's turns, for any number of threads.

    The time between two requests counts from the answer's head, so that the host cannot see them
    closer together than that, however long they were on their way.
    """

    def __init__(self, interval: float, stopping: Event) -> None:
        self._lock = Lock()
        self._stopping = stopping
        self._least = interval
        self._wished: dict[str, float] = {}
        self._next = self._left_alone_until = 0.0
        self._refusals = 0

    def slow_down(self, origin: str, interval: float) -> None:
        """At least so many seconds between two requests, as one of the host's origins wishes."""
        with self._lock:
            self._wished[origin] = interval

    def wait(self) -> None:
        """Until the host may be asked.

        Raises NoAnswerError when that is long after now, as the host said, or this program stops.
        """
        while not self._stopping.is_set():
            with self._lock:
                now = time.monotonic()
                left_alone = self._left_alone_until - now
                seconds = max(self._next - now, left_alone)
            if left_alone > PATIENCE:
                raise NoAnswerError(Reason.BUSY, "left alone", retry_after=left_alone)
            if seconds <= 0:
                return
            self._stopping.wait(seconds)
        raise NoAnswerError(Reason.STOPPED)

    def answered(self) -> None:
        """The host has begun to answer."""
        with self._lock:
            self._next = time.monotonic() + max([self._least, *self._wished.values()])

    def welcomed(self) -> None:
        with self._lock:
            self._refusals = 0

    def refused(self, retry_after: float | None) -> None:
        """The host was asked too often; `retry_after` is what it says, else longer each time."""
        with self._lock:
            self._refusals += 1
            seconds = backoff(self._refusals, FIRST_WAIT) if retry_after is None else retry_after
            self._left_alone_until = max(self._left_alone_until, time.monotonic() + seconds)

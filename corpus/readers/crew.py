"""Parts of an input, read by several processes side by side, given in the order of the input."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass
from time import perf_counter
from typing import Any, Generic, TypeVar

from corpus.readers.draft import Finished
from corpus.readers.reading import Rejected

Result = Finished | Rejected
Item = TypeVar("Item")

TO_START = 1.0  # seconds of light jobs
AHEAD = 3  # jobs that wait for each worker
SECONDS, MEMORY = 20, 2 << 30  # for one job, and then for each of its items alone
# Why there are no results: see `Fault` of `corpus.workers`.
FAULTS = {
    "time": "took too long to be read",
    "memory": "took too much memory to be read",
    "crash": "ended the process that read it",
    "error": "could not be read: {}",
}


@dataclass(frozen=True, slots=True)
class Job(Generic[Item]):
    """Items of which `read` makes results, each by itself.

    `read` is called in another process: a function of a module, or a partial of one. An item is
    named by its `str` where it cannot be read at all; `within` is the input that it is part of.
    `is_light`: it is soon done and does no harm, so that a few of its kind need no other process.
    """

    within: str | None
    read: Callable[[Item], list[Result]]
    items: tuple[Item, ...]
    is_light: bool = False

    def results(self) -> list[Result]:
        return [result for item in self.items for result in self.read(item)]


def done(work: Iterable[Job[Any] | Result]) -> Generator[Result, None, None]:
    """All of `work` in its order, with the results of each job in its place.

    Processes are started once there is a second job; the first is done here meanwhile. For light
    jobs they are where these take longer than that would.
    """
    crew: _Crew | None = None
    is_first, soon = True, TO_START
    waiting: deque[Callable[[], list[Result]]] = deque()
    try:
        for one in work:
            if not isinstance(one, Job):
                waiting.append([one].copy)
            elif one.is_light and crew is None and (soon > 0 or processors() == 1):
                started = perf_counter()
                waiting.append(one.results().copy)
                soon -= perf_counter() - started
            elif is_first:
                is_first = False
                waiting.append(one.results)
            else:
                crew = crew or _Crew()
                waiting.append(crew.begin(one))
            while len(waiting) > (crew.most if crew else 1):
                yield from waiting.popleft()()
        while waiting:
            yield from waiting.popleft()()
    finally:
        if crew:
            crew.end()


class _Crew:
    """Worker processes, and a thread here for each that waits for it."""

    def __init__(self) -> None:
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 (few imports need them)

        from corpus.workers.pool import Limits, ParsingPool  # noqa: PLC0415 (likewise)

        count = processors()
        self.most = count * AHEAD
        self._pool = ParsingPool(count, Limits(SECONDS, MEMORY))
        self._threads = ThreadPoolExecutor(count)

    def begin(self, job: Job[Any]) -> Callable[[], list[Result]]:
        """Let a job be done; what is returned waits for its results."""
        return self._threads.submit(self._do, job).result

    def end(self) -> None:
        self._threads.shutdown(cancel_futures=True)
        self._pool.close()

    def _do(self, job: Job[Any]) -> list[Result]:
        """The results; where a job came to nothing, each of its items is tried alone."""
        outcome = self._pool.call(job.results)
        if isinstance(outcome, list):
            return outcome
        if len(job.items) > 1:
            alone = [Job(job.within, job.read, (item,)) for item in job.items]
            return [result for one in alone for result in self._do(one)]
        name, reason = str(job.items[0]), FAULTS[outcome.fault].format(outcome.detail)
        if job.within is None:
            return [Rejected(name, None, reason)]
        return [Rejected(job.within, None, f"{name}: {reason}")]


def processors() -> int:
    """How many this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1

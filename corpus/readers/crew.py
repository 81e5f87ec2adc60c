"""Parts of an input, read by several processes side by side, given in the order of the input."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from corpus.collect.parsing.pool import Fault, Limits, NotParsed, ParsingPool
from corpus.readers.draft import Finished
from corpus.readers.reading import Rejected

Result = Finished | Rejected
Item = TypeVar("Item")

AHEAD = 3  # jobs that wait for each worker
LIMITS = Limits(seconds=20, memory=2 << 30)  # of one job; then of each of its items alone
FAULTS = {
    Fault.TIME: "took too long to be read",
    Fault.MEMORY: "took too much memory to be read",
    Fault.CRASH: "ended the process that read it",
    Fault.ERROR: "could not be read: {}",
}


@dataclass(frozen=True, slots=True)
class Job(Generic[Item]):
    """Items of which `read` makes results, each by itself.

    `read` is called in another process: a function of a module, or a partial of one. An item is
    named by its `str` where it cannot be read at all; `within` is the input that it is part of.
    """

    within: str | None
    read: Callable[[Item], list[Result]]
    items: tuple[Item, ...]

    def results(self) -> list[Result]:
        return [result for item in self.items for result in self.read(item)]


def done(work: Iterable[Job[Any] | Result]) -> Iterator[Result]:
    """All of `work` in its order, with the results of each job in its place.

    Processes are started once there is a second job; the first is done here meanwhile.
    """
    crew: _Crew | None = None
    first: Job[Any] | None = None
    waiting: deque[Future[list[Result]] | Job[Any] | Result] = deque()
    try:
        for one in work:
            if not isinstance(one, Job):
                waiting.append(one)
            elif first is None:
                first = one
                waiting.append(one)
            else:
                crew = crew or _Crew()
                waiting.append(crew.begin(one))
            while len(waiting) > (crew.most if crew else 1):
                yield from _results(waiting.popleft())
        while waiting:
            yield from _results(waiting.popleft())
    finally:
        if crew:
            crew.end()


def _results(one: Future[list[Result]] | Job[Any] | Result) -> list[Result]:
    if isinstance(one, Future):
        return one.result()
    return one.results() if isinstance(one, Job) else [one]


class _Crew:
    """Worker processes, and a thread here for each that waits for it."""

    def __init__(self) -> None:
        count = processors()
        self.most = count * AHEAD
        self._pool = ParsingPool(count, LIMITS)
        self._threads = ThreadPoolExecutor(count)

    def begin(self, job: Job[Any]) -> Future[list[Result]]:
        return self._threads.submit(self._do, job)

    def end(self) -> None:
        self._threads.shutdown(cancel_futures=True)
        self._pool.close()

    def _do(self, job: Job[Any]) -> list[Result]:
        """The results; where a job came to nothing, each of its items is tried alone."""
        outcome = self._pool.call(job.results)
        if not isinstance(outcome, NotParsed):
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

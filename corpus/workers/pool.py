"""A few worker processes, which may hang or die of what they read."""

import pickle
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from queue import LifoQueue
from types import TracebackType
from typing import ParamSpec, Self, TypeVar

from corpus.workers.outcome import Fault, Limits, NotParsed
from corpus.workers.worker import work

__all__ = ["Fault", "Limits", "NotParsed", "ParsingPool"]

T = TypeVar("T")
P = ParamSpec("P")

MOST_CALLS = 1_000  # to one process: parsers keep some of what they read
DEATHS = {-9: Fault.MEMORY, -24: Fault.TIME}  # SIGKILL, as of the system for want; SIGXCPU
_processes = get_context("spawn")  # a fork would copy other threads' locks


class ParsingPool:
    """Calls functions in worker processes; to be used by any number of threads.

    A process starts when it is needed first, and another in its place after it died. All end with
    this one, also where this one is killed.
    """

    def __init__(self, workers: int = 2, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._workers = workers
        self._idle: LifoQueue[_Worker | None] = LifoQueue()
        for _ in range(workers):
            self._idle.put(None)

    def call(
        self, function: Callable[P, T], /, *arguments: P.args, **named: P.kwargs
    ) -> T | NotParsed:
        """What a function of a module gives. It, its arguments and its result must be such as can
        be pickled."""
        data = pickle.dumps((function, arguments, named))
        worker = self._idle.get()
        kept = None
        try:
            if worker and not worker.is_fit:  # it was killed while it waited
                worker.stop()
                worker = None
            worker = worker or _Worker(self._limits)
            outcome = worker.call(data)
            if worker.is_fit:
                kept = worker
        finally:
            if worker and kept is None:
                worker.stop()
            self._idle.put(kept)
        result: T | NotParsed = pickle.loads(outcome)  # noqa: S301 (from this program itself)
        return result

    def close(self) -> None:
        """End the processes, after the calls that they are at."""
        for _ in range(self._workers):
            if worker := self._idle.get():
                worker.stop()
        for _ in range(self._workers):
            self._idle.put(None)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


class _Worker:
    """One process, at one call at a time."""

    def __init__(self, limits: Limits) -> None:
        self._patience = limits.patience
        self._pipe, theirs = _processes.Pipe()
        self._process = _processes.Process(target=work, args=(theirs, limits), daemon=True)
        self._process.start()
        theirs.close()  # else its end would not be seen
        with suppress(EOFError, OSError):  # its first call fails then
            if self._pipe.poll(limits.patience):
                self._pipe.recv_bytes()  # it is there, and its time begins
        self._calls = 0

    @property
    def is_fit(self) -> bool:
        """Whether it can be called again."""
        return self._process.is_alive() and self._calls < MOST_CALLS

    def call(self, data: bytes) -> bytes:
        """The pickled result, or `NotParsed`."""
        self._calls += 1
        fault = Fault.TIME
        try:
            self._pipe.send_bytes(data)
            while self._pipe.poll(self._patience):
                if outcome := self._pipe.recv_bytes():
                    return outcome  # an empty one says, late, that it is there
        except (EOFError, OSError):
            self._process.join(self._patience)
            fault = DEATHS.get(self._process.exitcode or 0, Fault.CRASH)
        self._calls = MOST_CALLS
        return pickle.dumps(NotParsed(fault))

    def stop(self) -> None:
        self._pipe.close()
        self._process.kill()
        self._process.join()
        self._process.close()

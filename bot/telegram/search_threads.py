"""The one crossing from the event loop into threads, where all that blocks is done."""

import asyncio
import traceback
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from pathlib import Path
from typing import Any, TypeVar

from bot.errors import AwayError, SearchError, TooLongError
from bot.telegram.admission.limits import Limits
from retrieval.errors import EngineUnreachableError, SearchTooLongError

THREADS = 2

Result = TypeVar("Result")


class SearchThreads:
    """A few threads; further calls wait their turn, the first come first."""

    def __init__(self, threads: int = THREADS, limits: Limits | None = None) -> None:
        """`limits`: how often somebody may have something searched for."""
        self.limits = limits or Limits()
        self.threads = threads
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="search")
        self._calls: set[Future[Any]] = set()

    async def run(self, call: Callable[[], Result]) -> Result:
        """The call's result. Raises SearchError for whatever it raises, an engine's panic too."""
        running = self._threads.submit(copy_context().run, call)
        self._calls.add(running)
        running.add_done_callback(self._calls.discard)
        future = asyncio.wrap_future(running)
        # A call nobody waits for any more may fail too; unread, asyncio would log its words.
        future.add_done_callback(lambda done: done.cancelled() or done.exception())
        await asyncio.wait({future})
        error = future.exception()
        if error is not None:
            raise as_search_error(error)
        return future.result()

    @property
    def is_busy(self) -> bool:
        """Whether a call is running, which nothing can stop."""
        return any(call.running() for call in self._calls.copy())

    def close(self) -> None:
        """Calls that have not begun are dropped."""
        self._threads.shutdown(wait=False, cancel_futures=True)


def as_search_error(error: BaseException) -> SearchError:
    """What is told of it; never the error's own words, which may hold the question."""
    if isinstance(error, SearchError):
        return error
    place = traceback.extract_tb(error.__traceback__)[-1]
    words = f"{type(error).__name__} at {Path(place.filename).name}:{place.lineno}"
    if isinstance(error, SearchTooLongError):
        return TooLongError(words)
    return AwayError(words) if isinstance(error, EngineUnreachableError) else SearchError(words)

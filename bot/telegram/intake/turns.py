"""Who is served when: each person in order, one thing at a time; nobody waits for one person."""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Hashable
from typing import Generic, TypeVar

LOG = logging.getLogger(__name__)

AT_ONCE = 8  # persons being served: what is begun and ends with the process is begun again
MOST_WAITING = 100  # of one person

Item = TypeVar("Item")


class Turns(Generic[Item]):
    def __init__(self, serve: Callable[[Item], Awaitable[None]]) -> None:
        """What `serve` raises is one line in the log, and the next one is served."""
        self._serve = serve
        self._queues: dict[Hashable, deque[Item]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._places = asyncio.Semaphore(AT_ONCE)

    def has_room(self, person: Hashable, besides: int = 0) -> bool:
        """For one more, with `besides` more that are to be added."""
        return len(self._queues.get(person, ())) + besides < MOST_WAITING

    def is_last(self, person: Hashable) -> bool:
        """Whether nothing waits behind what is being served."""
        return len(self._queues.get(person, ())) <= 1

    def add(self, person: Hashable, item: Item) -> None:
        """Serve it when those of the same person before it are served."""
        queue = self._queues.get(person)
        if queue is not None:
            queue.append(item)
            return
        self._queues[person] = queue = deque([item])
        task = asyncio.create_task(self._serve_all(person, queue))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    @property
    def waiting(self) -> int:
        """How many are being served or wait for it."""
        return sum(map(len, self._queues.values()))

    async def finish(self, seconds: float) -> None:
        """Begin nothing more; what is being served gets so many seconds."""
        for queue in self._queues.values():
            while len(queue) > 1:
                queue.pop()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=seconds)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _serve_all(self, person: Hashable, queue: deque[Item]) -> None:
        try:
            while queue:
                async with self._places:  # in the order in which they are asked for
                    await self._served(queue[0])
                queue.popleft()
        finally:
            del self._queues[person]

    async def _served(self, item: Item) -> None:
        try:
            await self._serve(item)
        except Exception as error:
            LOG.error("An update could not be handled: %s", type(error).__name__)

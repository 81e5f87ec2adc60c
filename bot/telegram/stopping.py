"""Endless work until a signal, or another event, ends it."""

import asyncio
import signal
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any


async def work_until(stop: asyncio.Event, work: Coroutine[Any, Any, None]) -> None:
    """Do endless work until `stop` is set, then cancel it. Raises what the work raises.

    A request on its way is cancelled with it: the work has to be the only one in its pool of
    connections, where no other request can wait for the place that this one had.
    """
    working = asyncio.create_task(work)
    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait({working, stopping}, return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    if not working.cancel():
        await working
    await asyncio.gather(working, stopping, return_exceptions=True)


async def first_to_end(*works: Coroutine[Any, Any, None]) -> None:
    """Do several endless works; when one ends, the others do. Raises what it raises."""
    tasks = [asyncio.create_task(work) for work in works]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    for task in done:
        task.result()


@contextmanager
def stopping_on_signals(stop: asyncio.Event) -> Iterator[None]:
    """The first signal sets `stop`; the next ends the process, as one that nobody handles does."""
    loop = asyncio.get_running_loop()
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def on_signal(_number: int, _frame: FrameType | None) -> None:
        for number in before:
            signal.signal(number, signal.SIG_DFL)
        loop.call_soon_threadsafe(stop.set)

    for number in before:
        signal.signal(number, on_signal)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)

"""The one thread that writes: what waits for it meanwhile is done in one transaction."""

import asyncio
import contextlib
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, TypeVar

MOST = 100  # works in one transaction

Result = TypeVar("Result")
Work = Callable[[sqlite3.Connection], Result]


@dataclass(eq=False, slots=True)
class _Job:
    work: Work[Any]
    told: asyncio.Future[Any]
    result: Any = None
    error: Exception | None = None


class Writer:
    """Works are done in the order of calls, and each for itself: what fails is undone alone."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._thread = Thread(target=self._write, name="state", daemon=True)
        self._thread.start()

    async def do(self, work: Work[Result]) -> Result:
        """What the work returns, once it is on the disk. Raises what it, or the disk, raises."""
        job = _Job(work, asyncio.get_running_loop().create_future())
        self._jobs.put(job)
        result: Result = await job.told
        return result

    def close(self) -> None:
        """What was asked for is done first."""
        self._jobs.put(None)
        self._thread.join()

    def _write(self) -> None:
        while jobs := self._waiting():
            try:
                with transaction(self._connection):
                    for job in jobs:
                        self._do(job)
            except sqlite3.Error as error:
                for job in jobs:
                    job.error = error
            with contextlib.suppress(RuntimeError):  # the loop has ended, and nobody waits
                jobs[0].told.get_loop().call_soon_threadsafe(_tell, jobs)

    def _waiting(self) -> Sequence[_Job]:
        """At least one; none at the end."""
        jobs: list[_Job] = []
        with contextlib.suppress(Empty):
            while len(jobs) < MOST:
                job = self._jobs.get(block=not jobs)
                if job is None:
                    if jobs:
                        self._jobs.put(None)
                    break
                jobs.append(job)
        return jobs

    def _do(self, job: _Job) -> None:
        self._connection.execute("SAVEPOINT work")
        try:
            job.result = job.work(self._connection)
        except Exception as error:
            if not self._connection.in_transaction:  # a full disk may end all of it
                raise
            job.error = error
            self._connection.execute("ROLLBACK TO work")
        self._connection.execute("RELEASE work")


@contextlib.contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        yield connection


def _tell(jobs: Sequence[_Job]) -> None:
    for job in jobs:
        if job.told.done():  # who waited was cancelled
            continue
        if job.error is None:
            job.told.set_result(job.result)
        else:
            job.told.set_exception(job.error)

"""The collector's tables in the archive's own file: read, and written, in short transactions."""

import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from corpus.archive.archive import Added, Archive, Arrival, Batch
from corpus.errors import ArchiveBusyError

Change = Callable[[sqlite3.Connection], object]


class Ledger:
    """May be used from any thread. The writer's lock is held for each transaction only."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        with self.archive.connected() as connection:
            yield connection

    def write(self, change: Change) -> None:
        """Make a change whole or not at all."""
        with self.archive.storing() as connection:
            change(connection)

    @contextmanager
    def run(self, given: Sequence[str]) -> Iterator["CollectingRun"]:
        """A collection, which is listed as a run once it brought an article."""
        with ExitStack() as stack:
            yield CollectingRun(self.archive, given, stack)


class CollectingRun:
    """The articles of one collection, from any number of threads."""

    def __init__(self, archive: Archive, given: Sequence[str], stack: ExitStack) -> None:
        self._archive = archive
        self._given = given
        self._stack = stack
        self._guard = threading.Lock()
        self._batch: Batch | None = None

    def add(self, arrival: Arrival, beside: Change) -> Added:
        """Store an article, and what else goes with it, in one transaction.

        One that went back to an older text does so at once: only now is it known to be its newest.
        """
        with self._guard:
            if self._batch is None:
                opened = self._archive.batch("collect", self._given)
                self._batch = self._stack.enter_context(opened)
            before = self._batch.added
            added = self._batch.add([arrival], beside=lambda connection: _do(beside, connection))
            if added.unchanged:
                self._batch.finish()
            after = self._batch.added
        return Added(
            after.new - before.new,
            after.changed - before.changed,
            after.unchanged - before.unchanged,
            after.kept_out - before.kept_out,
        )


def _do(change: Change, connection: sqlite3.Connection) -> None:
    change(connection)


@contextmanager
def collecting_alone(directory: Path) -> Iterator[None]:
    """Be the archive's only collector: two would ask twice, and too fast.

    Raises ArchiveBusyError. The operating system frees the lock however its holder ends.
    """
    lock = FileLock(directory / "collector.lock", thread_local=False)
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise ArchiveBusyError(
            f"another process is collecting into {directory}; try again when it is done"
        ) from error
    try:
        yield
    finally:
        lock.release()

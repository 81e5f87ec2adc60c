"""Collects what is new from sources: hosts side by side, each asked for one thing at a time."""

import sqlite3
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, date, datetime
from time import perf_counter

from corpus.collect.host_work import HostWork, Tools
from corpus.collect.network.exchange import Failure
from corpus.collect.network.fetching import Fetcher
from corpus.collect.state.frontier import Scope, begin, count_due, hosts_due, unread
from corpus.collect.state.hosts import is_resting
from corpus.collect.state.ledger import Ledger
from corpus.collect.state.sources import Source, end_round
from corpus.collect.storing import Storing
from corpus.collect.tally import Collected, Tally
from corpus.readers.reading import Rejected
from corpus.workers.pool import ParsingPool

LOOK = 0.2  # seconds at least between two looks at what is to be done
READERS = 3  # pages that are read and stored at once


def now_utc() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Report:
    """What a collection calls as it goes.

    `progress` gets, some times a second and in the caller's thread, what was done and how many
    addresses are still to be asked; `reject` hears, in any thread, of each page that is no article.
    """

    progress: Callable[[Collected, int], None]
    reject: Callable[[Rejected], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """`failures`: what could not be had, by address. `faults`: sources whose listings could not be
    read, by name, and why. `is_whole`: it was not stopped.
    """

    collected: Collected
    failures: Mapping[str, Failure]
    faults: Mapping[str, str]
    is_whole: bool


class Collector:
    """One archive's, over any number of collections; `stop` may be called by a signal handler."""

    def __init__(
        self,
        ledger: Ledger,
        fetcher: Fetcher,
        pool: ParsingPool,
        *,
        clock: Callable[[], datetime] = now_utc,
    ) -> None:
        self._ledger = ledger
        self._fetcher = fetcher
        self._pool = pool
        self._clock = clock
        self._stopped = threading.Event()

    @property
    def is_stopped(self) -> bool:
        return self._stopped.is_set()

    def stop(self) -> None:
        """Let a collection come to its end: what came is stored, and what is in flight, if it does
        not come at once, is asked for by the next one.
        """
        self._stopped.set()

    def wait(self, seconds: float) -> None:
        """Until it is stopped, at most so long."""
        self._stopped.wait(seconds)

    def collect(self, sources: Sequence[Source], *, since: date | None, report: Report) -> Outcome:
        """Ask for all that is due of some sources, until nothing is due soon.

        What fails is asked for again within it where that may help soon. Whatever ends it, what
        came is stored, and the next collection goes on from there.
        """
        scope = Scope(tuple(source.id for source in sources), since)
        tally = Tally(report.reject)
        before = self._fetcher.requests
        self._ledger.write(lambda connection: begin(connection, scope, self._clock()))
        named = {source.id: source for source in sources}
        errors: list[Exception] = []
        with (
            self._ledger.run([source.name for source in sources]) as run,
            ThreadPoolExecutor(READERS, "reader") as readers,
        ):
            storing = Storing(self._ledger, run, self._pool, tally, named, since)
            tools = Tools(
                self._ledger,
                self._fetcher,
                storing,
                tally,
                readers,
                self._clock,
                self._stopped,
                errors,
            )

            def so_far() -> Collected:
                return tally.so_far(self._fetcher.requests - before)

            self._work(scope, tools, lambda: report.progress(so_far(), self._left(scope)))
        if errors:
            raise errors[0]
        faults = {} if self.is_stopped else self._end(sources, tally)
        return Outcome(so_far(), dict(tally.failures), faults, is_whole=not self.is_stopped)

    def _work(self, scope: Scope, tools: Tools, progress: Callable[[], None]) -> None:
        """A thread for every host that has something due."""
        threads: dict[str, threading.Thread] = {}
        try:
            while not self.is_stopped:
                was_busy = any(thread.is_alive() for thread in threads.values())
                idle = [host for host in self._due(scope) if not _is_alive(threads.get(host))]
                for host in idle:
                    threads[host] = threading.Thread(
                        target=HostWork(host, scope, tools).run, name=host
                    )
                    threads[host].start()
                if not was_busy and not idle:
                    break
                looked = perf_counter()
                progress()
                self._stopped.wait(max(LOOK, 5 * (perf_counter() - looked)))
        except BaseException:
            self._stopped.set()
            raise
        finally:
            if self.is_stopped:
                self._fetcher.stop()
            for thread in threads.values():
                thread.join()
            progress()

    def _due(self, scope: Scope) -> list[str]:
        """Hosts that may be asked now, and have something to be asked for."""
        now = self._clock()
        with self._ledger.reading() as connection:
            return [
                host
                for host in hosts_due(connection, scope, now)
                if not is_resting(connection, host, now)
            ]

    def _left(self, scope: Scope) -> int:
        with self._ledger.reading() as connection:
            return count_due(connection, scope, self._clock())

    def _end(self, sources: Sequence[Source], tally: Tally) -> dict[str, str]:
        """Write down that the collection came to its end, source by source; the faults, by name."""
        now = self._clock()
        faults: dict[str, str] = {}

        def beside(connection: sqlite3.Connection) -> None:
            for source in sources:
                fault = None if source.id in tally.read else tally.faults.get(source.id)
                if fault is None and source.id not in tally.read:
                    fault = unread(connection, source.id, now)
                if fault:
                    faults[source.name] = fault
                end_round(connection, source.id, now, fault)

        self._ledger.write(beside)
        return faults


def _is_alive(thread: threading.Thread | None) -> bool:
    return thread is not None and thread.is_alive()

"""Asks one host's addresses, one after another, and hands on what comes."""

import logging
import random
import sqlite3
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from corpus.collect.network.exchange import (
    LISTING_LIMIT,
    PAGE_LIMIT,
    Failure,
    Reason,
    Request,
    Response,
)
from corpus.collect.network.fetching import Fetcher
from corpus.collect.sites import host_of
from corpus.collect.state import hosts
from corpus.collect.state.frontier import (
    LISTINGS,
    Address,
    Kind,
    Scope,
    due_at,
    find,
    next_due,
    save,
)
from corpus.collect.state.ledger import Ledger
from corpus.collect.storing import Storing
from corpus.collect.tally import Tally
from corpus.collect.visits import OF_HOST, failed, rest_after
from corpus.errors import CorpusError

LOG = logging.getLogger(__name__)
PATIENCE = timedelta(minutes=1)  # that a collection waits for what is not due yet
AT_ONCE = 50  # addresses looked up
IN_FLIGHT = 3  # pages of one host that are read while the next one is asked for


@dataclass(frozen=True, slots=True)
class Tools:
    """What the work on every host shares."""

    ledger: Ledger
    fetcher: Fetcher
    storing: Storing
    tally: Tally
    readers: Executor
    clock: Callable[[], datetime]
    stopped: threading.Event
    errors: list[Exception]

    def give_up(self, error: Exception) -> None:
        """End the whole collection: the archive cannot be written, perhaps."""
        self.errors.append(error)
        self.stopped.set()


class HostWork:
    """One host's part of a collection: `run`, in a thread of its own."""

    def __init__(self, host: str, scope: Scope, tools: Tools) -> None:
        self._host = host
        self._scope = scope
        self._tools = tools
        self._waiting: deque[str] = deque()
        self._in_flight: set[str] = set()
        self._landed = threading.Condition()

    def run(self) -> None:
        """Until nothing is due soon, or the host is to be left alone."""
        try:
            self._work()
        except Exception as error:  # of a thread: raised again by who started it
            self._tools.give_up(error)
        finally:
            self._land(all_of_them=True)

    def _work(self) -> None:
        stopped = self._tools.stopped
        while not stopped.is_set():
            pause = self._rest()
            address = self._next() if pause is None else None
            if address is not None:
                self._visit(address)
                continue
            if pause is None:
                pause = self._until_next()
            if pause is None or pause > PATIENCE:
                break
            stopped.wait(min(pause.total_seconds(), 1.0))

    def _rest(self) -> timedelta | None:
        """How long the host is still left alone."""
        with self._tools.ledger.reading() as connection:
            until, _ = hosts.resting(connection, self._host)
        pause = until - self._tools.clock() if until else timedelta(0)
        return pause if pause > timedelta(0) else None

    def _next(self) -> Address | None:
        """The next address that is due."""
        now = self._tools.clock()
        with self._tools.ledger.reading() as connection:
            if not self._waiting:
                limit = AT_ONCE + len(self._in_flight)
                due = due_at(connection, self._host, self._scope, until=now, limit=limit)
                self._waiting.extend(one.key for one in due if one.key not in self._in_flight)
            while self._waiting:
                address = find(connection, self._waiting.popleft())
                if address and address.due is not None and address.due <= now.timestamp():
                    return address  # else another address led to it meanwhile
        return None

    def _until_next(self) -> timedelta | None:
        """How long there is nothing to be asked; None where nothing more is to come."""
        if self._in_flight:
            self._land()
            return timedelta(0)
        now = self._tools.clock()
        with self._tools.ledger.reading() as connection:
            due = next_due(connection, self._host, self._scope, now)
        return due - now if due else None

    def _visit(self, address: Address) -> None:
        storing = self._tools.storing
        if address.kind is Kind.PAGE and storing.drop_removed(address):
            return
        limit = PAGE_LIMIT if address.kind is Kind.PAGE else LISTING_LIMIT
        came = self._tools.fetcher.fetch(
            Request(address.address, address.etag, address.last_modified, limit)
        )
        if isinstance(came, Failure):
            self._fail(address, came)
            return
        came = replace(came, fetched=self._tools.clock())  # one clock for all that is reckoned
        self._is_there(address)
        if came.is_unchanged:
            storing.unchanged(address, came)
        elif address.kind is Kind.PAGE:
            self._read_meanwhile(address, came)
        else:
            self._store(storing.listing, address, came)
            self._waiting.clear()  # what it brought may go before

    def _fail(self, address: Address, failure: Failure) -> None:
        """Ask for it again later; leave the host alone where it is the host that fails."""
        if failure.reason is Reason.STOPPED:
            return
        now = self._tools.clock()
        seen = failed(address, failure, now, random.random)

        def beside(connection: sqlite3.Connection) -> None:
            save(connection, [seen])
            # Of where it leads to, another host may fail.
            if failure.reason in OF_HOST and host_of(failure.address) == self._host:
                _, failures = hosts.resting(connection, self._host)
                hosts.rest(connection, self._host, rest_after(failures + 1, failure, now))

        self._tools.ledger.write(beside)
        if address.kind in LISTINGS:
            self._tools.tally.listing_failed(address.source, failure.reason.value)
        if failure.reason is not Reason.ROBOTS:  # which is as the site wants it
            self._tools.tally.failed(address.address, failure)

    def _is_there(self, address: Address) -> None:
        """It answers, and may have failed to before."""
        self._tools.tally.answered(address.address)
        with self._tools.ledger.reading() as connection:
            _, failures = hosts.resting(connection, self._host)
        if failures:
            self._tools.ledger.write(lambda connection: hosts.answered(connection, self._host))

    def _read_meanwhile(self, address: Address, response: Response) -> None:
        """Read a page while the next one is asked for."""
        while len(self._in_flight) >= IN_FLIGHT:
            self._land()
        self._in_flight.add(address.key)
        self._tools.readers.submit(self._read, address, response)

    def _read(self, address: Address, response: Response) -> None:
        try:
            self._store(self._tools.storing.page, address, response)
        except Exception as error:  # of a thread: raised again by who started it
            self._tools.give_up(error)
        finally:
            with self._landed:
                self._in_flight.discard(address.key)
                self._landed.notify_all()

    def _store(
        self, store: Callable[[Address, Response], None], address: Address, response: Response
    ) -> None:
        """One answer that this program cannot cope with ends no collection, nor every later one."""
        try:
            store(address, response)
        except CorpusError:  # the archive's, not the answer's
            raise
        except Exception as error:  # whatever a stranger's page may bring about
            LOG.exception("%s could not be stored", response.address)
            self._tools.storing.refuse(address, response, f"it cannot be stored: {error!r}"[:200])

    def _land(self, *, all_of_them: bool = False) -> None:
        """Wait for one page in flight, or for all."""
        with self._landed:
            most = 0 if all_of_them else len(self._in_flight) - 1
            self._landed.wait_for(lambda: len(self._in_flight) <= most)

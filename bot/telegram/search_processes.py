"""Searches in processes of their own, so that several processors search at the same time.

Each has the archive and its index open for itself. One that dies is replaced, and what it was asked
is asked once more; one that does not answer is ended.
"""

import logging
import multiprocessing
import signal
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from datetime import datetime
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from queue import SimpleQueue
from threading import Lock
from types import TracebackType
from typing import Any, NamedTuple, Self

from bot.errors import BotError, SearchError, TooLongError
from bot.telegram.incoming.question import Asked
from bot.telegram.search_threads import as_search_error
from bot.telegram.showing.source import PAGE, Ask
from corpus.errors import CorpusError
from retrieval.answer import Answer
from retrieval.errors import RetrievalError
from retrieval.verbatim.chronology import Order

LOG = logging.getLogger(__name__)

PATIENCE = 15.0  # seconds; `Answerer` gives a search up before, between two of its parts
TIME_TO_OPEN = 120.0  # seconds
TIME_TO_END = 1.0  # seconds
TRIES = 2

Opening = Callable[[], AbstractContextManager[Ask]]

_SPAWN = multiprocessing.get_context("spawn")  # this process has threads, which a fork would lose


class _Asked(NamedTuple):
    question: Asked
    at: datetime
    order: Order
    limit: int


class SearchProcesses:
    """`ask` may be called from several threads; more calls than processes wait their turn."""

    def __init__(self, opening: Opening, count: int, *, patience: float = PATIENCE) -> None:
        """`opening` is called in each process: a function of a module, or a `partial` of one."""
        self._all = [_Process(opening, patience) for _ in range(count)]
        self._free: SimpleQueue[_Process] = SimpleQueue()
        for process in self._all:
            self._free.put(process)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        for process in self._all:
            process.end()

    def ask(
        self, asked: Asked, asked_at: datetime, /, *, order: Order = Order.BEST, limit: int = PAGE
    ) -> Answer:
        """Raises SearchError."""
        process = self._free.get()
        try:
            return process.ask(_Asked(asked, asked_at, order, limit))
        finally:
            self._free.put(process)


class _Process:
    """One, started anew where it has ended."""

    def __init__(self, opening: Opening, patience: float) -> None:
        self._opening = opening
        self._patience = patience
        self._is_over = False
        self._guard = Lock()
        self._is_open = False
        self._pipe, self._process = self._started()

    def ask(self, what: _Asked) -> Answer:
        for _ in range(TRIES):
            try:
                return self._ask(what)
            except (EOFError, OSError):
                self._replace()
        raise SearchError("the search's process ended each time")

    def end(self) -> None:
        with self._guard:
            self._is_over = True
            self._stop(TIME_TO_END)

    def _ask(self, what: _Asked) -> Answer:
        """Raises EOFError or OSError where the process is gone."""
        if not self._is_open:
            self._received(TIME_TO_OPEN)
            self._is_open = True
        self._pipe.send(what)
        answer: Answer | SearchError = self._received(self._patience)
        if isinstance(answer, SearchError):
            raise answer
        return answer

    def _received(self, patience: float) -> Any:
        if self._pipe.poll(patience):
            return self._pipe.recv()
        self._replace()
        raise TooLongError("a search's process did not answer")

    def _started(self) -> tuple[Connection, SpawnProcess]:
        ours, theirs = _SPAWN.Pipe()
        process = _SPAWN.Process(
            target=_answer_all, args=(self._opening, theirs), name="search", daemon=True
        )
        process.start()
        theirs.close()  # so that its end is the end of the pipe
        return ours, process

    def _replace(self) -> None:
        with self._guard:
            if self._is_over:
                return
            self._stop(0.0)
            code = self._process.exitcode
            LOG.warning("A search's process ended (%s); another takes its place.", code)
            self._is_open = False
            self._pipe, self._process = self._started()

    def _stop(self, seconds: float) -> None:
        """The end of the pipe ends it, when it is not searching."""
        self._pipe.close()
        self._process.join(seconds)
        self._process.kill()
        self._process.join()


def _answer_all(opening: Opening, pipe: Connection) -> None:
    """A process of its own: until the other end of the pipe is gone, however that came."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to all; the bot says when it ends
    try:
        with opening() as ask, suppress(EOFError, BrokenPipeError, ConnectionResetError):
            pipe.send(None)  # it is open
            while True:
                pipe.send(_answered(ask, pipe.recv()))
    except (BotError, RetrievalError, CorpusError) as error:
        LOG.error("A search's process cannot begin: %s", error)
        sys.exit(1)


def _answered(ask: Ask, asked: _Asked) -> Answer | SearchError:
    try:
        return ask(asked.question, asked.at, order=asked.order, limit=asked.limit)
    except BaseException as error:  # an engine's panic is no Exception
        return as_search_error(error)

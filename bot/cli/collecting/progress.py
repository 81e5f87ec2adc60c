"""A progress bar for a collection; meanwhile the index takes in what came."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from bot.cli.consoles import ERRORS
from bot.cli.keeping.index_progress import indexing
from bot.settings import Settings
from corpus.archive.archive import Archive
from corpus.collect.tally import Collected
from corpus.errors import ArchiveBusyError, CorpusError
from retrieval.errors import EngineUnreachableError, RetrievalError
from retrieval.index.index import PATIENCE, Index

LOG = logging.getLogger(__name__)
INDEX_EVERY = 3.0  # seconds, so that what was printed now is answered from within five


class FollowingIndex:
    """The index beside a collection; close it.

    Collecting does not wait for it: where it cannot be reached at first, it is opened later.
    """

    def __init__(self, archive: Archive, settings: Settings) -> None:
        """Raises RetrievalError for what will not pass by itself, as a wrong password."""
        self._archive = archive
        self._settings = settings
        self._index: Index | None = None
        self._wait_until = 0.0  # on the clock of `monotonic`
        try:
            with indexing(archive) as advance:
                self._open(advance)
        except (EngineUnreachableError, ArchiveBusyError) as error:
            self._put_off(error)

    @property
    def is_open(self) -> bool:
        return self._index is not None

    def take_in(self) -> None:
        """Bring the index up; where that fails, it is tried again a while later."""
        if monotonic() < self._wait_until:
            return
        try:
            if self._index is None:
                self._open()
            else:
                self._index.refresh()
        except (CorpusError, RetrievalError) as error:
            self._put_off(error)

    def close(self) -> None:
        if self._index is not None:
            self._index.close()

    def _open(self, advance: Callable[[int], None] | None = None) -> None:
        self._index = Index(
            self._archive, self._settings.engine, advance=advance, cluster=self._settings.cluster
        )

    def _put_off(self, error: Exception) -> None:
        LOG.warning("The index was not brought up: %s", error)
        self._wait_until = monotonic() + PATIENCE


@contextmanager
def following(index: FollowingIndex) -> Iterator[Callable[[Collected, int], None]]:
    """Call what it gives with what was done and how many addresses are still to be asked."""
    bar = Progress(
        TextColumn("collecting"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("addresses, {task.fields[new]:,} new articles"),
        TextColumn("{task.fields[rate]:.1f} requests a second"),
        TimeRemainingColumn(),
        console=ERRORS,
        transient=True,
        disable=not ERRORS.is_terminal,
    )
    task = bar.add_task("", total=None, new=0, rate=0.0)
    begun = indexed = monotonic()

    def progress(done: Collected, left: int) -> None:
        nonlocal indexed
        now = monotonic()
        asked = done.requests
        rate = asked / max(now - begun, 0.001)
        bar.update(task, completed=asked, total=asked + left, new=done.new, rate=rate)
        if now - indexed >= INDEX_EVERY:
            index.take_in()
            indexed = monotonic()

    with bar:
        yield progress
    index.take_in()

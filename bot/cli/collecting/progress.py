"""A progress bar for a collection; meanwhile the index takes in what came."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from bot.cli.consoles import ERRORS
from corpus.collect.tally import Collected
from corpus.errors import CorpusError
from retrieval.errors import RetrievalError
from retrieval.index.index import Index

LOG = logging.getLogger(__name__)
INDEX_EVERY = 3.0  # seconds, so that what was printed now is answered from within five


@contextmanager
def following(index: Index) -> Iterator[Callable[[Collected, int], None]]:
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
            take_in(index)
            indexed = monotonic()

    with bar:
        yield progress
    take_in(index)


def take_in(index: Index) -> None:
    """Bring the index up; where that fails, the next question does so."""
    try:
        index.refresh()
    except (CorpusError, RetrievalError) as error:
        LOG.warning("The index was not brought up: %s", error)

"""A progress bar for building an index."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskProgressColumn,
    TextColumn,
    TimeRemainingColumn,
)

from bot.cli.consoles import ERRORS
from corpus.archive.archive import Archive


@contextmanager
def indexing(archive: Archive) -> Iterator[Callable[[int], None]]:
    """The bar is shown once there is something to build; call what it gives with articles done."""
    progress = Progress(
        TextColumn("indexing"),
        BarColumn(),
        TaskProgressColumn(),
        MofNCompleteColumn(),
        TextColumn("articles"),
        TimeRemainingColumn(),
        console=ERRORS,
        transient=True,
        disable=not ERRORS.is_terminal,
    )
    task = progress.add_task("", total=None, visible=False)

    def advance(articles: int) -> None:
        if progress.tasks[task].total is None:
            progress.update(task, total=sum(archive.sources().values()), visible=True)
        progress.advance(task, articles)

    with progress:
        yield advance

"""A progress bar for reading files."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import perf_counter

from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from bot.cli.consoles import ERRORS
from corpus.files import Files


@contextmanager
def reading(files: Files) -> Iterator[Callable[[int, int], None]]:
    """A progress bar over the bytes on disk, with articles, rate and time left."""
    progress = Progress(
        TextColumn("importing"),
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[articles]:,} articles, {task.fields[rate]:,.0f} a second"),
        TimeRemainingColumn(),
        console=ERRORS,
        transient=True,
        disable=not ERRORS.is_terminal,
    )
    total = files.bytes if ERRORS.is_terminal else None
    task = progress.add_task("", total=total, articles=0, rate=0.0)
    started = perf_counter()
    stored = 0

    def advance(size: int, articles: int) -> None:
        nonlocal stored
        stored += articles
        rate = stored / max(perf_counter() - started, 0.001)
        progress.update(task, advance=size, articles=stored, rate=rate)

    with progress:
        yield advance

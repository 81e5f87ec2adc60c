"""A progress bar for work on a whole archive."""

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

Reached = Callable[[int, int], None]


@contextmanager
def working() -> Iterator[Callable[[str, str], Reached]]:
    """Give it what is done and to what; then call what that gives with (how many done, of all)."""
    progress = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[noun]}"),
        TimeRemainingColumn(),
        console=ERRORS,
        transient=True,
        disable=not ERRORS.is_terminal,
    )

    def begin(what: str, noun: str) -> Reached:
        task = progress.add_task(what, total=None, noun=noun)
        return lambda done, total: progress.update(task, completed=done, total=total)

    with progress:
        yield begin


def counting(reached: Reached, archive: Archive | None) -> Callable[[int], None]:
    """Call it with how many more articles are done; of how many the archive tells, where given."""
    total = sum(archive.sources().values()) if archive and ERRORS.is_terminal else 0
    done = 0

    def advance(more: int) -> None:
        nonlocal done
        done += more
        reached(done, max(total, done))

    return advance

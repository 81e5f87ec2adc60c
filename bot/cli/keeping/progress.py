"""A progress bar for work on a whole archive."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from bot.cli.consoles import ERRORS
from corpus.archive.archive import Archive

if TYPE_CHECKING:
    from rich.progress import Progress

Reached = Callable[[int, int], None]


@contextmanager
def working() -> Iterator[Callable[[str, str], Reached]]:
    """Give it what is done and to what; then call what that gives with (how many done, of all).

    Nothing is shown, nor loaded for it, until there is something to do.
    """
    with ExitStack() as stack:
        shown: Progress | None = None

        def begin(what: str, noun: str) -> Reached:
            nonlocal shown
            progress = shown = shown or stack.enter_context(_progress())
            task = progress.add_task(what, total=None, noun=noun)
            return lambda done, total: progress.update(task, completed=done, total=total)

        yield begin


def _progress() -> "Progress":
    from rich.progress import (  # noqa: PLC0415 (start-up time)
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TaskProgressColumn,
        TextColumn,
        TimeRemainingColumn,
    )

    return Progress(
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


def counting(reached: Reached, archive: Archive | None) -> Callable[[int], None]:
    """Call it with how many more articles are done; of how many the archive tells, where given."""
    total = sum(archive.sources().values()) if archive and ERRORS.is_terminal else 0
    done = 0

    def advance(more: int) -> None:
        nonlocal done
        done += more
        reached(done, max(total, done))

    return advance

"""A progress bar for building an index."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from bot.cli.keeping.progress import counting, working
from corpus.archive.archive import Archive


@contextmanager
def indexing(archive: Archive) -> Iterator[Callable[[int], None]]:
    """The bar is shown once there is something to build; call what it gives with articles done."""
    with working() as begin:
        counted: Callable[[int], None] | None = None

        def advance(articles: int) -> None:
            nonlocal counted
            counted = counted or counting(begin("indexing", "articles"), archive)
            counted(articles)

        yield advance

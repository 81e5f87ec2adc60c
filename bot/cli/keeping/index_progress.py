"""Brings an index up to its archive, with a progress bar where there is something to build."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from bot.cli.keeping.progress import counting, working
from bot.render.english.keeping import index_behind
from bot.settings import Settings
from corpus.archive.archive import Archive
from corpus.errors import CorpusError
from retrieval.errors import RetrievalError
from retrieval.index.index import Index


def brought_up(archive: Archive, settings: Settings) -> Index:
    """The index of an archive that was changed; tell what was changed before.

    Raises RetrievalError, which says that the archive stays changed.
    """
    try:
        with indexing(archive) as advance:
            return Index(archive, settings.engine, advance=advance, cluster=settings.cluster)
    except (CorpusError, RetrievalError) as error:
        raise RetrievalError(index_behind(str(error))) from error


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

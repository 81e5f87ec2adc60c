"""Which archive a command means, and how it is opened."""

import shlex
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import platformdirs
from msgspec import Struct

from bot.cli.console_text import as_text
from bot.cli.consoles import ERRORS
from bot.cli.keeping.index_progress import indexing
from bot.cli.keeping.progress import working
from bot.render.english.keeping import upgrading_line
from bot.settings import Settings, data_folder
from corpus.archive.archive import FILE_NAME, Archive
from corpus.archive.keeping.upgrading import Copied
from corpus.errors import ArchiveUnusableError
from retrieval.answering import Answerer
from retrieval.engines.opensearch.address import ClusterAddress
from retrieval.index.index import Index

NOT_ALL_TAKEN_IN = "The newest articles are still being taken in."


class IndexedArchive(Struct, frozen=True):
    """An archive with its index, ready to be asked."""

    archive: Archive
    index: Index
    answerer: Answerer
    cluster: ClusterAddress | None = None


def chosen_folder(settings: Settings, named: Path | None) -> Path:
    """The archive named, else the one set, else the one in the user's data folder."""
    return named or settings.archive or data_folder()


def archive_option(settings: Settings, folder: Path) -> str:
    """What a further command needs to mean that archive: nothing where it does so anyway."""
    is_meant = folder == chosen_folder(settings, None)
    return "" if is_meant else f" --archive {shlex.quote(as_text(folder))}"


def opened_archive(folder: Path, *, create: bool = False) -> Archive:
    """The archive there; where it is of an older program, it is said that it is brought up."""
    with ExitStack() as stack:

        def upgrading(copy: Path) -> Copied:
            ERRORS.print(upgrading_line(folder, copy), soft_wrap=True, markup=False)
            begin = stack.enter_context(working())
            copying = begin("copying", "pages")
            begin("bringing it up", "steps")  # of no known number
            return lambda left, total: copying(total - left, total)

        return Archive(folder, create=create, upgrading=upgrading)


@contextmanager
def open_archive(settings: Settings, named: Path | None) -> Iterator[Archive]:
    """The archive to read: where none is named and none was made yet, the bundled sample.

    Not where a cluster is set: no invented article must be published there.
    """
    folder = chosen_folder(settings, named)
    is_chosen = named or settings.archive or settings.cluster
    with ExitStack() as stack:
        if is_chosen or (folder / FILE_NAME).exists():
            archive = stack.enter_context(opened_archive(folder))
            if archive.is_empty():
                ERRORS.print(
                    f"The archive in {folder} is empty; fill it with: backissue import PATH",
                    soft_wrap=True,
                    markup=False,
                )
            yield archive
            return
        ERRORS.print(
            "No archive yet: this is the bundled sample of invented articles. "
            "Make your own with: backissue import PATH",
            style="dim",
            soft_wrap=True,
        )
        yield stack.enter_context(_sample(stack))


def _sample(stack: ExitStack) -> Archive:
    from corpus.sample import sample_archive  # noqa: PLC0415 (start-up time: it imports readers)

    try:
        return sample_archive(platformdirs.user_cache_path("backissue"))
    except ArchiveUnusableError:  # a home that cannot be written to
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="backissue-"))
        return sample_archive(Path(folder))


@contextmanager
def open_with_index(
    settings: Settings, named: Path | None, engine: str, *, seconds: float | None = None
) -> Iterator[IndexedArchive]:
    """The archive to ask, its index brought up to date first; `seconds` are for each search."""
    with open_archive(settings, named) as archive:
        with indexing(archive) as advance:
            index = Index(archive, engine, advance=advance, cluster=settings.cluster)
        if not index.is_fresh():
            ERRORS.print(NOT_ALL_TAKEN_IN, soft_wrap=True)
        try:
            answerer = Answerer(archive, index, seconds=seconds)
            yield IndexedArchive(archive, index, answerer, settings.cluster)
        finally:
            index.close()

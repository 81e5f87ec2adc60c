"""Which archive a command means, and how it is opened."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import platformdirs
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskProgressColumn,
    TextColumn,
    TimeRemainingColumn,
)

from bot.settings import Settings, data_folder
from corpus.archive.archive import FILE_NAME, Archive
from corpus.errors import ArchiveUnusableError
from corpus.sample import sample_archive
from retrieval.answering import Answerer
from retrieval.index.index import Index


@dataclass(frozen=True, slots=True)
class Opened:
    """An archive with its index, ready to be asked."""

    archive: Archive
    index: Index
    answerer: Answerer


def chosen_folder(settings: Settings, named: Path | None) -> Path:
    """The archive named, else the one set, else the one in the user's data folder."""
    return named or settings.archive or data_folder()


@contextmanager
def open_archive(settings: Settings, named: Path | None, errors: Console) -> Iterator[Archive]:
    """The archive to read: where none is named and none was made yet, the bundled sample."""
    folder = chosen_folder(settings, named)
    with ExitStack() as stack:
        if named or settings.archive or (folder / FILE_NAME).exists():
            yield stack.enter_context(Archive(folder))
            return
        errors.print(
            "No archive yet: this is the bundled sample of invented articles. "
            "Make your own with: backissue import PATH",
            style="dim",
            soft_wrap=True,
        )
        yield stack.enter_context(_sample(stack))


def _sample(stack: ExitStack) -> Archive:
    try:
        return sample_archive(platformdirs.user_cache_path("backissue"))
    except ArchiveUnusableError:  # a home that cannot be written to
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="backissue-"))
        return sample_archive(Path(folder))


@contextmanager
def open_answerer(
    settings: Settings, named: Path | None, engine: str, errors: Console
) -> Iterator[Opened]:
    """The archive to ask, its index brought up to date first."""
    with open_archive(settings, named, errors) as archive:
        with indexing(archive, errors) as advance:
            index = Index(archive, engine, advance=advance)
        if not archive.last_seq():
            errors.print(
                f"The archive in {archive.directory} is empty; fill it with: backissue import PATH",
                soft_wrap=True,
                markup=False,
            )
        if not index.is_fresh():
            errors.print("The newest articles are still being taken in.", soft_wrap=True)
        try:
            yield Opened(archive, index, Answerer(archive, index))
        finally:
            index.close()


@contextmanager
def indexing(archive: Archive, errors: Console) -> Iterator[Callable[[int], None]]:
    """A progress bar for building an index, shown once there is something to build."""
    progress = Progress(
        TextColumn("indexing"),
        BarColumn(),
        TaskProgressColumn(),
        MofNCompleteColumn(),
        TextColumn("articles"),
        TimeRemainingColumn(),
        console=errors,
        transient=True,
        disable=not errors.is_terminal,
    )
    task = progress.add_task("", total=None, visible=False)

    def advance(articles: int) -> None:
        if progress.tasks[task].total is None:
            progress.update(task, total=sum(archive.sources().values()), visible=True)
        progress.advance(task, articles)

    with progress:
        yield advance

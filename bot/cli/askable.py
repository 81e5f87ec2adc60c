"""What the commands that ask need: an archive with its index, or a cluster alone."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct

from bot.cli.archives import NOT_ALL_TAKEN_IN, chosen_folder, open_with_index
from bot.cli.consoles import ERRORS
from bot.render.english.keeping import on_cluster_line
from bot.settings import Settings
from bot.telegram.telling.feed import Feeds
from corpus.archive.archive import FILE_NAME
from corpus.collect.state.standing import Collection, collection_of
from retrieval.answering import Answerer
from retrieval.article_store import ArchiveStore, ArticleStore
from retrieval.cluster.opening import published_on
from retrieval.engines.registry import Kept, kind_of
from retrieval.errors import EngineUnavailableError
from retrieval.index.snapshot import Served


class Askable(Struct, frozen=True):
    """`feeds` have its changes, `collection` says how collecting stands, where that is known.

    `file` is the archive's, where it is at hand.
    """

    store: ArticleStore
    index: Served
    answerer: Answerer
    feeds: Feeds
    collection: Callable[[], Collection] = Collection
    file: Path | None = None


Opening = Callable[[], AbstractContextManager[Askable]]


@contextmanager
def open_to_ask(
    settings: Settings, named: Path | None, engine: str, *, seconds: float | None = None
) -> Iterator[Askable]:
    """The archive, its index brought up to date; without one, what lies on the cluster."""
    if is_cluster_alone(settings, named, engine):
        with cluster_alone(settings, seconds=seconds) as askable:
            yield askable
        return
    with open_with_index(settings, named, engine, seconds=seconds) as opened:
        archive = opened.archive
        yield Askable(
            ArchiveStore(archive),
            opened.index,
            opened.answerer,
            feeds=lambda: {"archive": archive},
            collection=lambda: collection_of(archive, datetime.now(UTC)),
            file=archive.path,
        )


def is_cluster_alone(settings: Settings, named: Path | None, engine: str) -> bool:
    """Where the engine is a cluster's, and there is no archive; one that is named has to be."""
    if kind_of(engine).kept is not Kept.ON_CLUSTER or settings.cluster is None:
        return False
    return named is None and not (chosen_folder(settings, None) / FILE_NAME).exists()


@contextmanager
def cluster_alone(settings: Settings, *, seconds: float | None = None) -> Iterator[Askable]:
    """What lies on the cluster that is set."""
    if settings.cluster is None:
        raise EngineUnavailableError("no cluster is set: opensearch_hosts")
    if settings.archive is not None:
        ERRORS.print(on_cluster_line(settings.archive), style="dim", soft_wrap=True, markup=False)
    published = published_on(settings.cluster)
    try:
        if not published.is_fresh():
            ERRORS.print(NOT_ALL_TAKEN_IN, soft_wrap=True)
        store = published.store
        answerer = Answerer(store, published, seconds=seconds)
        yield Askable(store, published, answerer, feeds=lambda: {**published.feeds()})
    finally:
        published.close()

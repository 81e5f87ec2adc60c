"""The `stats` command."""

from datetime import UTC, datetime

from bot.cli.archives import open_archive
from bot.cli.askable import cluster_alone, is_cluster_alone
from bot.cli.consoles import OUTPUT
from bot.cli.options import ArchiveOption, JsonOption
from bot.render.as_json import print_json, stats_json
from bot.render.collecting import print_collection
from bot.render.english.keeping import sqlite_line
from bot.render.tables import print_stats
from bot.settings import load
from corpus.archive.keeping.sqlite_version import VERSION, has_wal_race
from corpus.collect.state.standing import Collection, collection_of
from retrieval.errors import EngineUnavailableError
from retrieval.index.checking import status
from retrieval.index.state import Status


def stats(archive: ArchiveOption = None, json: JsonOption = False) -> None:
    """Count what the archive holds."""
    settings = load()
    fault: EngineUnavailableError | None = None
    is_alone = is_cluster_alone(settings, archive, settings.engine)
    if is_alone:
        with cluster_alone(settings) as cluster:
            holdings, collection = cluster.store.counts().holdings, Collection()
            paragraphs = cluster.index.snapshot().view.passage_count()
            index = Status(settings.engine, cluster.index.is_fresh(), paragraphs)
    else:
        with open_archive(settings, archive) as opened:
            holdings, index = opened.holdings(), Status(settings.engine, fresh=False, paragraphs=0)
            try:
                index = status(opened, settings.engine, settings.cluster)
            except EngineUnavailableError as error:
                fault = error
            collection = collection_of(opened, datetime.now(UTC))
    if json:
        told = stats_json(holdings, index, collected=collection.collected)
        print_json(OUTPUT, {**told, "sqlite": VERSION})
    else:
        print_stats(OUTPUT, holdings, None if fault else index)
        print_collection(OUTPUT, collection)
    if not (json or is_alone):
        OUTPUT.print(sqlite_line(VERSION, has_race=has_wal_race()), soft_wrap=True, markup=False)
    if fault:
        raise fault

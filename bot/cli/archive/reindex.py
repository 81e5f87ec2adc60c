"""The `reindex` command."""

from time import perf_counter

from bot.cli.archives import chosen_folder, opened_archive
from bot.cli.consoles import OUTPUT
from bot.cli.keeping.index_progress import indexing
from bot.cli.options import ArchiveOption, EngineOption, chosen_engine
from bot.settings import load
from retrieval.index.index import Index


def reindex(archive: ArchiveOption = None, engine: EngineOption = None) -> None:
    """Build the index anew; the old one serves until the new one is whole."""
    settings = load()
    chosen = chosen_engine(settings, engine)
    started = perf_counter()
    with opened_archive(chosen_folder(settings, archive)) as opened:
        with indexing(opened) as advance:
            index = Index.rebuilt(opened, chosen, advance=advance, cluster=settings.cluster)
        paragraphs = index.passage_count()
        index.close()
    seconds = perf_counter() - started
    OUTPUT.print(f"Indexed {paragraphs:,} paragraphs in {seconds:.1f} s ({chosen}).")

"""The `gaps` command."""

from bot.cli.archives import open_archive
from bot.cli.askable import cluster_alone, is_cluster_alone
from bot.cli.consoles import OUTPUT
from bot.cli.options import ArchiveOption, JsonOption
from bot.render.as_json import gaps_json, print_json
from bot.render.tables import print_gaps
from bot.settings import load


def gaps(archive: ArchiveOption = None, json: JsonOption = False) -> None:
    """List holes in the archive: days without an article where an outlet usually has some.

    A hole is a run of days that would stay empty less than once in a thousand times, by the
    weekdays on which the outlet printed in the years before and after it.
    """
    settings = load()
    if is_cluster_alone(settings, archive, settings.engine):
        with cluster_alone(settings) as cluster:
            found = cluster.store.counts().gaps
    else:
        with open_archive(settings, archive) as opened:
            found = opened.gaps()
    if json:
        print_json(OUTPUT, gaps_json(found))
    else:
        print_gaps(OUTPUT, found)

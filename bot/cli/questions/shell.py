"""The `shell` command."""

from bot.cli.archives import open_archive
from bot.cli.askable import is_cluster_alone
from bot.cli.consoles import OUTPUT
from bot.cli.options import ArchiveOption, EngineOption, chosen_engine
from bot.settings import load


def shell(archive: ArchiveOption = None, engine: EngineOption = None) -> None:
    """Ask again and again, with history; :help lists what else it knows."""
    from bot.cli.questions.session import Shell, opening_of, opening_on, run  # noqa: PLC0415 (start-up time of other commands)

    settings = load()
    chosen = chosen_engine(settings, engine)
    if settings.cluster is not None and is_cluster_alone(settings, archive, chosen):
        run(Shell(opening_on(settings.cluster), chosen, OUTPUT, [chosen]))
        return
    with open_archive(settings, archive) as opened:
        run(Shell(opening_of(opened, settings.cluster), chosen, OUTPUT))

"""The `shell` command."""

from bot.cli.archives import open_archive
from bot.cli.options import ArchiveOption, EngineOption, chosen_engine
from bot.settings import load


def shell(archive: ArchiveOption = None, engine: EngineOption = None) -> None:
    """Ask again and again, with history; :help lists what else it knows."""
    from bot.cli.questions.session import run  # noqa: PLC0415 (start-up time of other commands)

    settings = load()
    with open_archive(settings, archive) as opened:
        run(opened, chosen_engine(settings, engine), settings.cluster)

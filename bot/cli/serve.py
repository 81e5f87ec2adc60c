"""The `serve` command."""

from bot.cli.archives import open_with_index
from bot.cli.options import ArchiveOption, EngineOption, chosen_engine
from bot.settings import load


def serve(archive: ArchiveOption = None, engine: EngineOption = None) -> None:
    """Run the Telegram bot, with the token in BACKISSUE_TELEGRAM_TOKEN."""
    from bot.cli.telegram_bot import run  # noqa: PLC0415 (start-up time of other commands)

    settings = load()
    with open_with_index(settings, archive, chosen_engine(settings, engine)) as opened:
        run(settings, opened)

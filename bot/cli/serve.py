"""The `serve` command."""

from contextlib import ExitStack
from typing import Annotated

import typer

from bot.cli.archives import chosen_folder, open_with_index, opened_archive
from bot.cli.collecting.child import collecting_beside
from bot.cli.collecting.options import PrivateOption, pause_of
from bot.cli.options import ArchiveOption, EngineOption, chosen_engine
from bot.settings import load


def serve(
    archive: ArchiveOption = None,
    engine: EngineOption = None,
    collect: Annotated[
        str | None,
        typer.Option("--collect", metavar="TIME", help="Collect meanwhile, e.g. every 15m."),
    ] = None,
    allow_private: PrivateOption = False,
) -> None:
    """Run the Telegram bot, with the token in BACKISSUE_TELEGRAM_TOKEN."""
    from bot.cli.telegram_bot import run  # noqa: PLC0415 (start-up time of other commands)

    settings = load()
    with ExitStack() as stack:
        if collect is not None:
            pause_of(collect)
            folder = chosen_folder(settings, archive)
            options = ["--allow-private"] if allow_private else []
            opened_archive(folder).close()  # the sample is not collected into
            stack.enter_context(collecting_beside(folder, collect, options))
        opened = stack.enter_context(
            open_with_index(settings, archive, chosen_engine(settings, engine))
        )
        run(settings, opened)

"""The `serve` command."""

from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from typing import Annotated

import typer

from bot.cli.archives import chosen_folder, opened_archive
from bot.cli.askable import open_to_ask
from bot.cli.collecting.child import collecting_beside
from bot.cli.collecting.options import PrivateOption, pause_of
from bot.cli.options import ArchiveOption, EngineOption, chosen_engine, value_of
from bot.setting_values import host_and_port, web_address
from bot.settings import load

SEARCH_SECONDS = 5.0  # many times what the longest question takes on a machine that is not busy


def serve(  # noqa: PLR0913 (a command's options are its parameters)
    archive: ArchiveOption = None,
    engine: EngineOption = None,
    *,
    collect: Annotated[
        str | None,
        typer.Option("--collect", metavar="TIME", help="Collect meanwhile, e.g. every 15m."),
    ] = None,
    allow_private: PrivateOption = False,
    webhook: Annotated[
        str | None,
        typer.Option("--webhook", metavar="URL", help="The https address for Telegram to come to."),
    ] = None,
    listen: Annotated[
        str | None,
        typer.Option("--listen", metavar="HOST:PORT", help="Where that arrives, behind a proxy."),
    ] = None,
) -> None:
    """Run the Telegram bot, with the token in BACKISSUE_TELEGRAM_TOKEN.

    Without --webhook it asks Telegram for what comes, which needs no address of its own.
    """
    from bot.cli.telegram_bot import run  # noqa: PLC0415 (start-up time of other commands)

    settings = load()
    if webhook is not None:
        settings = replace(settings, webhook=value_of("--webhook", web_address, webhook))
    if listen is not None:
        settings = replace(settings, listen=value_of("--listen", host_and_port, listen))
    with ExitStack() as stack:
        if collect is not None:
            pause_of(collect)
            folder = chosen_folder(settings, archive)
            options = ["--allow-private"] if allow_private else []
            opened_archive(folder).close()  # the sample is not collected into
            stack.enter_context(collecting_beside(folder, collect, options))
        opening = partial(
            open_to_ask, settings, engine=chosen_engine(settings, engine), seconds=SEARCH_SECONDS
        )
        opened = stack.enter_context(opening(archive))
        there = opened.file.parent if opened.file else None
        run(settings, opened, partial(opening, there))

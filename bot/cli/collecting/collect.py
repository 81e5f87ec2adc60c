"""The `collect` command."""

from typing import Annotated

import typer

from bot.cli.collecting.options import PrivateOption, SinceOption, day_since, pause_of
from bot.cli.options import ArchiveOption, JsonOption, text
from bot.settings import load


def collect(  # noqa: PLR0913 (one parameter an option)
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME]...", parser=text, help="Sources; else all of them."),
    ] = None,
    *,
    archive: ArchiveOption = None,
    every: Annotated[
        str | None,
        typer.Option("--every", metavar="TIME", help="Go on until stopped, e.g. every 15m."),
    ] = None,
    since: SinceOption = None,
    rate: Annotated[
        float, typer.Option("--rate", min=0.001, help="Requests a second to one host, at most.")
    ] = 2.0,
    allow_private: PrivateOption = False,
    json: JsonOption = False,
    parent: Annotated[int | None, typer.Option("--parent", hidden=True)] = None,
) -> None:
    """Take in what is new from the sources; politely, and only what was not there before."""
    from bot.cli.collecting.rounds import CollectPlan, run  # noqa: PLC0415 (it loads HTTP)

    settings = load()
    plan = CollectPlan(
        names=tuple(names or ()),
        every=pause_of(every) if every is not None else None,
        since=day_since(since),
        rate=rate,
        allow_private=allow_private,
        json=json,
        parent=parent,
    )
    raise typer.Exit(run(settings, archive, plan))

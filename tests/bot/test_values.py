"""A command that reads plain values itself reads them as typer does."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import pytest
import typer

from bot.cli.values import PlainCommand


class Way(StrEnum):
    BEST = "best"
    NEWEST = "newest"


def _short(given: str) -> str:
    if not given:
        raise typer.BadParameter("it is empty")
    if len(given) > 9:
        raise ValueError("it is long")
    return given.upper()


def _said(  # noqa: PLR0913 (a parameter an option)
    words: Annotated[list[str], typer.Argument(parser=_short)],
    *,
    name: Annotated[str | None, typer.Option("--name")] = None,
    folder: Annotated[Path | None, typer.Option("--folder")] = None,
    only: Annotated[list[str] | None, typer.Option("--only", parser=_short)] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, max=100)] = 3,
    rate: Annotated[float, typer.Option("--rate", min=0.5)] = 2.0,
    way: Annotated[Way, typer.Option("--way")] = Way.BEST,
    quiet: Annotated[bool, typer.Option("--quiet")] = False,
) -> str:
    return repr((words, name, folder, only, limit, rate, way, quiet))


def outcome(arguments: str, command: type[PlainCommand] | None) -> str:
    app = typer.Typer(add_completion=False)
    app.command(cls=command)(_said)
    try:
        return str(app(arguments.split(" "), standalone_mode=False))
    except typer.TyperException as error:
        return f"{type(error).__name__}: {error}"


@pytest.mark.parametrize(
    "arguments",
    [
        "a b",
        "",
        "a muchtoolong",
        "a --name b --only c --only d",
        "a --only c --only muchtoolong",
        "a --name ",
        "a --folder x/y",
        "a --limit 5 --quiet",
        "a --limit 007",
        "a --limit 0",
        "a --limit 101",
        "a --limit -1",
        "a --limit 5.0",
        "a --limit ٣",
        "a --limit 99999999999999999999",
        "a --limit many",
        "a --rate 3",
        "a --rate 0",
        "a --way newest",
        "a --way NEWEST",
        "a --way other",
        "a --unknown",
        "a --limit",
    ],
)
def test_whatever_is_given_is_read_as_typer_reads_it(arguments: str) -> None:
    assert outcome(arguments, PlainCommand) == outcome(arguments, None)

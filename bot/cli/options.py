"""Options and arguments that several commands share, and what they mean with the settings."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, TypeVar
from zoneinfo import ZoneInfo

import typer

from bot.cli.console_text import as_text
from bot.errors import SettingsError
from bot.settings import Settings
from bot.settings import zone as zone_named
from retrieval.engines.registry import ENGINES, kind_of
from retrieval.errors import EngineUnavailableError

Value = TypeVar("Value")


def path(given: str) -> Path:
    """An argument that names a file or a folder. The help calls it by this function's name."""
    if not given:  # as an unset variable of the shell's is
        raise typer.BadParameter("it is empty")
    return Path(given)


def text(given: str) -> str:
    """An argument of words, cleaned. The help calls it by this function's name."""
    return as_text(given)


ArchiveOption = Annotated[
    Path | None,
    typer.Option(
        "--archive",
        metavar="DIR",
        parser=path,
        help="The archive's folder; else the one in BACKISSUE_ARCHIVE.",
    ),
]
EngineOption = Annotated[
    str | None, typer.Option("--engine", help=f"One of: {', '.join(ENGINES)}.")
]
ArticleArgument = Annotated[
    str, typer.Argument(parser=text, help="The article's id, as `ask --json` gives it.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]


def value_of(option: str, read: Callable[[object], Value], given: str) -> Value:
    """What an option says that could be a setting too. Raises SettingsError, which names it."""
    try:
        return read(given)
    except ValueError as error:
        raise SettingsError(f"{option}: {error}") from error


def chosen_engine(settings: Settings, named: str | None) -> str:
    """The engine that `--engine` names, else the one that is set. Raises SettingsError."""
    engine = named or settings.engine
    try:
        kind_of(engine)
    except EngineUnavailableError as error:
        raise SettingsError(str(error)) from error
    return engine


def chosen_zone(name: str | None, option: str = "BACKISSUE_TIMEZONE") -> ZoneInfo | None:
    """The time zone of that name. Raises SettingsError, which says what `option` is wrong."""
    try:
        return zone_named(name) if name else None
    except ValueError as error:
        raise SettingsError(f"{option}: {error}") from error

"""Options of the commands that ask the web, and what they mean."""

import re
from datetime import date, timedelta
from typing import Annotated

import typer

from bot.cli.options import text
from bot.errors import SettingsError
from retrieval.question.days import first_day

EVERY = re.compile(r"(?:(\d{1,4})h)?(?:(\d{1,5})m)?(?:(\d{1,6})s)?")

PrivateOption = Annotated[
    bool,
    typer.Option("--allow-private", help="Ask addresses on loopback and private networks too."),
]
SinceOption = Annotated[
    str | None,
    typer.Option("--since", metavar="D", help="Only articles from this day on, e.g. 2021-01."),
]
NameArgument = Annotated[str, typer.Argument(parser=text, help="A source's name or address.")]


def day_since(given: str | None) -> date | None:
    """The first day that `--since` means. Raises SettingsError."""
    try:
        return first_day(given) if given is not None else None
    except ValueError as error:
        raise SettingsError(f"--since: {error}") from error


def pause_of(given: str) -> timedelta:
    """`15m`, `90s`, `1h30m`. Raises SettingsError."""
    found = EVERY.fullmatch(given.strip())
    hours, minutes, seconds = (int(part or 0) for part in found.groups()) if found else (0, 0, 0)
    pause = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    if not pause:
        raise SettingsError(f"--every: {given!r} is no time; write 15m, 90s or 1h30m")
    return pause

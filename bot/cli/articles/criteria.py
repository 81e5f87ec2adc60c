"""Options that say which articles are meant, of `list` and `remove`."""

from datetime import date
from typing import Annotated

import typer

from bot.cli.options import text
from bot.errors import SettingsError
from corpus.archive.provenance.origins import Criteria
from corpus.date_faults import DateFault

SourceOption = Annotated[
    str | None, typer.Option("--source", parser=text, help="Of that outlet or agency.")
]
SinceOption = Annotated[
    str | None, typer.Option("--since", metavar="D", help="Published on that day or later.")
]
UntilOption = Annotated[
    str | None, typer.Option("--until", metavar="D", help="Published on that day or before.")
]
TitleOption = Annotated[
    str | None, typer.Option("--title", parser=text, help="With these words in the headline.")
]
RunOption = Annotated[
    int | None, typer.Option("--run", help="That came with that run: see `list --runs`.")
]
FaultOption = Annotated[
    str | None, typer.Option("--fault", help="With that fault of its date: see `stats`.")
]


def day(given: str | None, option: str) -> date | None:
    """A day as `2021-03-14`. Raises SettingsError, which says what `option` is wrong."""
    try:
        return date.fromisoformat(given) if given else None
    except ValueError as error:
        raise SettingsError(f"{option}: {given!r} is no day; write it as 2021-03-14") from error


def criteria_of(
    source: str | None,
    days: tuple[str | None, str | None],
    *,
    title: str | None,
    run: int | None,
    fault: str | None,
) -> Criteria:
    """What the options mean; `days` are the first and the last. Raises SettingsError."""
    if fault and fault not in set(DateFault):
        raise SettingsError(f"--fault: {fault!r} is none; there are {', '.join(DateFault)}")
    since, until = day(days[0], "--since"), day(days[1], "--until")
    return Criteria(source or None, since, until, title or None, run, fault or None)

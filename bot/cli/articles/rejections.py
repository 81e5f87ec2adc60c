"""Inputs that were not taken: summed up on the terminal, and listed in a report."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from bot.cli.console_text import as_text, on_one_line
from bot.cli.consoles import ERRORS
from bot.errors import SettingsError
from bot.render.as_json import Json, dumps
from corpus.files import Files
from corpus.readers import Rejected

LISTED = 20  # reasons on the terminal; `--report` has all inputs
PLACES = 3  # named for one reason
# What differs in reasons that are one: `'soon'` of a date, a number, a date that never was.
PARTICULAR = re.compile(r"(?<=no such date: ).*|'[^']*'|\"[^\"]*\"|\d[\d,]*")


@dataclass(slots=True)
class _Alike:
    """Inputs that were rejected for the same reason, by the first of them."""

    reason: str
    places: list[str] = field(default_factory=list)
    count: int = 0

    def __str__(self) -> str:
        named = ", ".join(self.places)
        more = f" and {self.count - PLACES:,} more" if self.count > PLACES else ""
        return f"rejected {named}{more}: {self.reason}"


@contextmanager
def rejections(report: Path | None, files: Files) -> Iterator[Callable[[Rejected], None]]:
    """Say at the end what was rejected, each reason once; and list all of it in the report."""
    alike: dict[str, _Alike] = {}
    file = _opened(report, files) if report else None

    def reject(rejected: Rejected) -> None:
        name = as_text(rejected.name)
        kind = PARTICULAR.sub("", rejected.reason)
        told = f"{rejected.reason}; {rejected.advice}" if rejected.advice else rejected.reason
        found = alike.setdefault(kind, _Alike(told))
        found.count += 1
        if len(found.places) < PLACES:
            found.places.append(f"{name}:{rejected.line}" if rejected.line else name)
        if file:
            where_and_why: dict[str, Json] = {
                "file": name,
                "line": rejected.line,
                "reason": told,
            }
            file.write(dumps(where_and_why) + "\n")

    try:
        yield reject
    finally:
        if file:
            file.close()
        _say(list(alike.values()), has_report=file is not None)


def _say(alike: list[_Alike], *, has_report: bool) -> None:
    for each in alike[:LISTED]:
        ERRORS.print(on_one_line(str(each)), soft_wrap=True, markup=False)
    is_all = len(alike) <= LISTED and all(each.count <= PLACES for each in alike)
    if not is_all and not has_report:
        ERRORS.print("--report FILE lists all that was rejected.", soft_wrap=True)


def _opened(report: Path, files: Files) -> TextIO:
    """The report, emptied, unless the import would read it."""
    try:
        if files.include(report):
            raise SettingsError(f"--report {report} lies among what is to be imported")
        return report.open("w", encoding="utf-8")
    except OSError as error:
        raise SettingsError(f"{report} cannot be written: {error.strerror}") from error

"""Inputs that were not taken: listed on the terminal, and in a report."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from bot.cli.console_text import as_text, on_one_line
from bot.cli.consoles import ERRORS
from bot.errors import SettingsError
from bot.render.as_json import Json, dumps
from corpus.files import Files
from corpus.readers import Rejected

LISTED = 20  # on the terminal; `--report` has them all


@contextmanager
def rejections(report: Path | None, files: Files) -> Iterator[Callable[[Rejected], None]]:
    """List the first rejected inputs on the terminal, and all of them in the report."""
    listed = 0
    file = _opened(report, files) if report else None

    def reject(rejected: Rejected) -> None:
        nonlocal listed
        listed += 1
        name = as_text(rejected.name)
        where = f"{name}:{rejected.line}" if rejected.line else name
        if listed <= LISTED:
            line = on_one_line(f"rejected {where}: {rejected.reason}")
            ERRORS.print(line, soft_wrap=True, markup=False)
        elif listed == LISTED + 1:
            ERRORS.print("more were rejected; --report FILE lists them all", soft_wrap=True)
        if file:
            where_and_why: dict[str, Json] = {
                "file": name,
                "line": rejected.line,
                "reason": rejected.reason,
            }
            file.write(dumps(where_and_why) + "\n")

    try:
        yield reject
    finally:
        if file:
            file.close()


def _opened(report: Path, files: Files) -> TextIO:
    """The report, emptied, unless the import would read it."""
    try:
        if files.include(report):
            raise SettingsError(f"--report {report} lies among what is to be imported")
        return report.open("w", encoding="utf-8")
    except OSError as error:
        raise SettingsError(f"{report} cannot be written: {error.strerror}") from error

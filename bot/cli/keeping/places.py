"""Where a command may write."""

from pathlib import Path
from typing import Annotated

import typer

from bot.errors import SettingsError

OverwriteOption = Annotated[
    bool, typer.Option("--overwrite", help="Replace FILE where there is one already.")
]
EvenDamagedOption = Annotated[
    bool,
    typer.Option("--even-damaged", help="Also where something in it is no longer what was stored."),
]


def check_free(file: Path, *, overwrite: bool) -> None:
    """Raises SettingsError where a file would be lost that nobody said may be."""
    if file.is_dir():
        raise SettingsError(f"{file} is a folder; name a file")
    if file.is_file() and file.stat().st_size and not overwrite:
        raise SettingsError(f"{file} is there already; --overwrite replaces it")
    if not file.absolute().parent.is_dir():
        raise SettingsError(f"there is no folder {file.absolute().parent}")


def check_empty(folder: Path) -> None:
    """Raises SettingsError unless there is nothing in the folder, or none yet."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise SettingsError(f"{folder} is not empty; restore into an empty folder: --archive DIR")

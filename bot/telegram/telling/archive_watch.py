"""Notices that the archive's file is no longer the one that was opened: replaced, or deleted."""

import asyncio
from pathlib import Path

from bot.errors import ArchiveGoneError

LOOKS = 10.0  # seconds between two looks


async def watch_file(path: Path) -> None:
    """Endless, until the file is another. Raises ArchiveGoneError: what was opened would be
    answered from for ever, whatever happens to the archive that people see.
    """
    opened = _identity(path)
    while True:
        await asyncio.sleep(LOOKS)
        now = await asyncio.to_thread(_identity, path)
        if now != opened:
            became = "is no longer there" if now is None else "was replaced by another"
            raise ArchiveGoneError(f"The archive {path} {became}: start the bot again.")


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        told = path.stat()
    except OSError:
        return None
    return told.st_dev, told.st_ino

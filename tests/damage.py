"""Damage done to a stored archive, as a disk or a hand does it."""

import sqlite3
from pathlib import Path

from corpus.archive.archive import FILE_NAME


def altered(folder: Path, statement: str, *values: object) -> None:
    """Change what is stored behind the program's back."""
    database = sqlite3.connect(folder / FILE_NAME)
    with database:
        assert database.execute(statement, values).rowcount
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()


def flipped(file: Path, place: int, bit: int) -> None:
    """Turn over one bit of one byte."""
    with file.open("r+b") as raw:
        raw.seek(place)
        (byte,) = raw.read(1)
        raw.seek(place)
        raw.write(bytes([byte ^ 1 << bit]))


def place_of_text(file: Path, text: str) -> int:
    """The byte at which a text begins, in the only place where it stands."""
    data, wanted = file.read_bytes(), text.encode()
    assert data.count(wanted) == 1
    return data.index(wanted)

"""Which SQLite runs, and whether it is one that can damage a file in write-ahead mode.

From 3.7.0 on, where two connections write or checkpoint at the same instant, a part of the log may
be taken for copied that was not. It is fixed in 3.51.3, and in 3.50.7 and 3.44.6 of older lines. An
archive has one writer at a time, which also checkpoints, so only another program can bring it
about.

Source: https://www.sqlite.org/wal.html#walresetbug
"""

import sqlite3

FIRST = (3, 7, 0)
FIXED = (3, 51, 3)
FIXED_BEFORE = ((3, 44, 6), (3, 50, 7))  # and what follows in the same line

VERSION = sqlite3.sqlite_version


def has_wal_race(version: str = VERSION) -> bool:
    """Whether that version has the race."""
    number = tuple(map(int, version.split(".")))
    is_mended = any(number[:2] == fixed[:2] and number >= fixed for fixed in FIXED_BEFORE)
    return FIRST <= number < FIXED and not is_mended

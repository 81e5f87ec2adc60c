"""Reading on where a part of the archive's file is damaged."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from corpus.archive.keeping.faults import is_damage

Read = TypeVar("Read")


def readable(
    wanted: Sequence[int], read: Callable[[Sequence[int]], dict[int, Read]]
) -> dict[int, Read]:
    """What can be read: all that is wanted, without what lies in a damaged part of the file."""
    try:
        return read(wanted)
    except sqlite3.Error as error:
        if not is_damage(error):
            raise
    if len(wanted) == 1:
        return {}
    middle = len(wanted) // 2
    return readable(wanted[:middle], read) | readable(wanted[middle:], read)


def names_of(connection: sqlite3.Connection, seqs: Sequence[int]) -> Iterator[tuple[int, str]]:
    """The newest versions among these, removals left out, each with its article's id."""
    for seq in seqs:
        row = connection.execute("SELECT article FROM current WHERE seq = ?", (seq,)).fetchone()
        if row and not readable([seq], lambda one: _removals(connection, one)):
            yield seq, row[0]


def _removals(connection: sqlite3.Connection, seqs: Sequence[int]) -> dict[int, bool]:
    query = "SELECT seq, 1 FROM version WHERE seq = ? AND digest IS NULL AND published = ''"
    return dict(connection.execute(query, list(seqs)).fetchall())

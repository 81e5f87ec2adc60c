"""The texts of an archive in the order of their articles' days: who has enough stops reading.

The first printing of words that stand in every article is found as soon as one of words that stand
in few.
"""

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from contextlib import closing
from datetime import date

from msgspec import Struct

from corpus.archive.holdings import MOMENT
from corpus.archive.rows import stored_day
from corpus.archive.scans.all_texts import Text, texts_of
from corpus.archive.scans.side_by_side import Selection, conditions_of

FIRST, MOST = 8, 256  # versions that are read at a time: twice as many each time
ALL = " FROM current CROSS JOIN version ON version.seq = current.seq"


class Read(Struct, frozen=True):
    """What was read next: `texts` are those that may hold the words, `day` the last one's day.

    `seqs` are the versions, in order.
    """

    seqs: Sequence[int]
    texts: Sequence[Text]
    day: date | None


def by_day(
    connection: sqlite3.Connection,
    words: Sequence[str],
    selection: Selection,
    *,
    is_newest: bool = False,
) -> Iterator[Read]:
    """Headlines and paragraphs that may hold all the words, others perhaps, the oldest day first.

    None is missed. Articles of one moment come in archive order, those without one last.
    """
    size = FIRST
    with closing(_versions(connection, selection, is_newest=is_newest)) as versions:
        while rows := versions.fetchmany(size):
            seqs = [seq for seq, _ in rows]
            texts = texts_of(connection, seqs, words)
            yield Read(seqs, list(texts), stored_day(rows[-1][1]))
            size = min(2 * size, MOST)


def in_order_of_day(
    connection: sqlite3.Connection, seqs: Collection[int], *, is_newest: bool = False
) -> list[int]:
    """Versions in the same order, without those that are not the newest of their articles."""
    these = f"version.seq IN ({','.join(map(str, map(int, seqs)))})"
    with closing(_versions(connection, Selection(), is_newest=is_newest, also=[these])) as versions:
        return [seq for seq, _ in versions]


def _versions(
    connection: sqlite3.Connection,
    selection: Selection,
    *,
    is_newest: bool,
    also: Sequence[str] = (),
) -> sqlite3.Cursor:
    conditions, values = conditions_of(selection)
    conditions += also
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    order = f"{MOMENT} IS NULL, {MOMENT} {'DESC' if is_newest else 'ASC'}, version.seq"
    return connection.execute(
        f"SELECT version.seq, CAST(published AS TEXT){ALL}{where} ORDER BY {order}",
        values,
    )

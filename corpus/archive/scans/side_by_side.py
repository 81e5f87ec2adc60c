"""The newest paragraphs that have some words side by side, found by reading the archive.

It is for answers that somebody waits for: whoever has enough stops reading, and SQLite looks for
the words side by side, so that two small ones do not bring half of the archive.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date
from time import monotonic
from typing import NamedTuple

from msgspec import Struct

from corpus.archive.rows import stored_day
from corpus.article import MAX_PARAGRAPHS

# CROSS JOIN keeps SQLite from reading the articles first: by number, most texts are never read.
# Source: https://www.sqlite.org/optoverview.html#manual_control_of_query_plans_using_cross_join
ALL = (
    "SELECT number, CAST(text AS TEXT), CAST(published AS TEXT) FROM paragraph"  # noqa: S608 (our own number)
    f" CROSS JOIN current ON current.seq = number / {MAX_PARAGRAPHS}"
    " CROSS JOIN version ON version.seq = current.seq"
)
LOOKED = 20_000  # of SQLite's instructions, some 2,000 texts, between two looks at the clock

# SQLite refuses long patterns; what has the beginnings of so many words may have them all.
MOST_WORDS = 8
LONGEST = 100  # characters of a word


class Selection(Struct, frozen=True):
    """Which articles are read: days included, None is open; of these outlets or agencies, any where
    none is named, and none of those `without`.

    `deadline`: the moment of `time.monotonic` from which on nothing more is read.
    """

    since: date | None = None
    until: date | None = None
    sources: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    deadline: float | None = None


class Printed(NamedTuple):
    """A paragraph, and the day that its article was published."""

    number: int
    text: str
    day: date


def printed(
    connection: sqlite3.Connection, words: Sequence[str], selection: Selection
) -> Iterator[Printed]:
    """Paragraphs of newest versions that may have these words side by side, newest change first.

    None is missed that has ASCII letters and one character between words; where there is none, also
    those with more between words here and there ("to be, or not to be"). Some may have other words
    in between: look again. A text is read when it is asked for, some 200 MB a second.
    After the selection's deadline none is.
    """
    is_any = False
    words = [word[:LONGEST] for word in words[:MOST_WORDS]]
    for patterns in ([["_".join(words)]], _in_pairs(words)):
        for one in _like(connection, patterns, selection):
            is_any = True
            yield one
        if is_any:
            return


def _in_pairs(words: Sequence[str]) -> Sequence[Sequence[str]]:
    """Two ways to part words into pairs, one of which has its joints where a text has commas."""
    if len(words) == 2:
        return [["__".join(words)]]
    ways = (words, ["", *words]) if len(words) > 2 else ()
    return [
        ["_".join(filter(None, way[at : at + 2])) for at in range(0, len(way), 2)] for way in ways
    ]


def _like(
    connection: sqlite3.Connection, ways: Sequence[Sequence[str]], selection: Selection
) -> Iterator[Printed]:
    """Paragraphs that have all the patterns of one of the ways, in any order."""
    if not ways:
        return
    either = " OR ".join(" AND ".join(["text LIKE ?"] * len(way)) for way in ways)
    conditions = [f"({either})"]
    values: list[str | int] = [f"%{pattern}%" for way in ways for pattern in way]
    more, of_selection = conditions_of(selection)
    conditions += more
    values += of_selection
    query = f"{ALL} WHERE {' AND '.join(conditions)} ORDER BY number DESC"
    for number, text, published in _in_time(connection, query, values, selection.deadline):
        day = stored_day(published)
        if day is not None:
            yield Printed(number, text, day)


def _in_time(
    connection: sqlite3.Connection, query: str, values: Sequence[str | int], deadline: float | None
) -> Iterator[tuple[int, str, str]]:
    """The rows until then; SQLite itself is stopped, as it may look for the next one for long."""

    def is_over() -> bool:
        return deadline is not None and monotonic() >= deadline

    rows: sqlite3.Cursor | None = None
    while not is_over():
        connection.set_progress_handler(is_over, LOOKED)
        try:
            rows = rows or connection.execute(query, values)  # which looks for the first one
            row = next(rows, None)
        except sqlite3.OperationalError:
            if is_over():
                return
            raise
        finally:
            connection.set_progress_handler(None, 0)
        if row is None:
            return
        yield row


def conditions_of(selection: Selection) -> tuple[list[str], list[str | int]]:
    """Of a version: SQL conditions and their values."""
    conditions: list[str] = []
    values: list[str | int] = []
    if selection.since is not None:
        conditions.append("published >= ?")
        values.append(selection.since.isoformat())
    if selection.until is not None:
        conditions.append("substr(published, 1, 10) <= ?")
        values.append(selection.until.isoformat())
    if selection.sources:
        marks = ",".join("?" * len(selection.sources))
        conditions.append(f"(source IN ({marks}) OR agency IN ({marks}))")
        values += [*selection.sources, *selection.sources]
    if selection.without:
        marks = ",".join("?" * len(selection.without))
        conditions.append(f"source NOT IN ({marks}) AND ifnull(agency, '') NOT IN ({marks})")
        values += [*selection.without, *selection.without]
    return conditions, values

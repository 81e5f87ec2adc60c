"""Texts of an archive that may hold some words: a scan, which misses none.

It is for what must be exact, as the first printing of a quote; it reads all there is.

SQLite's LIKE knows upper and lower case of ASCII letters only, so texts with other letters are
given whatever they hold: whoever asks looks at each text again.

Source: https://www.sqlite.org/lang_expr.html#like
"""

import json
import re
import sqlite3
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus.article import MAX_PARAGRAPHS, place_of

# In a text without these a word stands as it is written; quotation marks are not letters.
OTHER_LETTERS = re.compile(r"[^\x00-\x7f‘’“”–—…\xa0]")
MAX_WORDS = 8  # of those to be held are looked at by SQLite
AT_ONCE = 1_000  # versions
LONGEST = 40  # characters of a word that are looked for: SQLite refuses long patterns
NEWEST = "(SELECT seq FROM current)"
TEXT = "CAST(text AS TEXT) AS text"  # a damaged row may hold something else


class Text(NamedTuple):
    """A paragraph of a version (`seq`), or its headline, whose `position` is None."""

    seq: int
    position: int | None
    text: str


def scan_headlines(connection: sqlite3.Connection, words: Sequence[str]) -> Iterator[Text]:
    """Headlines of newest versions that may hold all the words in order.

    `words` are folded (`corpus.names.fold`): letters, digits, and any sign for an apostrophe.
    """
    texts = f"seq, CAST(title AS TEXT) AS text FROM version WHERE seq IN {NEWEST}"
    titles = _rows(connection, texts, _condition(words))
    yield from (Text(seq, None, title) for seq, title in titles)


def scan(connection: sqlite3.Connection, words: Sequence[str]) -> Iterator[list[Text]]:
    """Headlines of newest versions, then paragraphs of any, that may hold all the words in order.

    As they are stored, those of some versions at a time, some 100 MB a second.
    """
    yield list(scan_headlines(connection, words))
    condition = _condition(words)
    ((last,),) = connection.execute("SELECT ifnull(max(seq), 0) FROM current")
    for first in range(0, last + 1, AT_ONCE):
        ends = first * MAX_PARAGRAPHS, (first + AT_ONCE) * MAX_PARAGRAPHS
        stored = f"number, {TEXT} FROM paragraph WHERE number >= {ends[0]} AND number < {ends[1]}"
        rows = _rows(connection, stored, condition)
        yield [Text(*place_of(number), text) for number, text in rows]


def texts_of(
    connection: sqlite3.Connection, seqs: Sequence[int], words: Sequence[str]
) -> Iterator[Text]:
    """Of some versions the headlines that may hold all the words in order, then the paragraphs."""
    condition, these = _condition(words), f"json_each('{json.dumps(list(map(int, seqs)))}')"
    titles = f"seq, CAST(title AS TEXT) AS text FROM {these} JOIN version ON seq = value"
    for seq, title in _rows(connection, titles, condition):
        yield Text(seq, None, title)
    within = f"number >= value * {MAX_PARAGRAPHS} AND number < (value + 1) * {MAX_PARAGRAPHS}"
    kept = f"number, {TEXT} FROM {these} CROSS JOIN paragraph ON {within}"
    for number, text in _rows(connection, kept, condition):
        yield Text(*place_of(number), text)


class _Condition(NamedTuple):
    """What a text may have to hold: an SQL condition on `text`, and its values."""

    sql: str
    values: list[str]


def _rows(
    connection: sqlite3.Connection, texts: str, condition: _Condition
) -> Iterator[tuple[int, str]]:
    rows = connection.execute(
        f"SELECT *, {condition.sql} FROM (SELECT {texts})"  # noqa: S608 (our own words)
        f" WHERE {condition.sql} OR length(text) < length(CAST(text AS BLOB))",
        [*condition.values, *condition.values],
    )
    for number, text, is_likely in rows:
        if is_likely or OTHER_LETTERS.search(text):
            yield number, text


def _condition(words: Sequence[str]) -> _Condition:
    """One after another, a few of them, the longest, as they are rare; dots do not matter."""
    plain = [word[:LONGEST] for word in words if word.isascii()]
    longest = sorted(range(len(plain)), key=lambda place: -len(plain[place]))[:MAX_WORDS]
    kept = [plain[place] for place in sorted(longest)]
    if not kept:
        return _Condition("1", [])
    pattern = "%".join("".join(map(_any_mark, word)) for word in kept)
    return _Condition("replace(text, '.', '') LIKE ?", [f"%{pattern}%"])


def _any_mark(char: str) -> str:
    """`don_t` with any apostrophe, `1%250%`; `us` is `U.S.`."""
    if char == ".":
        return ""
    if char.isdigit():
        return char + "%"
    return char if char.isalpha() else "_"

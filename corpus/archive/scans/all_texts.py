"""Texts of an archive that may hold some words: a scan, which misses none.

It is for what must be exact, as the first printing of a quote; it reads all there is.

SQLite's LIKE knows upper and lower case of ASCII letters only, so texts with other letters are
given whatever they hold: whoever asks looks at each text again.

Source: https://www.sqlite.org/lang_expr.html#like
"""

import json
import re
import sqlite3
import string
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus.article import MAX_PARAGRAPHS, place_of

# In a text without these a word stands as it is written; quotation marks are not letters.
OTHER_LETTERS = re.compile(r"[^\x00-\x7f‘’“”–—…\xa0]")
MAX_WORDS = 8  # of those to be held are looked at by SQLite
ACRONYM = 8  # letters up to which a word may be printed with dots, as `U.N.E.S.C.O.`
LONGEST = 40  # characters of a word that are looked for: SQLite refuses long patterns
LETTERS = string.ascii_lowercase
NEWEST = "(SELECT seq FROM current)"
TEXT = "CAST(text AS TEXT) AS text"  # a damaged row may hold something else


class Text(NamedTuple):
    """A paragraph of a version (`seq`), or its headline, whose `position` is None."""

    seq: int
    position: int | None
    text: str


def scan_headlines(connection: sqlite3.Connection, words: Sequence[str]) -> Iterator[Text]:
    """Headlines of newest versions that may hold all the words.

    `words` are folded (`corpus.names.fold`): letters, digits, and any sign for an apostrophe.
    """
    texts = f"seq, CAST(title AS TEXT) AS text FROM version WHERE seq IN {NEWEST}"
    titles = _rows(connection, texts, _condition(words))
    yield from (Text(seq, None, title) for seq, title in titles)


def texts_of(
    connection: sqlite3.Connection, seqs: Sequence[int], words: Sequence[str]
) -> Iterator[Text]:
    """Of some versions the headlines that may hold all the words, then the paragraphs."""
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
    """The longest words first, as they are the rarest; a few of them."""
    plain = {word for word in words if word.isascii()}
    patterns = [_patterns(word) for word in sorted(plain, key=len, reverse=True)[:MAX_WORDS]]
    held = [f"({' OR '.join(['text LIKE ?'] * len(forms))})" for forms in patterns]
    return _Condition(
        " AND ".join(held) or "1", [f"%{form}%" for forms in patterns for form in forms]
    )


def _patterns(word: str) -> list[str]:
    """How a word may be printed: `don_t` with any apostrophe, `1%250%`, `u.s`, `u.s%_s`."""
    word = word[:LONGEST]
    letters = word[: len(word) - len(word.lstrip(LETTERS))]
    forms = ["".join(map(_any_mark, word))]
    if 1 < len(letters) <= ACRONYM:
        rest = "".join(map(_any_mark, word[len(letters) :]))
        forms.append(".".join(letters) + (f"%{rest}" if rest else ""))
    return forms


def _any_mark(char: str) -> str:
    if char.isdigit():
        return char + "%"
    return char if char.isalpha() else "_"

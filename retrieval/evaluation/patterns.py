"""Regular expressions that somebody else wrote: checked when read, and never for long.

The `regex` module reads what Python's own does, and gives up in time where that would not.
"""

import warnings
from functools import lru_cache

import regex

from retrieval.errors import JudgedQuestionsError

LONGEST = 4000  # characters of a pattern
LARGEST = 50_000  # items of a pattern with its repeats written out, which is what it keeps
SECONDS = 1.0  # of processor time for one pattern in one quote; a usual one takes microseconds
SHOWN = 60  # characters of a pattern in a message

ITEM = regex.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\{(\d{1,9})[,\d]*\}|.", regex.DOTALL)


def check_pattern(pattern: str) -> None:
    """Raises ValueError where it is no regular expression, or one that would take too much."""
    if len(pattern) > LONGEST:
        raise ValueError(f"a pattern of {len(pattern):,} characters; {LONGEST:,} are the most")
    if _written_out(pattern) > LARGEST:
        raise ValueError(f"a pattern that repeats too much: {_short(pattern)}")
    try:
        _compiled(pattern)
    except (regex.error, ValueError, OverflowError, RecursionError) as error:
        raise ValueError(f"no regular expression: {_short(pattern)}: {error}") from error


def is_found(pattern: str, text: str) -> bool:
    """The pattern, which was checked, matches somewhere in the text.

    Raises JudgedQuestionsError where that takes longer than `SECONDS`.
    """
    try:
        return _compiled(pattern).search(text, timeout=SECONDS) is not None
    except TimeoutError as error:
        raise JudgedQuestionsError(
            f"a pattern takes more than {SECONDS:g} s for {len(text):,} characters: "
            f"{_short(pattern)}"
        ) from error


@lru_cache(maxsize=1000)
def _compiled(pattern: str) -> "regex.Pattern[str]":
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what a later version may read in another way
        return regex.compile(pattern, regex.VERSION0)


def _written_out(pattern: str) -> int:
    """How many items it has where `(ab){3}` is counted as `ababab`."""
    outer: list[int] = []  # items before each group that is open
    items = last = 0  # of the group, and those of its last part
    for item in ITEM.finditer(pattern):
        if item[0] == "(":
            outer.append(items)
            items = last = 0
        elif item[0] == ")" and outer:
            last = items
            items += outer.pop()
        elif item[1]:
            items += last * (max(1, int(item[1])) - 1)
            last *= max(1, int(item[1]))
        else:
            last = 1
            items += last
    return sum(outer) + items


def _short(pattern: str) -> str:
    shown = "".join(c if c.isprintable() else "\ufffd" for c in pattern[:SHOWN])
    return shown + ("…" if len(pattern) > SHOWN else "")

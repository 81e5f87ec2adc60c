"""Regular expressions that somebody else wrote: checked when read, and never for long."""

import warnings
from functools import lru_cache

import regex

from retrieval.errors import JudgedQuestionsError

LONGEST = 4000  # characters of a pattern
SECONDS = 1.0  # of processor time for one pattern in one quote; a usual one takes microseconds
SHOWN = 60  # characters of a pattern in a message


def check_pattern(pattern: str) -> None:
    """Raises ValueError where it is no regular expression, or too long for one."""
    if len(pattern) > LONGEST:
        raise ValueError(f"a pattern of {len(pattern):,} characters; {LONGEST:,} are the most")
    try:
        _compiled(pattern)
    except (regex.error, ValueError, OverflowError, RecursionError, MemoryError) as error:
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


def _short(pattern: str) -> str:
    shown = "".join(c if c.isprintable() else "\ufffd" for c in pattern[:SHOWN])
    return shown + ("…" if len(pattern) > SHOWN else "")

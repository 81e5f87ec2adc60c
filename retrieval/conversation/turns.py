"""What reading a reply takes of a language; the data lie in files of their own."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.text.lazy_pattern import LazyPattern


@dataclass(frozen=True, slots=True)
class Turns:
    """Words are in lower case, with straight apostrophes.

    `referring` words stand for what was named before; `checking` words only ask about what somebody
    said, or say that it is wrong. `linking` words join a question to the one before it: "and",
    "what about". `leading` ones, of these, stand before a name or a thing: "in", "the".

    `newest`, `oldest` and `best` ask for an order, `earlier` and `later` for what was printed
    before or after. `times` lead from words for a time to English ones; `months` are the names of
    the twelve, in every case; `bounds` lead from a preposition to "since", "before" or "after".
    """

    code: str
    referring: frozenset[str]
    checking: frozenset[str]
    linking: frozenset[str]
    leading: frozenset[str]
    newest: LazyPattern
    oldest: LazyPattern
    best: LazyPattern
    earlier: LazyPattern
    later: LazyPattern
    times: Sequence[tuple[LazyPattern, str]] = ()
    months: Sequence[str] = ()
    bounds: tuple[tuple[str, str], ...] = ()


def whole(pattern: str) -> LazyPattern:
    """Words by themselves, in any case."""
    return LazyPattern(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)

"""What reading a reply takes of a language; the data lie in files of their own."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from retrieval.text.lazy_pattern import LazyPattern

EXCLUDED = r"(?P<word>[^\W\d_]\w+(?: (?-i:[A-ZÀ-Ž])\w+)*)"  # what is to be left out, a name whole


@dataclass(frozen=True, slots=True)
class Turns:
    """Words are in lower case, with straight apostrophes.

    `referring` words stand for what was named before; `checking` words only ask about what somebody
    said, or say that it is wrong. `linking` words join a question to the one before it: "and",
    "only", of which `joining` ones begin it. `leading` ones stand before a name or a thing: "in",
    "the", of which those `within` stand before a place. Of `narrowing` ones one stands beside the
    name of an outlet: "says"; `negating` ones before that of one that is not to be searched.

    `about` finds "what about" and "I meant"; `without` what is to be left out (its group `word`).
    `newest`, `oldest` and `best` ask for an order, `more` for the next quotes, `elsewhere` for
    other outlets, `earlier` and `later` for what was printed before or after. `rewordings` put
    "when" in the place of "what day", and "when is" in that of "whens". `times` lead from words for
    a time to English ones; `months` are the names of the twelve, in every case; `bounds` lead from
    a preposition to "since", "before" or "after".
    `asking` words begin a question, each with the English one; that asks of a thing ("what") is
    none.
    """

    code: str
    referring: frozenset[str]
    checking: frozenset[str]
    linking: frozenset[str]
    joining: frozenset[str]
    leading: frozenset[str]
    within: frozenset[str]
    narrowing: frozenset[str]
    negating: frozenset[str]
    asking: Mapping[str, str]
    about: LazyPattern
    without: LazyPattern
    newest: LazyPattern
    oldest: LazyPattern
    best: LazyPattern
    more: LazyPattern
    elsewhere: LazyPattern
    earlier: LazyPattern
    later: LazyPattern
    rewordings: Sequence[tuple[LazyPattern, str]]
    times: Sequence[tuple[LazyPattern, str]] = ()
    months: Sequence[str] = ()
    bounds: tuple[tuple[str, str], ...] = ()

    def asks_for_order(self, text: str) -> bool:
        orders = (self.newest, self.oldest, self.best, self.earlier, self.later)
        return any(order.search(text) for order in orders)

    def reworded(self, text: str) -> str:
        for pattern, instead in self.rewordings:
            text = pattern.compiled.sub(instead, text)
        return text

    @property
    def small(self) -> frozenset[str]:
        """All its words that say nothing of what is asked for."""
        return self.referring | self.checking | self.linking | self.leading


def whole(pattern: str) -> LazyPattern:
    """Words by themselves, in any case."""
    return LazyPattern(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)

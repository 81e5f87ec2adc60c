"""Figures as they stand in a text: amounts of money, percentages, counts of something."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from retrieval.claims.english import (
    BOUNDS,
    CURRENCIES,
    HALF,
    MAGNITUDES,
    NUMBER_WORDS,
    PERCENT,
)
from retrieval.claims.tokens import Token

_WORD = "|".join(NUMBER_WORDS)
_MAGNITUDE = "|".join(MAGNITUDES)
FIGURE = re.compile(
    rf"(?P<bound>\b{BOUNDS} )?(?<![\w.-])(?P<currency>[$€£])?"
    rf"(?P<number>\d[\d,]*(?:\.\d+)?|\b(?:{_WORD})\b)(?P<half>{HALF})?"
    rf"(?:[ -](?P<magnitude>{_MAGNITUDE})\b)?"
    rf"(?P<percent>{PERCENT})?(?![-–]\d|-year)",
    re.I,
)
YEAR = re.compile(r"(?<![\w$€£.,-])(?:1[5-9]|20)\d\d(?![\w%-]|[.,]\d)")
NOUN_WITHIN = 5  # words behind a number among which its noun is
LEADING = frozenset(("by", "to", "from"))


class Figure(NamedTuple):
    """`unit` is `$` or `%`, or "" where the `nouns` behind it say of what; `start` its place.

    `bound` is what makes it a bound or a guess, with a space: "more than "; `led_by` one of
    `LEADING` before it.
    """

    text: str
    value: float
    bound: str
    unit: str
    nouns: tuple[str, ...]
    led_by: str
    start: int


def figures(text: str, words: Sequence[Token]) -> Iterator[Figure]:
    """Those of a text, `words` its tokens; a year by itself is none."""
    for match in FIGURE.finditer(text):
        number = match["number"].lower()
        start = match.start("currency") if match["currency"] else match.start("number")
        if YEAR.fullmatch(match["number"]) and not match["currency"]:
            continue
        value = float(NUMBER_WORDS.get(number, 0) or number.replace(",", ""))
        value += 0.5 if match["half"] else 0
        value *= MAGNITUDES.get((match["magnitude"] or "").lower(), 1)
        following = [token for token in words if token.start >= match.end()][:NOUN_WITHIN]
        unit = match["currency"] or ("%" if match["percent"] else "")
        if following and following[0].lower in CURRENCIES:
            unit = CURRENCIES[following[0].lower]
        nouns = () if unit else _nouns(text, match.end(), following)
        before = [token.lower for token in words if token.end <= match.start()][-1:]
        led_by = before[0] if before and before[0] in LEADING else ""
        shown, bound = text[start : match.end()], match["bound"] or ""
        yield Figure(shown, value, bound, unit, nouns, led_by, start)


def _nouns(text: str, start: int, following: Sequence[Token]) -> tuple[str, ...]:
    """Terms of the words behind a number, up to a stop word or a mark."""
    nouns = []
    for token in following:
        if not token.term or text[start : token.start].strip():
            break
        nouns.append(token.term)
        start = token.end
    return tuple(nouns)

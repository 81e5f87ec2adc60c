"""Figures as they stand in a text: amounts of money, percentages, counts of something."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from retrieval.claims.english import (
    BOUNDS,
    CURRENCIES,
    HALF,
    MAGNITUDES,
    MONEY_SUFFIXES,
    NO_COUNT,
    NO_SENTENCE,
    NUMBER_WORDS,
    PERCENT,
    SENTENCE,
    TIMES,
)
from retrieval.claims.quantities.days import YEAR, whens
from retrieval.claims.tokens import Token

_WORD = "|".join(NUMBER_WORDS)
_MAGNITUDE = "|".join(MAGNITUDES)
_SUFFIX = "|".join(MONEY_SUFFIXES)
FIGURE = re.compile(
    rf"(?P<bound>\b{BOUNDS} )?(?<![\w.'’-])(?<!\d[:,])(?<!\bNo\. )(?P<currency>[$€£])?"
    r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
    rf"|\b(?:{_WORD}|{'|'.join(TIMES)})\b)(?P<half>{HALF})?"
    rf"(?:[ -](?P<magnitude>{_MAGNITUDE})\b|(?(currency)(?P<suffix>{_SUFFIX})\b))?"
    rf"(?P<percent>{PERCENT})?(?![-–:]\d|\d|[ -]years?[ -]old| ?[ap]\.?m\b)",
    re.I,
)
# Behind a number: of years, how often, for each.
YEARS = re.compile(r"[ -]years?\b(?! (?:ago|earlier|since|of age|in (?:power|office)))", re.I)
LATER = re.compile(r" (?:after|before|later)\b", re.I)
OFTEN = re.compile(rf" times\b(?! (?:{NO_COUNT})\b)", re.I)
NO_MORE = re.compile(rf"(?! (?:{NO_COUNT})\b)", re.I)
EACH = re.compile(r" (?:per|an?|each|apiece)\b", re.I)
AVERAGE = re.compile(r"\b(?:average|averages|averaged|averaging|mean|median)(?: of)? $", re.I)
ANOTHER = re.compile(r"\b(?:another|additional|extra|further) $", re.I)
MORE = re.compile(r" (?:[a-z]+ )?(?:more|others?|additional|extra|further)\b(?! than\b)")
BASIS_POINTS = " basis point"
SAID_WITHIN = 45  # characters around a number of years among which it is said to be a sentence
NOUN_WITHIN = 5  # words behind a number among which its noun is
LEADING = frozenset(("by", "to", "from"))


class Figure(NamedTuple):
    """`start` is its place; `unit` is `$` (`$/` where each costs it) or `%`, `times`, `sentence`
    of years in prison, or "" where the `nouns` behind it say of what.

    `bound` is what makes it a bound or a guess, with a space: "more than "; `led_by` one of
    `LEADING` before it. `sort` is what else it is than all there is: see `_sort`.
    """

    text: str
    value: float
    bound: str
    unit: str
    nouns: tuple[str, ...]
    led_by: str
    start: int
    sort: str = ""


def figures(text: str, words: Sequence[Token]) -> Iterator[Figure]:
    """Those of a text, `words` its tokens; a year by itself is none, nor is a day."""
    days = [(when.start, when.end) for when in whens(text)]
    for match in FIGURE.finditer(text):
        number = match["number"].lower()
        start = match.start("currency") if match["currency"] else match.start("number")
        if YEAR.fullmatch(match["number"]) and not match["currency"]:
            continue
        if any(first <= start < last for first, last in days):
            continue
        value = float(
            NUMBER_WORDS.get(number, 0) or TIMES.get(number, 0) or number.replace(",", "")
        )
        value += 0.5 if match["half"] else 0
        value *= MAGNITUDES.get((match["magnitude"] or "").lower(), 1)
        value *= MONEY_SUFFIXES.get((match["suffix"] or "").lower(), 1)
        following = [token for token in words if token.start >= match.end()][:NOUN_WITHIN]
        unit = match["currency"] or ("%" if match["percent"] else _unit(text, match))
        if following and following[0].lower in CURRENCIES:
            unit = CURRENCIES[following[0].lower]
        if unit in CURRENCIES.values() and EACH.match(text, match.end()):
            unit += "/"
        nouns = () if unit else _nouns(text, match.end(), following)
        before = [token.lower for token in words if token.end <= match.start()][-1:]
        led_by = before[0] if before and before[0] in LEADING else ""
        is_often = unit == "times" and number not in TIMES
        shown = text[start : match.end()] + (" times" if is_often else "")
        bound = match["bound"] or ""
        yield Figure(shown, value, bound, unit, nouns, led_by, start, _sort(text, match))


def _sort(text: str, match: re.Match[str]) -> str:
    """What else a figure is than all there is: an average, or what comes on top."""
    start, end = match.span()
    if AVERAGE.search(text, 0, start):
        return "average"
    return "more" if ANOTHER.search(text, 0, start) or MORE.match(text, end) else ""


def _unit(text: str, match: re.Match[str]) -> str:
    """Of what is counted without a noun: how often, or for how long somebody is in prison."""
    start, end = match.span()
    if text.startswith(BASIS_POINTS, end):
        return BASIS_POINTS
    if (NO_MORE if match["number"].lower() in TIMES else OFTEN).match(text, end):
        return "times"
    years = YEARS.match(text, end)
    before = text[max(0, start - SAID_WITHIN) : start]
    if years is None or (LATER.match(text, years.end()) and not before.endswith(" to ")):
        return ""
    is_said = SENTENCE.search(before + text[start : years.end() + SAID_WITHIN])
    return "sentence" if is_said and not NO_SENTENCE.search(before) else ""


def _nouns(text: str, start: int, following: Sequence[Token]) -> tuple[str, ...]:
    """Terms of the words behind a number, up to a stop word or a mark."""
    nouns = []
    for token in following:
        if not token.term or text[start : token.start].strip():
            break
        nouns.append(token.term)
        start = token.end
    return tuple(nouns)

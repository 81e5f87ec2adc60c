"""Whether a text holds an answer: plainly, and with numbers in one form.

"$12.6 million" is then found in "12,600,000 dollars".
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from retrieval.evaluation.english_numbers import (
    AND,
    ARTICLES,
    HUNDREDS,
    MONEY,
    SCALES,
    SMALL,
    SUFFIXES,
    SYMBOLS,
    TENS,
)

APART = re.compile(r"[\W_]+")
TOKEN = re.compile(r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?![\d,])(?:\.\d+)?|\d+(?:\.\d+)?|[^\W\d_]+")
SUFFIX = re.compile(rf"(?<=\d)({'|'.join(SUFFIXES)})\b")
SYMBOL = re.compile("|".join(map(re.escape, SYMBOLS)))
SEPARATOR = re.compile(r"[,\s]")


class Answers:
    """The strings that answer one question."""

    def __init__(self, answers: Iterable[str]) -> None:
        answers = tuple(answers)
        self._plain = [text for text in map(normalise, answers) if text]
        self._numbered = [text for text in map(with_numbers, answers) if text.strip()]

    def are_in(self, text: str) -> bool:
        """One of them is a part of the text, both normalised."""
        normal = normalise(text) if self._plain else ""
        return any(wanted in normal for wanted in self._plain)

    def are_in_with_numbers(self, text: str) -> bool:
        """So, or as whole words where numbers are in one form."""
        if self.are_in(text):
            return True
        numbered = with_numbers(text) if self._numbered else ""
        return any(wanted in numbered for wanted in self._numbered)


def normalise(text: str) -> str:
    """Lower-case letters and digits, single spaces."""
    return APART.sub(" ", unicodedata.normalize("NFC", text).lower()).strip()


def with_numbers(text: str) -> str:
    """Lower-case words and numbers in figures, each between single spaces, one at either end.

    A number keeps its decimal point. Names of money are left out, as they stand now before and now
    behind the number. Numbers in words are read in English only.
    """
    text = unicodedata.normalize("NFC", text).lower()
    text = SYMBOL.sub(lambda found: SYMBOLS[found[0]], text)
    text = SUFFIX.sub(lambda found: f" {SUFFIXES[found[0]]}", text)
    tokens = TOKEN.findall(text)
    words: list[str] = []
    place = 0
    while place < len(tokens):
        value, taken = _number(tokens[place:])
        if taken:
            words.append(f"{value:.6f}".rstrip("0").rstrip("."))
        elif tokens[place] not in MONEY:
            words.append(tokens[place])
        place += taken or 1
    return f" {' '.join(words)} "


def _number(tokens: Sequence[str]) -> tuple[float, int]:
    """The number that the words begin with, and how many words it is; 0 of none."""
    whole = part = 0.0
    scale = max(SCALES.values()) + 1
    taken = 0
    for place, token in enumerate(tokens):
        added = _added(token, part, is_first=place == 0)
        if added is not None:
            part += added
        elif token in HUNDREDS and 0 < part < 100:
            part *= HUNDREDS[token]
        elif token in SCALES and part and SCALES[token] < scale:
            scale = SCALES[token]
            whole, part = whole + part * scale, 0.0
        elif not _leads_on(tokens[place:], taken):
            break
        else:
            part += token in ARTICLES
            continue
        taken = place + 1
    return whole + part, taken


def _added(token: str, part: float, *, is_first: bool) -> float | None:
    """What a figure, or a word below a hundred, adds to the part before it; None: it cannot."""
    if token[0].isdigit():
        return float(SEPARATOR.sub("", token)) if is_first else None
    if token in TENS:
        return TENS[token] if part % 100 == 0 else None
    if token in SMALL:
        fits = part % 100 == 0 or (part % 100 in TENS.values() and 0 < SMALL[token] < 10)
        return SMALL[token] if fits else None
    return None


def _leads_on(tokens: Sequence[str], taken: int) -> bool:
    """The first word is "and" within a number, or "a" before a hundred."""
    following = tokens[1] if len(tokens) > 1 else ""
    if tokens[0] in ARTICLES:
        return not taken and (following in HUNDREDS or following in SCALES)
    return tokens[0] == AND and taken > 0 and (following in SMALL or following in TENS)

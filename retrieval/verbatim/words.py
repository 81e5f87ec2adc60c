"""A text as the words that two printings of it have in common.

A careful editor calls a quote true when every word is. So no difference are: white space and line
breaks, upper and lower case, diacritics, and signs of writing: quotation marks, commas, dashes
(`post-office` is `post office`). `’ ' ´ ‘` between letters are one apostrophe, `U.S.` is `US`,
`1,250` is `1250`. All else is one: letters and digits, `don't` and `dont`, `3.7` and `37`, a sign
of money, `%`, and the minus of `-5`.
"""

import re
from collections.abc import Sequence
from functools import cached_property, lru_cache

from corpus.archive.scans.all_texts import OTHER_LETTERS
from corpus.names import fold
from retrieval.text import letters

APOSTROPHES = letters.APOSTROPHES + "‛"
INSIDE = letters.INSIDE + r"\ufeff"
# An atomic group, not a possessive one: see `retrieval/text/tokens.py`.
WORD = re.compile(
    r"[^\W_]++"
    rf"(?>(?:[{APOSTROPHES}.,{INSIDE}]"
    rf"(?:(?<=[{APOSTROPHES}])[^\W\d_]++"
    r"|(?<=\d[.,])\d++"
    rf"|(?<=\.[^\W\d_]\.)[{APOSTROPHES}][^\W\d_]++"
    r"|(?<=\b[^\W\d_]\.)[^\W\d_]\b(?!\.[^\W\d_]{2})"
    rf"|(?<=[{INSIDE}])[^\W_]*+"
    r"))*)"
    r"|[$€£¥₽₴₹%°&+=]"
    r"|(?<![^\s(])[-−–](?=[$€£¥]?\d)"
)
CACHED_WORDS = 200_000
CACHED_RUNS = 200
MOST_LOOKED_FOR = 8  # words of a run, of which a quick look is taken
THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
ACRONYM = re.compile(r"[^\W\d_](?:\.[^\W\d_])+(?:\.'\w+)?")
ONE_APOSTROPHE = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))


class _Keys(dict[str, str]):
    """Word as written → what is compared; computed once a word."""

    def __missing__(self, word: str) -> str:
        if len(self) >= CACHED_WORDS:
            self.clear()
        key = self[word] = _key(word)
        return key


_keys = _Keys()


class Words:
    """The words of one text, `keys` as they are compared, to be searched for runs of them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.keys = keys_of(text)
        self._spaced = f" {' '.join(self.keys)} "

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Where each word stands: code points, the end excluded."""
        return [match.span() for match in WORD.finditer(self.text)]

    def written(self, place: int) -> str:
        """One word as it stands there."""
        start, end = self.spans[place]
        return self.text[start:end]

    def find(self, run: Sequence[str], first: int = 0) -> int | None:
        """Where a run of keys stands next, from word `first` on: its first word; None: nowhere."""
        begin = sum(map(len, self.keys[:first])) + first
        found = self._spaced.find(f" {' '.join(run)} ", begin)
        return None if found < 0 else self._spaced.count(" ", 0, found)


def keys_of(text: str) -> list[str]:
    """The words of a text as they are compared."""
    return list(map(_keys.__getitem__, WORD.findall(text)))


def may_hold(text: str, run: Sequence[str]) -> bool:
    """Whether a run of keys may stand in a text: a quick look for its first words side by side."""
    if OTHER_LETTERS.search(text):
        return True
    return _side_by_side(tuple(run[:MOST_LOOKED_FOR])).search(text.lower()) is not None


def may_hold_one(text: str, signs: Sequence[str]) -> bool:
    """The same of several runs, with the signs of all of them."""
    if OTHER_LETTERS.search(text):
        return True
    lower = text.lower()
    return any(sign in lower for sign in signs)


def signs_of(run: Sequence[str]) -> tuple[str, ...]:
    """Of which one stands in every text of plain letters that has the run."""
    words = [key for key in run if key.isascii() and key.isalpha()]
    longest = max(words, key=len, default="")
    return longest, ".".join(longest[:2])  # `u.s`, perhaps


@lru_cache(CACHED_RUNS)
def _side_by_side(run: tuple[str, ...]) -> re.Pattern[str]:
    """Of a text of plain letters: dots and commas may stand in each word, all signs between two."""
    return re.compile(r"[\W_]*".join("[.,]?".join(map(_sign, key)) for key in run))


def _sign(char: str) -> str:
    return f"[{APOSTROPHES}]" if char == "'" else "[-−–]" if char == "-" else re.escape(char)


def _key(word: str) -> str:
    if word in "-−–":
        return "-"
    folded = "".join(fold(word.translate(ONE_APOSTROPHE)).replace("\ufeff", "").split()) or word
    if THOUSANDS.fullmatch(folded):
        return folded.replace(",", "")
    if ACRONYM.fullmatch(folded):
        return folded.replace(".", "")
    return folded

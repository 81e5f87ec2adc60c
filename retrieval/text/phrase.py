"""Whether, and where, the words of a phrase stand in a text, side by side.

Case, diacritics and what stands between words do not matter.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from corpus.names import fold
from retrieval.text.letters import INSIDE

WORD = re.compile(rf"[^\W_](?:[^\W_]|[{INSIDE}])*")


def has_phrase(text: str, phrase: str) -> bool:
    """Whether a phrase stands in a text; one without a word stands in none."""
    wanted = _wanted(phrase)
    if not wanted or (text.isascii() and max(wanted, key=len) not in text.lower()):
        return False
    return f" {' '.join(wanted)} " in f" {' '.join(_words(text))} "


def phrase_spans(text: str, phrase: str) -> list[tuple[int, int]]:
    """Where a phrase stands: (start, end) in code points, from left to right."""
    wanted = _wanted(phrase)
    if not wanted:
        return []
    matches = list(WORD.finditer(text))
    words = [fold(match.group()) for match in matches]
    return [
        (matches[first].start(), matches[first + len(wanted) - 1].end())
        for first, word in enumerate(words)
        if word == wanted[0] and words[first : first + len(wanted)] == wanted
    ]


@lru_cache(1024)
def _wanted(phrase: str) -> Sequence[str]:
    return _words(phrase)


def _words(text: str) -> list[str]:
    if text.isascii():
        return WORD.findall(text.lower())
    return [fold(word) for word in WORD.findall(text)]

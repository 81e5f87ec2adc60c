"""Where the words of a phrase stand in a text."""

import re
from functools import lru_cache

from corpus.names import fold

WORD = re.compile(r"[^\W_]+")


def phrase_spans(text: str, phrase: str) -> list[tuple[int, int]]:
    """Where these words stand side by side: (start, end) in code points, from left to right.

    Case, diacritics and what stands between words do not matter. Empty where they do not stand, and
    for a phrase without a word.
    """
    wanted = _words(phrase)
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
def _words(phrase: str) -> list[str]:
    return [fold(word) for word in WORD.findall(phrase)]

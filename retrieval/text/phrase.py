"""Whether, and where, the words of a phrase stand in a text, side by side.

Case, diacritics, apostrophes and what stands between words do not matter.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from corpus.copies.fingerprints import SIGNS
from corpus.names import fold
from retrieval.text.languages.english import CONTRACTED
from retrieval.text.lazy_pattern import LazyPattern
from retrieval.text.letters import APOSTROPHES, INSIDE

_CONTRACTED = LazyPattern(CONTRACTED, re.IGNORECASE)
LETTERS = "".join(chr(code) if chr(code).isalnum() else " " for code in range(128))
WORD = re.compile(rf"[^\W_](?:[^\W_]|[{INSIDE}]|[{APOSTROPHES}](?=[^\W_]))*")


def has_phrase(text: str, phrase: str) -> bool:
    """Whether a phrase stands in a text; one without a word stands in none."""
    longest, run = _run(phrase)
    if not longest:
        return False
    text = _with_plain_signs(text)
    if longest not in (text.lower() if text.isascii() else fold(text)):
        return False  # sooner than word by word
    return run in _joined(_words(text))


def with_apostrophes(phrase: str) -> str:
    """The phrase as it is printed, where an apostrophe was left out: "wasnt there"."""
    return _CONTRACTED.sub(lambda match: "'".join(filter(None, match.groups())), phrase)


def phrase_spans(text: str, phrase: str) -> list[tuple[int, int]]:
    """Where a phrase stands: (start, end) in code points, from left to right."""
    wanted = _wanted(phrase)
    if not wanted:
        return []
    matches = list(WORD.finditer(text))
    words = [fold(_without_apostrophes(match.group())) for match in matches]
    return [
        (matches[first].start(), matches[first + len(wanted) - 1].end())
        for first, word in enumerate(words)
        if word == wanted[0] and words[first : first + len(wanted)] == wanted
    ]


def _with_plain_signs(text: str) -> str:
    """Without apostrophes, and signs that keep most texts from being ASCII: between words, any will
    do.
    """
    text = _without_apostrophes(text)
    if not text.isascii():
        for sign in SIGNS:
            text = text.replace(sign, " ")
    return text


def _without_apostrophes(text: str) -> str:
    for mark in APOSTROPHES if not text.isascii() else "'`":
        text = text.replace(mark, "")
    return text


@lru_cache(1024)
def _wanted(phrase: str) -> Sequence[str]:
    return _words(_with_plain_signs(phrase))


@lru_cache(1024)
def _run(phrase: str) -> tuple[str, str]:
    """Its longest word, and all of them as `_joined` words of a text have them."""
    wanted = _wanted(phrase)
    return max(wanted, key=len, default=""), _joined(wanted)


def _joined(words: Sequence[str]) -> str:
    return f" {' '.join(words)} "


def _words(text: str) -> list[str]:
    """Of a text with plain signs."""
    if text.isascii():  # many texts may have to be looked at
        return text.lower().translate(LETTERS).split()
    return [fold(word) for word in WORD.findall(text)]

"""Whether, and where, the words of a phrase stand in a text, side by side.

Case, diacritics and what stands between words do not matter, nor apostrophes that people leave out:
"cant", "the worlds". Others do: "well" is not "we'll", nor "its" "it's".
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from corpus.copies.fingerprints import SIGNS
from corpus.names import fold
from retrieval.text.languages.english import CONTRACTIONS
from retrieval.text.lazy_pattern import LazyPattern
from retrieval.text.letters import INSIDE, one_apostrophe

_TYPED = LazyPattern(
    r"\b(?:" + "|".join(f"({first})({last})" for first, last in CONTRACTIONS) + r")\b",
    re.IGNORECASE,
)
# Those with their apostrophe, and the genitive of words that are longer than "it".
_PRINTED = LazyPattern(
    r"\b(?:"
    + "|".join(f"(?:{first})'(?:{last})" for first, last in CONTRACTIONS)
    + r")\b|(?<=[^\W\d_]{3})'s\b",
    re.IGNORECASE,
)
JOINER = "\u2060"  # a sign in a word that `fold` leaves out
LETTERS = "".join(chr(code) if chr(code).isalnum() else " " for code in range(128))
WORD = re.compile(rf"[^\W_](?:[^\W_]|[{INSIDE}])*")


def has_phrase(text: str, phrase: str) -> bool:
    """Whether a phrase stands in a text; one without a word stands in none."""
    longest, run = _run(phrase)
    if not run.strip():
        return False
    text = _with_plain_signs(text)
    if longest not in (text.lower() if text.isascii() else fold(text)):
        return False  # sooner than word by word
    return run in _joined(_words(text))


def with_apostrophes(phrase: str) -> str:
    """The phrase as it is printed, where an apostrophe was left out: "wasnt there"."""
    return _TYPED.sub(lambda match: "'".join(filter(None, match.groups())), phrase)


def phrase_spans(text: str, phrase: str) -> list[tuple[int, int]]:
    """Where a phrase stands: (start, end) in code points, from left to right."""
    wanted = _wanted(phrase)
    if not wanted:
        return []
    matches = list(WORD.finditer(_contracted(one_apostrophe(text), JOINER)))
    words = [fold(match.group()) for match in matches]
    return [
        (matches[first].start(), matches[first + len(wanted) - 1].end())
        for first, word in enumerate(words)
        if word == wanted[0] and words[first : first + len(wanted)] == wanted
    ]


def _with_plain_signs(text: str) -> str:
    """With one apostrophe, and without the signs that keep most texts from being ASCII: between
    words, any will do.
    """
    text = one_apostrophe(text)
    if not text.isascii():
        for sign in SIGNS:
            text = text.replace(sign, " ")
    return text


def _contracted(text: str, instead: str = "") -> str:
    """With something in the place of apostrophes that people leave out."""
    if "'" not in text:
        return text
    return _PRINTED.sub(lambda match: match.group().replace("'", instead), text)


@lru_cache(1024)
def _wanted(phrase: str) -> Sequence[str]:
    return _words(_with_plain_signs(phrase))


@lru_cache(1024)
def _run(phrase: str) -> tuple[str, str]:
    """Its longest word that no text has with an apostrophe, and all of them as `_joined` words of a
    text have them.
    """
    wanted = _wanted(phrase)
    plain = [word for word in wanted if not (word.endswith("s") or _TYPED.fullmatch(word))]
    return max(plain, key=len, default=""), _joined(wanted)


def _joined(words: Sequence[str]) -> str:
    return f" {' '.join(words)} "


def _words(text: str) -> list[str]:
    """Of a text with plain signs."""
    text = _contracted(text)
    if text.isascii():  # many texts may have to be looked at
        return text.lower().translate(LETTERS).split()
    return [fold(word) for word in WORD.findall(text)]

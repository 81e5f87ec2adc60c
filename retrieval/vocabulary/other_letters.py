"""Words → those of a language in other letters that sound so: `lukashenko`, Лукашенко."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from corpus.names import fold
from retrieval.engines.engine import Found, View
from retrieval.question.question import Analysis, Question
from retrieval.text.languages.table import BY_CODE
from retrieval.text.letters import latin
from retrieval.vocabulary.spelling import SHORTEST

LATIN = "abcdefghijklmnopqrstuvwxyz"
DIGRAPHS = ("sh", "zh", "ch", "kh", "ts", "tz")
CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюяё"
# One spelling for all that Latin letters make of one sound: Šimašius, Shimashyus.
SOUNDS = (
    ("shch", "s"), ("sch", "s"), ("sh", "s"), ("zh", "z"), ("ch", "c"), ("kh", "h"), ("ts", "c"),
    ("tz", "c"), ("x", "ks"), ("w", "v"), ("j", "i"), ("y", "i"), ("'", ""), ("’", ""),
)  # fmt: skip
DOUBLED = re.compile(r"(.)\1+")
LAST_VOWEL = re.compile("[aeiou]$")  # which a case has changed
ENDING = 2  # letters that the stem of a name lacks at most
SHORTEST_STEM = 5  # letters of one that lacks any: Тарту is no tart
SHORTEST_IN_SMALL = 6  # letters of a word that is typed without a capital: `цена` is no Cena

_LETTER_OF = {latin(letter): letter for letter in reversed(CYRILLIC) if len(latin(letter)) == 1}
_LETTER_OF |= {"iu": "ю", "ia": "я", "c": "ч"}
_LETTERS = re.compile("|".join(sorted(_LETTER_OF, key=len, reverse=True)))


def in_their_letters(question: Question, found: Found, view: View) -> Question:
    """The question with words read in the letters of each language that has others.

    Latin words wherever it has such a word; of those that are Latin there only what nobody printed,
    as the spelling that a letter mostly has was looked for already.
    """
    return replace(question, analyses=tuple(_read(one, found, view) for one in question.analyses))


def _read(analysis: Analysis, found: Found, view: View) -> Analysis:
    is_latin = BY_CODE[analysis.language].is_latin
    heard = {
        term: sound(word)
        for term in analysis.terms
        if (word := analysis.written.get(term, term)).isalpha()
        and len(word) >= (SHORTEST if word[0].isupper() or not is_latin else SHORTEST_IN_SMALL)
        and (latin(word) is not word) is is_latin
        and not (is_latin and found.frequencies.get(term))
    }
    starts = _beginnings(LATIN if is_latin else CYRILLIC) if heard else {}
    prefixes = [prefix for one in heard.values() for prefix in starts.get(one[:2], ())]
    near = [one if is_latin else _in_cyrillic(one) for one in heard.values()]
    vocabulary = view.vocabulary(prefixes, near) if prefixes else {}
    for term, one in heard.items():
        if (known := _nearest(one, vocabulary)) is not None:
            analysis = analysis.corrected(term, known, analysis.written.get(term, term))
    return analysis


def _nearest(heard: str, vocabulary: Mapping[str, int]) -> str | None:
    """The term that leaves least of what is heard; of several the one that most passages have."""
    sounds = {known: sound(known) for known in vocabulary if len(known) >= SHORTEST}
    left = {
        known: abs(len(heard) - len(one))
        for known, one in sounds.items()
        if heard.startswith(LAST_VOWEL.sub("", one))
    }
    near = [
        known
        for known, letters in left.items()
        if letters == 0 or (letters <= ENDING and len(known) >= SHORTEST_STEM)
    ]
    return min(near, key=lambda known: (left[known], -vocabulary[known], known), default=None)


def sound(word: str) -> str:
    """Latin letters, one for each sound."""
    if latin(word) is word:
        return DOUBLED.sub(r"\1", _heard(fold(word)))
    return DOUBLED.sub(r"\1", "".join(_heard(latin(letter)) for letter in word))


def _heard(letters: str) -> str:
    for some, instead in SOUNDS:
        letters = letters.replace(some, instead)
    return letters


def _in_cyrillic(heard: str) -> str:
    """A spelling of what is heard, for engines that look only for what is near some word."""
    return _LETTERS.sub(lambda match: _LETTER_OF[match.group()], heard)


@cache
def _beginnings(letters: str) -> Mapping[str, Sequence[str]]:
    """How words begin, by how they begin to sound: with one letter or two, or `sh` and another."""
    found: dict[str, list[str]] = {}
    firsts = (*letters, *DIGRAPHS) if letters == LATIN else tuple(letters)
    for first in firsts:
        pairs = [first] if len(sound(first)) > 1 else [first + second for second in letters]
        for pair in pairs:
            found.setdefault(sound(pair)[:2], []).append(pair)
    return found

"""How common a word is in a language, whatever an archive holds.

A small archive cannot tell: of its few passages hardly any has "happened", which is no name for all
that. The counts are those of wordfreq (Speer, rspeer/wordfreq, 2022), from news, books, subtitles
and the web.
"""

import gzip
from collections.abc import Collection
from functools import cache
from importlib.util import find_spec
from math import exp
from pathlib import Path

import msgspec

PASSAGE_WORDS = 45  # of a paragraph of news, on average


def share_of_passages(word: str, language: str) -> float:
    """The share of passages, 0 to 1, that would have this word; 0 for one that is not known."""
    return 1 - exp(-PASSAGE_WORDS * _frequencies(language).get(word.lower(), 0.0))


def words_of(language: str) -> Collection[str]:
    """The language's words, in lower case; among them abbreviations, numbers and the like."""
    return _frequencies(language).keys()


@cache
def _frequencies(language: str) -> dict[str, float]:
    """Share of all words by word, in lower case; none for a language without counts.

    wordfreq's own file, read without its modules, which take longer to import than this. It is
    lists of words behind a header, one list a centibel: the words of list n are 10 ** (-n / 100)
    of all.
    """
    try:
        packed = (_folder() / f"small_{language}.msgpack.gz").read_bytes()
    except FileNotFoundError:
        return {}
    _, *lists = msgspec.msgpack.decode(gzip.decompress(packed))
    found: dict[str, float] = {}
    for n, words in enumerate(lists):
        found |= dict.fromkeys(words, 10 ** (-n / 100))
    return found


def _folder() -> Path:
    spec = find_spec("wordfreq")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("wordfreq is not installed")
    return Path(spec.origin).with_name("data")

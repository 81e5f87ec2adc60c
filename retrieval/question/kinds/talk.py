"""How much words sound like talk among people, which no archive answers; learned, for English.

"Who's bringing the snacks" asks something, and each of its words is in the news: no word tells that
nothing is to be looked up, all together do. This is a logistic regression on words and on pairs of
neighbours, whose weights lie in `english_talk.txt`: tests/benchmarks/learn_talk.py.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from math import exp, fsum, log
from pathlib import Path

from retrieval.text.word_frequency import share_of_passages

WORD = re.compile(r"\d+(?:[.,:/-]\d+)*|[^\W\d_]+(?:['-][^\W\d_]+)*|[?!]+|[:;=][-']?[()DPp]")
START, END = "^", "$"
NUMBER = "#"
NAME = "<name>"
RARE, MOST_RARE = 7.0, 4  # nats that a rare word tells; more such words count no further
BIAS = "<bias>"
WEIGHED = 8  # texts; of one question the same is weighed again and again
LEARNED = {"en": "english"}


@lru_cache(WEIGHED)
def chance_of_talk(text: str, language: str) -> float:
    """0 to 1; 0 in a language that this was not learned for. `text` has straight apostrophes."""
    weights = _weights(language)
    if not weights:
        return 0.0
    told = fsum(weights.get(sign, 0.0) for sign in signs_of(text, language))
    return 1 / (1 + exp(-told - weights[BIAS]))


def signs_of(text: str, language: str) -> frozenset[str]:
    """Words, in lower case; pairs of neighbours, the start and the end among them; whether there is
    a name, and that there are 1, 2, … rare words. A number is as good as another.
    """
    written = WORD.findall(text)
    words = [_as_counted(word) for word in written]
    rare = sum(_is_rare(word, language) for word in words)
    signs = {*words, *map(" ".join, pairwise((START, *words, END)))}
    signs.update(f"<rare {count}>" for count in range(1, min(rare, MOST_RARE) + 1))
    if not (text.isupper() or text.istitle()):
        signs.update(NAME for word in written[1:] if word[0].isupper() and not _is_oneself(word))
    return frozenset(signs)


def _as_counted(word: str) -> str:
    return NUMBER if word[0].isdecimal() else word.lower()


def _is_oneself(word: str) -> bool:
    return word == "I" or word.startswith("I'")


def _is_rare(word: str, language: str) -> bool:
    share = share_of_passages(word, language)
    return word[0].isalpha() and -log(max(share, 1e-9)) >= RARE


@cache
def _weights(language: str) -> dict[str, float]:
    """By sign. A line of the file is a weight and a sign."""
    name = LEARNED.get(language)
    return dict(_read(Path(__file__).with_name(f"{name}_talk.txt"))) if name else {}


def _read(file: Path) -> Iterator[tuple[str, float]]:
    for line in file.read_text("utf-8").splitlines():
        weight, _, sign = line.partition(" ")
        yield sign, float(weight)

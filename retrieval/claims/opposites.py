"""Words that say the contrary of each other: "won" and "lost"."""

from functools import cache
from itertools import permutations

from retrieval.claims.english import OPPOSITES
from retrieval.question.kinds.english import ENGLISH
from retrieval.text.analyser import analyser


def are_opposites(one: str, other: str) -> bool:
    """Of two terms."""
    return (one, other) in _pairs()


@cache
def _pairs() -> frozenset[tuple[str, str]]:
    """Either way."""
    pairs = [map(term_of, pair.split("/")) for pair in OPPOSITES.split()]
    return frozenset(turned for pair in pairs for turned in permutations(pair, 2))


def term_of(word: str) -> str:
    """What a word is a form of; a small word is one by itself."""
    return "".join(analyser(ENGLISH.code).terms(word.lower())) or word.lower()

"""How common a word is in a language, whatever an archive holds.

A small archive cannot tell: of its few passages hardly any has "happened", which is no name for all
that. The counts are those of wordfreq (Speer, rspeer/wordfreq, 2022), from news, books, subtitles
and the web.
"""

from collections.abc import Collection
from functools import cache
from math import exp

PASSAGE_WORDS = 45  # of a paragraph of news, on average


def share_of_passages(word: str, language: str) -> float:
    """The share of passages, 0 to 1, that would have this word; 0 for one that is not known."""
    return 1 - exp(-PASSAGE_WORDS * _frequencies(language).get(word.lower(), 0.0))


def words_of(language: str) -> Collection[str]:
    """The language's words, in lower case; among them abbreviations, numbers and the like."""
    return _frequencies(language).keys()


@cache
def _frequencies(language: str) -> dict[str, float]:
    """Share of all words by word, in lower case; none for a language without counts."""
    import wordfreq  # noqa: PLC0415 (start-up time of what asks nothing)

    if language not in wordfreq.available_languages("small"):
        return {}
    return wordfreq.get_frequency_dict(language, "small")

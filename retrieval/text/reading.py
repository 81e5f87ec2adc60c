"""A text, read once: its sentences with their words and terms, for all that looks into it."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from retrieval.text.analyser import analyser
from retrieval.text.sentences import sentences

HEADLINES = 256  # of some answers; several look into each


class Sentence(NamedTuple):
    """`text[start:end]`, white space behind it included; the term of each word, "" for none."""

    start: int
    end: int
    words: Sequence[str]
    terms: Sequence[str]


@lru_cache(HEADLINES)
def read_headline(title: str, language: str) -> tuple[Sequence[str], Sequence[str]]:
    """Its words, and the term of each, "" for none."""
    return analyser(language).words(title)


def read(text: str, language: str) -> list[Sentence]:
    """The sentences of a text, which are together the whole of it."""
    words = analyser(language).words
    return [
        Sentence(start, end, *words(text[start:end])) for start, end in sentences(text, language)
    ]

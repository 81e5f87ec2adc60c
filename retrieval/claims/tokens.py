"""A sentence's words with what tells their roles."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from retrieval.claims.english import NO_NAMES, SAME
from retrieval.question.kinds.statements import WORD
from retrieval.text.analyser import analyser

CACHED = 1000  # texts


class Token(NamedTuple):
    """A word, its place in the text, and its term, "" for a stop word."""

    word: str
    start: int
    end: int
    term: str

    @property
    def lower(self) -> str:
        return self.word.lower().replace("’", "'")

    @property
    def is_name(self) -> bool:
        """Whether it is written as names are; months and weekdays are none."""
        return self.word[0].isupper() and self.lower not in NO_NAMES


@lru_cache(CACHED)
def tokens(text: str, language: str) -> tuple[Token, ...]:
    """The words of a text, in order; kept, as one claim is held against many sentences."""
    analyse = analyser(language)

    def term(word: str) -> str:
        lowered = "".join(analyse.terms(word.lower()))
        as_written = lowered and not word.islower() and not text.isupper()
        return "".join(analyse.terms(word)) if as_written else lowered

    return tuple(
        Token(text[match.start() : match.end()], *match.span(), term(match.group()))
        for match in WORD.finditer(text.replace("’", "'"))
    )


def like(term: str) -> str:
    """One term for those that mean the same to whoever counts."""
    return SAME.get(term, term)


def terms_of(some: Iterable[Token]) -> frozenset[str]:
    return frozenset(token.term for token in some if token.term)


def span(text: str, some: Sequence[Token]) -> str:
    """The text from the first token to the last."""
    return text[some[0].start : some[-1].end]

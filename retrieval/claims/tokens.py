"""A sentence's words with what tells their roles."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from retrieval.claims.english import NO_NAMES, SAME
from retrieval.question.kinds.statements import WORD
from retrieval.text.analyser import analyser


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


def tokens(text: str, language: str) -> list[Token]:
    """The words of a text, in order."""
    analyse = analyser(language)
    found = []
    for match in WORD.finditer(text.replace("’", "'")):
        word = match.group()
        term = "".join(analyse.terms(word.lower() if text.isupper() else word))
        lowered = "".join(analyse.terms(word.lower()))
        found.append(Token(text[match.start() : match.end()], *match.span(), lowered and term))
    return found


def like(term: str) -> str:
    """One term for those that mean the same to whoever counts."""
    return SAME.get(term, term)


def terms_of(some: Iterable[Token]) -> frozenset[str]:
    return frozenset(token.term for token in some if token.term)


def span(text: str, some: Sequence[Token]) -> str:
    """The text from the first token to the last."""
    return text[some[0].start : some[-1].end]

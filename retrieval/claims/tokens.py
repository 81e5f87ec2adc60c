"""A sentence's words with what tells their roles."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from retrieval.claims.english import AUXILIARIES, BETWEEN, EMPTY_VERBS, MODALS, NO_NAMES, SAME
from retrieval.question.kinds.english import ENGLISH
from retrieval.question.kinds.statements import WORD, main_verb
from retrieval.text.analyser import analyser

CACHED = 1000  # texts
OWNER = re.compile(r"'s|s'(?!\w)")
NAMED = re.compile(r"\b(?P<part>Will)(?= [A-Z][a-z])")  # that looks like a verb: "Will Smith"


class Token(NamedTuple):
    """A word, its place in the text, and its term, "" for a stop word."""

    word: str
    start: int
    end: int
    term: str
    is_part: bool = False  # of a name, though it looks like a verb: "Will Smith"
    is_owner: bool = False  # "Rudna's", "Gludkis'"

    @property
    def lower(self) -> str:
        """In lower case, to be looked up among small words; a part of a name is none of them."""
        return self.word if self.is_part else self.word.lower().replace("’", "'")

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

    straight = text.replace("’", "'")
    parts = {match.start("part") for match in NAMED.finditer(text)}
    return tuple(
        Token(
            text[match.start() : match.end()],
            *match.span(),
            term(match.group()),
            match.start() in parts and not text.isupper(),
            OWNER.search(straight, match.end() - 2, match.end() + 1) is not None,
        )
        for match in WORD.finditer(straight)
    )


def like(term: str) -> str:
    """One term for those that mean the same to whoever counts."""
    return SAME.get(term, term)


def terms_of(some: Iterable[Token]) -> frozenset[str]:
    return frozenset(token.term for token in some if token.term)


def names_of(some: Sequence[Token]) -> list[tuple[str, ...]]:
    """The terms of each run of words that are written as names are."""
    runs: list[list[str]] = [[]]
    for token in some:
        if token.is_name and token.term:
            runs[-1].append(token.term)
        else:
            runs.append([])
    return [tuple(run) for run in runs if run]


def subject_of(said: Sequence[Token]) -> frozenset[str]:
    """The terms of the first name that is not whose something is, nor "of Rudna", "in Rudna".

    What stands behind a comma ("Gludkis, Rudna Port, sold") is no part of it.
    """
    run: list[Token] = []
    is_led = False
    for token in (*said, None):
        is_apart = bool(token and run and token.start - run[-1].end > 1)
        if token is not None and token.is_name and token.term and not is_apart:
            run.append(token)
            continue
        if run and not (is_led or run[-1].is_owner):
            break
        run = []
        is_led = token is not None and token.lower in ENGLISH.prepositions
    return terms_of(run)


def span(text: str, some: Sequence[Token]) -> str:
    """The text from the first token to the last."""
    return text[some[0].start : some[-1].end]


def verb_of(said: Sequence[Token]) -> str | None:
    """What a claim's verb is like; None for a mere "is", "has" or "got"."""
    place = main_verb([token.word for token in said], ENGLISH)
    while place is not None and place < len(said) and said[place].lower in AUXILIARIES | BETWEEN:
        place += 1
    if place is None or place >= len(said) or said[place].lower in EMPTY_VERBS:
        return None
    return like(said[place].term) if is_verbal(said[place]) else None


def is_verbal(token: Token) -> bool:
    """Whether it is no noun of an act, such as "conviction"."""
    lower = token.lower
    return (
        lower.endswith(("ed", "en", "ing"))
        or lower in ENGLISH.finite | ENGLISH.unchanged
        or lower in SAME
    )


def may_be_verb(words: Sequence[Token], place: int) -> bool:
    """Whether a word, found for its term, stands as a fact's verb here: no noun, no plan."""
    token, before = words[place], words[max(0, place - 1) : place]
    lower = token.lower
    if any(one.lower in MODALS or one.lower.endswith(("'s", "s'")) for one in before):
        return False
    is_finite = lower in ENGLISH.finite | ENGLISH.unchanged or lower.endswith(("ed", "en"))
    return is_finite or any(one.lower in AUXILIARIES for one in before)

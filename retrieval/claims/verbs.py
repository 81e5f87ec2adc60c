"""A claim's verb, and words that stand as one in what is printed."""

from collections.abc import Sequence

from retrieval.claims.english import AUXILIARIES, BETWEEN, EMPTY_VERBS, MODALS, SAME
from retrieval.claims.tokens import Token, like
from retrieval.question.kinds.english import ENGLISH
from retrieval.question.kinds.statements import main_verb


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
    return lower.endswith(("ed", "en", "ing")) or lower in ENGLISH.finite or lower in SAME


def may_be_verb(words: Sequence[Token], place: int) -> bool:
    """Whether a word, found for its term, stands as a fact's verb here: no noun, no plan."""
    token, before = words[place], words[max(0, place - 1) : place]
    lower = token.lower
    if any(one.lower in MODALS or one.lower.endswith(("'s", "s'")) for one in before):
        return False
    is_finite = lower in ENGLISH.finite or lower.endswith(("ed", "en"))
    return is_finite or any(one.lower in AUXILIARIES for one in before)

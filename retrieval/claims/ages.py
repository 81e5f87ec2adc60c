"""Ages of the same person."""

import re
from collections.abc import Iterator, Sequence

from retrieval.answer import Difference
from retrieval.claims.english import AGES
from retrieval.claims.tokens import Token, terms_of, tokens
from retrieval.question.kinds.english import ENGLISH

NEAR = 60  # characters between a verb and its year, a name and its age
LEAST = 2  # terms of whom an age is told behind it
OWN = re.compile(r"\b(?:his|her|its|their|whose) +$", re.I)  # another's age: "their 8-year-old son"
BEHIND = 5  # words behind an age among which they stand: "the 18-year-old mayor of Rudna"


def ages_differing(claim: str, sentence: str, said: Sequence[Token]) -> Iterator[Difference]:
    """The only age in a sentence, of the same name."""
    stated, found = AGES.search(claim), list(AGES.finditer(sentence))
    if stated is None or len({_age(match) for match in found}) != 1:
        return
    names = {token.term for token in said if token.end <= stated.start() + 1 and token.term}
    for match in found:
        words = tokens(sentence[: match.start()], ENGLISH.code)
        behind = tokens(sentence[match.end() :], ENGLISH.code)[:BEHIND]
        if match["d"] and len(names) >= LEAST and names <= terms_of(behind):
            if _age(match) != _age(stated):
                yield Difference(_age(stated), _age(match))
            return
        if OWN.search(sentence[: match.start()] + " "):
            continue
        places = [
            place for place, token in enumerate(words) if token.term in names and not token.is_owner
        ]
        if not places or match.start() - words[places[-1]].end > NEAR:
            continue
        is_other = any(token.is_name for token in words[places[-1] + 1 :])
        is_whole = len(names & terms_of(_run(words, places[-1]))) >= min(2, len(names))
        is_alone = len(_run(words, places[-1])) == 1
        if not is_other and (is_whole or is_alone) and _age(match) != _age(stated):
            yield Difference(_age(stated), _age(match))
            return


def _run(words: Sequence[Token], place: int) -> Sequence[Token]:
    """The capitalised words that end here: a whole name."""
    first = place
    while first and words[first - 1].is_name:
        first -= 1
    return words[first : place + 1]


def _age(match: re.Match[str]) -> str:
    return next(value for value in match.groupdict().values() if value)

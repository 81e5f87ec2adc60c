"""Ages of the same person."""

import re
from collections.abc import Iterator, Sequence

from retrieval.answer import Difference
from retrieval.claims.english import AGES
from retrieval.claims.tokens import Token, subject_of, terms_of, tokens, verb_of
from retrieval.question.kinds.english import ENGLISH

NEAR = 60  # characters between a verb and its year, a name and its age
LEAST = 2  # terms of whom an age is told behind it
OWN = re.compile(r"\b(?:his|her|its|their|whose) +$", re.I)  # another's age: "their 8-year-old son"
BEHIND = 5  # words behind an age among which they stand: "the 18-year-old mayor of Rudna"


def ages_differing(claim: str, sentence: str, said: Sequence[Token]) -> Iterator[Difference]:
    """The only age in a sentence, of the same name."""
    stated, found = _stated(claim), list(AGES.finditer(sentence))
    if stated is None or len({_age(match) for match in found}) != 1:
        return
    before = [token for token in said if token.end <= stated.start() + 1]
    names = subject_of(before) or terms_of(before) - {verb_of(said)}
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
        run = _run(words, places[-1])
        is_other = any(token.is_name and token.start > run[-1].end for token in words)
        is_whole = len(names & terms_of(run)) >= min(2, len(names))
        is_alone = len(run) == 1
        if not is_other and (is_whole or is_alone) and _age(match) != _age(stated):
            yield Difference(_age(stated), _age(match))
            return


def _stated(claim: str) -> re.Match[str] | None:
    """The age that a claim states; none where it only says who: "a 15-year-old boy is hurt"."""
    stated = AGES.search(claim)
    is_told_of = stated and stated["d"] and re.match(r" \w", claim[stated.end() :])
    return None if is_told_of else stated


def _run(words: Sequence[Token], place: int) -> Sequence[Token]:
    """The capitalised words that stand here: a whole name."""
    first, last = place, place
    while first and _is_part(words[first - 1]):
        first -= 1
    while last + 1 < len(words) and _is_part(words[last + 1]):
        last += 1
    return words[first : last + 1]


def _is_part(token: Token) -> bool:
    """Of a name: no "The", with which a sentence begins."""
    return token.is_name and bool(token.term)


def _age(match: re.Match[str]) -> str:
    return next(value for value in match.groupdict().values() if value)

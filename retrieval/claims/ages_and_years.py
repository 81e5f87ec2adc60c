"""Ages and years: of the same person, of the same event."""

import re
from collections.abc import Iterator, Sequence

from retrieval.answer import Difference
from retrieval.claims.english import AGES, MONTHS
from retrieval.claims.numbers import YEAR
from retrieval.claims.tokens import Token, terms_of, tokens
from retrieval.question.kinds.english import ENGLISH

DATED = re.compile(
    rf"\bin (?:(?:early|late|{MONTHS}) )?(?P<year>(?:1[5-9]|20)\d\d)(?![\w%-]|[.,]\d)"
    rf"|\b{MONTHS} \d{{1,2}}, (?P<day_year>(?:1[5-9]|20)\d\d)\b",
    re.I,
)
NEAR = 60  # characters between a verb and its year, a name and its age
LEAST = 2  # terms of a claim before its year: of whom, and what


def years_differing(
    claim: str, sentence: str, said: Sequence[Token], printed: Sequence[Token]
) -> Iterator[Difference]:
    """The only year of a claim, and the only one behind the same verb of the same subject."""
    years, found = list(DATED.finditer(claim)), list(DATED.finditer(sentence))
    if len(years) != 1 or len(found) != 1 or len(YEAR.findall(sentence)) != 1:
        return
    stated, other = (
        years[0]["year"] or years[0]["day_year"],
        (found[0]["year"] or found[0]["day_year"]),
    )
    if stated == other:
        return
    place = years[0].start()
    before = [token for token in said if token.end <= place and token.term]
    if len(before) < LEAST:
        return
    subjects, verb = {token.term for token in before[:-1]}, before[-1].term
    year = found[0].start()
    verbs = [token for token in printed if token.term == verb and token.end <= year]
    if not verbs or year - verbs[-1].end > NEAR:
        return
    between = [token for token in printed if verbs[-1].end <= token.start < year]
    is_other = any(token.lower in ENGLISH.finite for token in between)
    is_its = any(token.term in subjects for token in printed if token.end <= verbs[-1].start)
    if is_its and not is_other:
        yield Difference(stated, other)


def ages_differing(claim: str, sentence: str, said: Sequence[Token]) -> Iterator[Difference]:
    """The only age in a sentence, of the same name."""
    stated, found = AGES.search(claim), list(AGES.finditer(sentence))
    if stated is None or len({_age(match) for match in found}) != 1:
        return
    names = {token.term for token in said if token.end <= stated.start() + 1 and token.term}
    for match in found:
        words = tokens(sentence[: match.start()], ENGLISH.code)
        places = [place for place, token in enumerate(words) if token.term in names]
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

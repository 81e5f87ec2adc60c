"""Figures of the same kind that differ: amounts of the same thing, scores, ages, years."""

import re
from collections.abc import Iterator, Sequence

from retrieval.answer import Difference
from retrieval.claims.ages_and_years import ages_differing, years_differing
from retrieval.claims.english import AGES, MODALS
from retrieval.claims.numbers import Figure, figures
from retrieval.claims.tokens import Token, like, terms_of, tokens
from retrieval.claims.verbs import is_verbal, verb_of
from retrieval.question.kinds.english import ENGLISH
from retrieval.text.word_frequency import share_of_passages

SCORE = re.compile(
    r"(?<![\w-])(?<!ages )(?<!aged )(\d{1,3})[-–](\d{1,3})"
    r"(?![\w-]|\s*(?:%|per ?cent|people|years?|months?|weeks?|days?|hours?|minutes?|feet|miles)\b)"
)
SHARED = 2  # terms beside the noun that make two figures be of the same thing
NEAR = 60  # characters between a verb and its figure


def figures_differing(claim: str, sentence: str, language: str) -> Iterator[Difference]:
    """Those of a claim that one sentence prints otherwise."""
    said, printed = tokens(claim, language), tokens(sentence, language)
    yield from ages_differing(claim, sentence, said)
    shared = {like(term) for term in terms_of(said)} & {like(term) for term in terms_of(printed)}
    yield from _scores(claim, sentence, shared)
    yield from years_differing(claim, sentence, said, printed)
    ages = [match.span() for match in AGES.finditer(claim)]
    verb = verb_of(said)
    for figure in figures(claim, said):
        if any(start <= figure.start < end for start, end in ages):
            continue
        others = [
            other
            for other in figures(sentence, printed)
            if _is_alike(figure, other)
            and (verb is None or _goes_with(verb, other.start, printed, sentence))
        ]
        rest = shared - {like(noun) for noun in figure.nouns}
        if others and len(rest) >= SHARED and _is_about(said, printed, figure, rest):
            yield from _compared(figure, others)


def _is_about(
    said: Sequence[Token], printed: Sequence[Token], figure: Figure, shared: set[str]
) -> bool:
    """Whether the claim's rarest word is printed, or what stands beside it in a name: "Musk"."""
    words = [t for t in said if t.term and t.term not in figure.nouns and not t.word[0].isdigit()]
    rare = min(words, key=lambda token: share_of_passages(token.word, ENGLISH.code), default=None)
    if rare is None or like(rare.term) in shared:
        return rare is not None
    place = said.index(rare)
    beside = terms_of(said[max(0, place - 1) : place + 2])
    return any(token.is_name and token.term in beside for token in printed)


def _goes_with(verb: str, at: int, printed: Sequence[Token], sentence: str) -> bool:
    """Whether that verb stands near a figure, as a fact, in the same part of the sentence."""
    for place, token in enumerate(printed):
        before = {one.lower for one in printed[:place]}
        is_plan = not MODALS.isdisjoint(one.lower for one in printed[max(0, place - 1) : place])
        if like(token.term) != verb or is_plan or "if" in before or not is_verbal(token):
            continue
        between = sentence[min(at, token.end) : max(at, token.start)]
        if len(between) <= NEAR and not re.search(r"[,;:—–]", between):
            return True
    return False


def _compared(figure: Figure, others: list[Figure]) -> Iterator[Difference]:
    """With several other figures of the kind nobody knows which is meant."""
    same = [other for other in others if other.value == figure.value]
    if not same and len({other.value for other in others}) == 1:
        yield Difference(figure.text, f"{others[0].bound}{others[0].text}")
    elif same and not figure.bound and all(other.bound for other in same):
        yield Difference(figure.text, f"{same[0].bound}{same[0].text}")


def _is_alike(figure: Figure, other: Figure) -> bool:
    if figure.unit or other.unit:
        is_led = bool(figure.led_by and other.led_by) and figure.led_by != other.led_by
        return figure.unit == other.unit and not is_led
    is_begun = figure.nouns[:1] == other.nouns[:1] != ()
    return is_begun and set(figure.nouns) <= set(other.nouns)


def _scores(claim: str, sentence: str, shared: set[str]) -> Iterator[Difference]:
    said, printed = SCORE.search(claim), list(SCORE.finditer(sentence))
    if said is None or len(printed) != 1 or len(shared) < SHARED:
        return
    if sorted(said.groups()) != sorted(printed[0].groups()):
        yield Difference(said.group(), printed[0].group())

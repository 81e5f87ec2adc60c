"""Figures of the same kind that differ: amounts of the same thing, scores, ages, years."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from retrieval.answer import Difference
from retrieval.claims.english import (
    AGES,
    AUXILIARIES,
    CURRENCIES,
    EMPTY_VERBS,
    MODALS,
    NO_LESS,
    NO_MORE,
    SETTLED,
)
from retrieval.claims.quantities.ages import ages_differing
from retrieval.claims.quantities.days import are_at_other_times, days_differing
from retrieval.claims.quantities.numbers import Figure, figures
from retrieval.claims.tokens import (
    Token,
    is_verbal,
    like,
    names_of,
    subject_of,
    terms_of,
    tokens,
    verb_of,
)
from retrieval.question.kinds.english import ENGLISH
from retrieval.text.word_frequency import share_of_passages

SCORE = re.compile(
    r"(?<![\w(-])(?<!ages )(?<!aged )(\d{1,3})[-–](\d{1,3})"
    r"(?![\w-]|\s*(?:%|per ?cent|people|years?|months?|weeks?|days?|hours?|minutes?|feet|miles)\b)"
)
AMOUNTS = frozenset((*CURRENCIES.values(), "%"))
SHARED = 2  # terms beside the noun that make two figures be of the same thing
ROUNDED = 0.02  # of an amount, or of what is counted in millions: how far a round number is off
LARGE = 1e6
NEARLY = 0.1  # of a figure that is a bound or a guess: what else it may be
SHORTLY = 5  # words from a figure on, among which its verb begins
NEAR = 60  # characters between a verb and its figure


def figures_differing(claim: str, sentence: str, language: str) -> Iterator[Difference]:
    """Those of a claim that one sentence prints otherwise."""
    said, printed = tokens(claim, language), tokens(sentence, language)
    yield from ages_differing(claim, sentence, said)
    shared = {like(term) for term in terms_of(said)} & {like(term) for term in terms_of(printed)}
    yield from _scores(claim, sentence, terms_of(printed))
    yield from days_differing(claim, sentence, said, printed)
    if are_at_other_times(claim, sentence) or _are_one_name(said, printed):
        return
    ages = [match.span() for match in AGES.finditer(claim)]
    for figure in figures(claim, said):
        if any(start <= figure.start < end for start, end in ages):
            continue
        alike = [other for other in figures(sentence, printed) if _is_alike(figure, other)]
        others = [one for one in alike if _is_said(said, figure, printed, one, sentence)]
        if any(one.value == figure.value and one not in others for one in alike):
            continue
        rest = shared - {like(noun) for noun in figure.nouns}
        least = 1 if figure.unit == "sentence" else SHARED
        if others and len(rest) >= least and _is_about(said, printed, figure, rest):
            yield from _compared(figure, others)


def _are_one_name(said: Sequence[Token], printed: Sequence[Token]) -> bool:
    """Whether two names of the claim are printed as one: "Rudna Ferries" of town and ferry."""
    names = names_of(said)
    held = (sum(not set(name).isdisjoint(run) for name in names) for run in names_of(printed))
    return any(count > 1 for count in held)


def _is_said(
    said: Sequence[Token], figure: Figure, printed: Sequence[Token], other: Figure, sentence: str
) -> bool:
    """Whether the other figure is told of the same: of the same verb, or of whom it sentences."""
    if figure.unit == "sentence":
        return _is_sentenced(said, printed, other.start)
    verb = verb_of(said)
    if verb is not None:
        return _goes_with(verb, other.start, printed, sentence)
    if _is_to_come(printed, other.start) and not _is_to_come(said, figure.start):
        return False
    pairs = ((said, figure), (printed, other))
    return figure.unit not in AMOUNTS or all(_is_had(words, one.start) for words, one in pairs)


def _is_to_come(words: Sequence[Token], at: int) -> bool:
    """Whether what is counted there will, may or should be: "652 million people will see it"."""
    behind = (token.lower for token in words if token.start >= at)
    return not (MODALS - {"to"}).isdisjoint(islice(behind, SHORTLY))


def _is_had(words: Sequence[Token], at: int) -> bool:
    """Whether an amount is what something is, or has: it stands behind that verb."""
    before = [token.lower for token in words if token.end <= at][-1:]
    return not (AUXILIARIES | EMPTY_VERBS).isdisjoint(before)


def _is_sentenced(said: Sequence[Token], printed: Sequence[Token], at: int) -> bool:
    """Whether the claim's first name stands before, and not as "of Gludkis" or "Gludkis' wife"."""
    names = names_of(said)
    who = names[0] if names else terms_of(said[:SHARED])
    for place, token in enumerate(printed):
        is_last = not printed[place + 1 : place + 2] or not printed[place + 1].is_name
        if token.end > at or token.term not in who or not is_last:
            continue
        first = place
        while first and printed[first - 1].is_name:
            first -= 1
        led_by = printed[first - 1].lower if first else ""
        if led_by not in ENGLISH.prepositions and not token.is_owner:
            return True
    return False


def _is_about(
    said: Sequence[Token], printed: Sequence[Token], figure: Figure, shared: set[str]
) -> bool:
    """Whether the claim's rarest word is printed, and not only as whose somebody else is; or what
    stands beside it in a name: "Musk". And something of the name that the claim begins with.
    """
    if (who := subject_of(said)) and who.isdisjoint(terms_of(printed)):
        return False
    words = [t for t in said if t.term and t.term not in figure.nouns and not t.word[0].isdigit()]
    rare = min(words, key=lambda token: share_of_passages(token.word, ENGLISH.code), default=None)
    if rare is None:
        return False
    if like(rare.term) in shared:
        return not rare.is_name or not all(
            token.is_owner for token in printed if token.term == rare.term
        )
    place = said.index(rare)
    beside = terms_of(said[max(0, place - 1) : place + 2])
    return any(token.is_name and token.term in beside and not token.is_owner for token in printed)


def _goes_with(verb: str, at: int, printed: Sequence[Token], sentence: str) -> bool:
    """Whether that verb stands near a figure, as a fact, in the same part of the sentence."""
    for place, token in enumerate(printed):
        before = {one.lower for one in printed[:place]}
        is_plan = not MODALS.isdisjoint(one.lower for one in printed[max(0, place - 1) : place])
        is_settled = is_plan and any(
            one.lower in SETTLED for one in printed[max(0, place - 2) : place - 1]
        )
        is_fact = is_settled or (not is_plan and is_verbal(token))
        if like(token.term) != verb or "if" in before or not is_fact:
            continue
        between = sentence[min(at, token.end) : max(at, token.start)]
        if len(between) <= NEAR and not re.search(r"[,;:—–]", between):
            return True
    return False


def _compared(figure: Figure, others: list[Figure]) -> Iterator[Difference]:
    """With several other figures of the kind nobody knows which is meant."""
    same = [other for other in others if other.value == figure.value]
    if any(_are_one(figure, other) for other in others):
        return
    if not same and len({other.value for other in others}) == 1:
        yield Difference(figure.text, f"{others[0].bound}{others[0].text}")
    elif same and not figure.bound and all(other.bound for other in same):
        yield Difference(figure.text, f"{same[0].bound}{same[0].text}")


def _are_one(said: Figure, printed: Figure) -> bool:
    """Whether one of them is a bound or a guess that the other keeps to: 63,356 is more than
    63,000; 98 is nearly 100. Or a round number for the other: $787M for $787.5 million.
    """
    if bool(said.bound) == bool(printed.bound):
        is_large = said.unit in AMOUNTS or said.value >= LARGE
        return is_large and 0 < abs(said.value - printed.value) <= ROUNDED * printed.value
    stated, exact = (said, printed) if said.bound else (printed, said)
    is_near = abs(exact.value - stated.value) <= NEARLY * stated.value
    match stated.bound.strip().lower():
        case bound if bound in NO_LESS:
            return exact.value > stated.value and (is_near or stated is said)
        case bound if bound in NO_MORE:
            return exact.value < stated.value and (is_near or stated is said)
        case _:
            return exact.value != stated.value and is_near


def _is_alike(figure: Figure, other: Figure) -> bool:
    if figure.sort != other.sort:
        return False
    if figure.unit or other.unit:
        is_led = bool(figure.led_by and other.led_by) and figure.led_by != other.led_by
        return figure.unit == other.unit and not is_led
    first = figure.nouns[:1]
    if not first:
        return False
    is_begun = first == other.nouns[:1] and set(figure.nouns) <= set(other.nouns)
    return is_begun or first == other.nouns[-1:]


def _scores(claim: str, sentence: str, held: frozenset[str]) -> Iterator[Difference]:
    """The only score of each, where all that the claim says before its own is printed too."""
    all_said, all_printed = list(SCORE.finditer(claim)), list(SCORE.finditer(sentence))
    if len(all_said) != 1 or len(all_printed) != 1:
        return
    (said,), (printed,) = all_said, all_printed
    names = names_of(tokens(claim[: said.start()], ENGLISH.code))
    sides = names or [(term,) for term in terms_of(tokens(claim[: said.start()], ENGLISH.code))]
    if len(sides) < SHARED or any(held.isdisjoint(side) for side in sides):
        return
    if sorted(said.groups()) != sorted(printed.groups()):
        yield Difference(said.group(), printed.group())

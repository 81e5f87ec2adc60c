"""Where a passage differs from a claim: figures, names in the same role, a negation.

Better none than a wrong one: each is told only where a sentence has the claim's own subject and
verb, and one thing in the place of another, or a headline all its words but one. Never whether the
claim is so.
"""

from collections.abc import Iterator

from retrieval.answer import Difference
from retrieval.claims.figures import figures_differing
from retrieval.claims.negations import verbs_differing
from retrieval.claims.roles import names_differing, names_turned
from retrieval.claims.tokens import tokens
from retrieval.question.kinds.english import ENGLISH
from retrieval.question.kinds.statements import main_verb, without_hearsay
from retrieval.text.languages.table import code_of
from retrieval.text.sentences import sentences
from retrieval.verbatim.alignment import align
from retrieval.verbatim.words import Words

MOST = 3  # of one passage
FRAME = 5  # words from which a headline that has all of a claim but one tells of the same
LONGEST = 300  # characters of a claim; a longer one states too many things


def differences(
    claim: str, printed: str, language: str, *, context: str = "", headline: str = ""
) -> tuple[Difference, ...]:
    """How a quote differs from a claim, each difference once, in words that stand there, or in the
    headline.

    `context` is the text around the quote, its headline included. Only English is read.
    """
    if code_of(language) != ENGLISH.code or len(claim) > LONGEST:
        return ()
    claim = without_hearsay(claim, ENGLISH)
    parts = sentences(printed, language)
    found = (
        difference
        for start, end in parts
        for difference in _of_one(claim, printed[start:end], context or printed)
    )
    told = tuple(dict.fromkeys(found))[:MOST]
    return told or tuple(_in_one_word(claim, headline) if headline else ())


def _in_one_word(claim: str, headline: str) -> Iterator[Difference]:
    """A figure or a name in the place of another, where all else is the same, in its order."""
    said, printed = Words(claim), Words(headline)
    if len(said.keys) < FRAME or not printed.keys:
        return
    start, end, changes = align(said.keys, printed.keys)
    if len(changes) != 1 or changes[0].end - changes[0].first != 1:
        return
    place, other = changes[0].first, changes[0].other
    if changes[0].missing:  # at either end the word in its place is not laid along
        other = start - 1 if place == 0 else end if place + 1 == len(said.keys) else -1
    if not 0 <= other < len(printed.keys):
        return
    words = said.written(place), printed.written(other)
    if _are_figures(*words) or _are_names(*words, claim):
        yield Difference(*words)


def _are_figures(one: str, other: str) -> bool:
    return one[0].isdigit() and other[0].isdigit()


def _are_names(one: str, other: str, claim: str) -> bool:
    """Not where all words have capitals, and say nothing of names."""
    is_typed_so = one[0].isupper() and other[0].isupper()
    return is_typed_so and sum(word[0].isupper() for word in claim.split()) * 2 < len(claim.split())


def _of_one(claim: str, sentence: str, context: str) -> Iterator[Difference]:
    language = ENGLISH.code
    yield from figures_differing(claim, sentence, language)
    yield from names_differing(claim, sentence, context, language)
    verb = main_verb([token.word for token in tokens(claim, language)], ENGLISH)
    if verb is not None:
        yield from names_turned(claim, sentence, verb, language)
        yield from verbs_differing(claim, sentence, verb, language)

"""Where a passage differs from a claim: figures, names in the same role, a negation.

Better none than a wrong one: each is told only where a sentence has the claim's own subject and
verb, and one thing in the place of another, or a headline all its words but one. Never whether the
claim is so.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

from retrieval.answer import Difference
from retrieval.claims.negations import verbs_differing
from retrieval.claims.one_word import denial_differing, one_word_differing
from retrieval.claims.quantities.figures import figures_differing
from retrieval.claims.roles import names_differing, names_turned
from retrieval.claims.tokens import tokens
from retrieval.question.kinds.english import ENGLISH
from retrieval.question.kinds.statements import main_verb, without_hearsay
from retrieval.text.languages.table import code_of
from retrieval.text.sentences import sentences

MOST = 3  # of one passage
SOME_NAMES = 4  # words with a capital that a headline may have more than others
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
    return told or (tuple(_of_headline(claim, headline)) if headline else ())


def _of_headline(claim: str, headline: str) -> Iterator[Difference]:
    """In the one word that is another; or who did it to whom, and the contrary."""
    yield from one_word_differing(claim, headline)
    if not _is_titled(headline):
        yield from _of_verb(claim, headline)


def _is_titled(text: str) -> bool:
    """Whether most words have capitals, so that these say nothing of names."""
    words = text.split()
    return 2 * sum(word[0].isupper() for word in words) > len(words) + SOME_NAMES


def _of_one(claim: str, sentence: str, context: str) -> Sequence[Difference]:
    """By roles; where these tell nothing, in the one word that is another."""
    in_roles = tuple(_in_roles(claim, sentence, context))
    return in_roles or tuple(
        chain(one_word_differing(claim, sentence), denial_differing(claim, sentence))
    )


def _in_roles(claim: str, sentence: str, context: str) -> Iterator[Difference]:
    language = ENGLISH.code
    yield from figures_differing(claim, sentence, language)
    yield from names_differing(claim, sentence, context, language)
    yield from _of_verb(claim, sentence)


def _of_verb(claim: str, sentence: str) -> Iterator[Difference]:
    language = ENGLISH.code
    verb = main_verb([token.word for token in tokens(claim, language)], ENGLISH)
    if verb is not None:
        yield from names_turned(claim, sentence, verb, language)
        yield from verbs_differing(claim, sentence, verb, language)

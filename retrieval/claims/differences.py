"""Where a passage differs from a claim: figures, names in the same role, a negation.

Better none than a wrong one: each is told only where a sentence has the claim's own subject and
verb, and one thing in the place of another, or a headline all its words but one. Never whether the
claim is so.
"""

from collections.abc import Iterator, Sequence

from retrieval.answer import Difference
from retrieval.claims.negations import verbs_differing
from retrieval.claims.one_word import one_word_differing
from retrieval.claims.quantities.figures import figures_differing
from retrieval.claims.roles import names_differing, names_turned
from retrieval.claims.tokens import tokens
from retrieval.question.kinds.english import ENGLISH
from retrieval.question.kinds.statements import main_verb, without_hearsay
from retrieval.text.languages.table import code_of
from retrieval.text.sentences import sentences

MOST = 3  # of one passage
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
    return told or tuple(one_word_differing(claim, headline) if headline else ())


def _of_one(claim: str, sentence: str, context: str) -> Sequence[Difference]:
    """By roles; where these tell nothing, in the one word that is another."""
    return tuple(_in_roles(claim, sentence, context)) or tuple(one_word_differing(claim, sentence))


def _in_roles(claim: str, sentence: str, context: str) -> Iterator[Difference]:
    language = ENGLISH.code
    yield from figures_differing(claim, sentence, language)
    yield from names_differing(claim, sentence, context, language)
    verb = main_verb([token.word for token in tokens(claim, language)], ENGLISH)
    if verb is not None:
        yield from names_turned(claim, sentence, verb, language)
        yield from verbs_differing(claim, sentence, verb, language)

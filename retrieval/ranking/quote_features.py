"""What speaks for a quote: what it says itself, held against the question and the other quotes."""

from math import exp
from typing import NamedTuple

from retrieval.question.answer_types import Family
from retrieval.ranking.agreement import Agreement, Said
from retrieval.ranking.evidence import Evidence
from retrieval.text.analyser import analyser

LONG = 400  # characters; a longer quote is no better for it
NEAR = 60.0  # characters in which nearness falls to 1/e
MOST_AGREED = 4.0  # words that all others have too; more count no further
ASKED = 0.85  # share of the question in a quote that asks the same


class QuoteFeatures(NamedTuple):
    """What speaks for a quote beside its passage's `Features`; 0 to 1, but for the last two.

    quoted: share of the question's information in the quote, day and outlet included.
    asks: the quote asks something, and holds most of the question.
    length: its characters, of `LONG`.
    name, when, why: it has a new answer of the kind asked for, by the kind's family; figure_near:
        for figures, how near to a word of the question it stands.
    unit: it has the noun that "how many" asks for.
    agreed_answers: how many of the other articles have its answers; agreed_words: its new words.
    of_article: how far its article's best passage is behind the best of all: 0 or below.
    behind: how far it was put behind the quotes that were compared.
    """

    quoted: float = 0.0
    asks: float = 0.0
    length: float = 0.0
    name: float = 0.0
    when: float = 0.0
    why: float = 0.0
    figure_near: float = 0.0
    unit: float = 0.0
    agreed_answers: float = 0.0
    agreed_words: float = 0.0
    of_article: float = 0.0
    behind: float = 0.0


def quote_features(
    quote: Said,
    evidence: Evidence,
    agreement: Agreement,
    *,
    given: frozenset[str],
    of_article: float,
) -> QuoteFeatures:
    """`given`: terms of the question that the article says beside its text."""
    kind = evidence.question.answer_type
    family = kind.family if kind else None
    held = evidence.terms & (quote.terms | given)
    share = evidence.share_of(held) / (1 - evidence.of_type)
    is_there = float(bool(quote.answers))
    return QuoteFeatures(
        quoted=share,
        asks=float(share > ASKED and "?" in quote.text),
        length=min(len(quote.text) / LONG, 1.0),
        name=is_there * (family is Family.NAME),
        when=is_there * (family is Family.TIME),
        why=is_there * (family is Family.REASON),
        figure_near=_nearness(quote, evidence) if family is Family.FIGURE else 0.0,
        unit=float(not quote.terms.isdisjoint(evidence.unit)),
        agreed_answers=min(agreement.of_answers(quote) / MOST_AGREED, 1.0),
        agreed_words=min(agreement.of_words(quote) / MOST_AGREED, 1.0),
        of_article=of_article,
    )


def _nearness(quote: Said, evidence: Evidence) -> float:
    """1 where an answer stands beside a word of the question, falling to 0; 0 without either."""
    if not quote.answers:
        return 0.0
    spans = analyser(evidence.analysis.language).spans(quote.text)
    places = [span.start for span in spans if span.term in evidence.terms]
    apart = (abs(start - place) for start in quote.answers for place in places)
    return exp(-min(apart) / NEAR) if places else 0.0

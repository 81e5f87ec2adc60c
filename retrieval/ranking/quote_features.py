"""What speaks for a quote: what it says itself, held against the question and the other quotes."""

from math import exp
from typing import NamedTuple

from retrieval.question.answers.answer_types import Family
from retrieval.ranking.agreement import Agreement, Said
from retrieval.ranking.evidence import Evidence
from retrieval.text.analyser import analyser

LONG = 400  # characters; a longer quote is no better for it
NEAR = 60.0  # characters in which nearness falls to 1/e
MOST_AGREED = 4.0  # words that all others have too; more count no further
MOST_HEADED = 2.0  # the same of words in all others' headlines
ASKED = 0.85  # share of the question in a quote that asks the same
LEAD = 4  # paragraphs in which news is told
TELLS_MOST = 10.0  # nats; the measure of `missing`


class Setting(NamedTuple):
    """Where a quote stands.

    `given`: terms of the question that its article says beside its text; `headline`: those of its
    headline; `position` of its paragraph; `of_article` as in `QuoteFeatures`; `article`: which.
    """

    given: frozenset[str]
    headline: frozenset[str]
    position: int
    of_article: float
    article: int = 0


class QuoteFeatures(NamedTuple):
    """What speaks for a quote beside its passage's `Features`; 0 to 1, but for the last two.

    quoted: share of the question's information in the quote, day and outlet included.
    related: the share of which it has not the words, but related ones.
    headed: the same in the quote or the headline over it.
    missing: what the most telling word that neither has tells, in tens of nats.
    lacks: a kind of answer is asked for, and it has none.
    introduces: it ends with a colon: what it announces stands elsewhere.
    speech: it begins with somebody's words.
    lead: it is of one of the article's first paragraphs.
    asks: the quote asks something, and holds most of the question.
    length: its characters, of `LONG`.
    name, when, why: it has a new answer of the kind asked for, by the kind's family; figure_near:
        for figures, how near to a word of the question it stands.
    unit: it has the noun that "how many" asks for.
    agreed_answers: how many of the other articles have its answers; agreed_words: its new words;
        agreed_headlines: how many have these in their headlines.
    of_article: how far its article's best passage is behind the best of all: 0 or below.
    behind: how far it was put behind the quotes that were compared.
    """

    quoted: float = 0.0
    related: float = 0.0
    headed: float = 0.0
    missing: float = 0.0
    lacks: float = 0.0
    introduces: float = 0.0
    speech: float = 0.0
    lead: float = 0.0
    asks: float = 0.0
    length: float = 0.0
    name: float = 0.0
    when: float = 0.0
    why: float = 0.0
    figure_near: float = 0.0
    unit: float = 0.0
    agreed_answers: float = 0.0
    agreed_words: float = 0.0
    agreed_headlines: float = 0.0
    of_article: float = 0.0
    behind: float = 0.0


def quote_features(
    quote: Said, evidence: Evidence, agreement: Agreement, setting: Setting
) -> QuoteFeatures:
    kind = evidence.question.answer_type
    family = kind.family if kind else None
    held = evidence.terms & quote.terms | setting.given
    headed = held | setting.headline
    share = evidence.share_of(held) / (1 - evidence.of_type)
    is_there = float(bool(quote.answers))
    text = quote.text
    told = {term for term, others in evidence.related.items()
            if term not in held and not others.isdisjoint(quote.terms)}  # fmt: skip
    headlines = agreement.of_headlines(quote, setting.article)
    missing = max(map(evidence.weights.__getitem__, evidence.terms - headed), default=0.0)
    return QuoteFeatures(
        quoted=share,
        related=evidence.share_of(told) / (1 - evidence.of_type),
        headed=evidence.share_of(headed) / (1 - evidence.of_type),
        missing=missing / TELLS_MOST,
        lacks=float(kind is not None and not quote.answers),
        introduces=float(text.endswith(":")),
        speech=float(text.startswith(("“", '"', "‘"))),
        lead=float(setting.position < LEAD),
        asks=float(share > ASKED and "?" in text),
        length=min(len(text) / LONG, 1.0),
        name=is_there * (family is Family.NAME),
        when=is_there * (family is Family.TIME),
        why=is_there * (family in {Family.REASON, Family.SPEECH}),
        figure_near=_nearness(quote, evidence) if family is Family.FIGURE else 0.0,
        unit=float(not quote.terms.isdisjoint(evidence.unit)),
        agreed_answers=min(agreement.of_answers(quote) / MOST_AGREED, 1.0),
        agreed_words=min(agreement.of_words(quote) / MOST_AGREED, 1.0),
        agreed_headlines=min(headlines / MOST_HEADED, 1.0),
        of_article=setting.of_article,
    )


def _nearness(quote: Said, evidence: Evidence) -> float:
    """1 where an answer stands beside a word of the question, falling to 0; 0 without either."""
    if not quote.answers:
        return 0.0
    spans = analyser(evidence.analysis.language).spans(quote.text)
    places = [span.start for span in spans if span.term in evidence.terms]
    apart = (abs(start - place) for start in quote.answers for place in places)
    return exp(-min(apart) / NEAR) if places else 0.0

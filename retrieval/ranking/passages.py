"""The best articles' passages → which of each to quote, and in what order: the third stage.

The stages before it find the articles; this one looks for the answer in them. It weighs what the
quotes say, and is learned on answers, where those are learned on articles.
"""

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from operator import mul
from typing import NamedTuple

from msgspec.structs import replace

from corpus.article import place_of
from retrieval.article_store import Passage
from retrieval.engines.engine import Share
from retrieval.ranking.agreement import Agreement, Said, said
from retrieval.ranking.evidence import Evidence, Evidences
from retrieval.ranking.features import Features, given_terms
from retrieval.ranking.quote_features import QuoteFeatures, Setting, quote_features
from retrieval.ranking.quoting import Part, Sought, parts
from retrieval.ranking.stages import SECOND_STAGE, Ranked, one_an_article

COMPARED = 6  # articles, two for each quote shown, as some are copies
OF_AN_ARTICLE = 7  # passages of one article that are compared, best first
OF_A_PASSAGE = 2  # extracts of one passage that are compared

# Learned by tests/benchmarks/learn_passages.py: what a passage's and what a quote's features weigh.
OF_PASSAGE = Features(
    title=-0.55,
    article=1.72,
    coverage=0.54,
    sentence=0.41,
    verbatim=0.48,
    proximity=0.27,
    adjacency=0.39,
    timeliness=2.17,
    early=0.38,
    is_question=-1.67,
    is_fragment=-0.51,
)
OF_QUOTE = QuoteFeatures(
    quoted=3.40,
    related=6.08,
    missing=-0.97,
    introduces=-0.68,
    speech=-0.76,
    lead=0.69,
    asks=-3.75,
    length=-0.85,
    name=1.01,
    when=2.57,
    why=2.42,
    figure_near=4.13,
    unit=0.54,
    agreed_answers=2.17,
    agreed_words=2.18,
    agreed_headlines=0.76,
    of_article=3.31,
    behind=-1.00,
)


class Reading(NamedTuple):
    """A passage, where it stands, a part of it that may be quoted, and what that says."""

    ranked: Ranked
    article: int
    position: int
    part: Part
    said: Said
    evidence: Evidence


def compared(
    ranked: Sequence[Ranked],
    passages: Mapping[int, Passage],
    evidences: Evidences,
    *,
    articles: int = COMPARED,
) -> list[Ranked]:
    """The passages of the best articles, once with each part that may be quoted."""
    best = {place_of(one.number)[0]: one.score for one in one_an_article(ranked)[:articles]}
    highest = max(best.values(), default=0.0)
    readings = [
        reading
        for one in _best_of(ranked, best)
        for reading in _readings(one, passages[one.number], evidences)
    ]
    over = {
        one.article: _over(one, passages[one.ranked.number])
        for one in {one.article: one for one in readings}.values()
    }
    titles = {one.article: passages[one.ranked.number].title for one in readings}
    agreement = Agreement([(one.article, one.said) for one in readings], titles)
    found = []
    for one in readings:
        passage, (given, headline) = one.ranked, over[one.article]
        behind = best[one.article] - highest
        setting = Setting(given, headline, one.position, behind, one.article)
        features = quote_features(one.said, one.evidence, agreement, setting)
        score = sum(map(mul, OF_PASSAGE, passage.features)) + sum(map(mul, OF_QUOTE, features))
        found.append(
            Ranked(passage.number, passage.features, score, passage.told, one.part, features)
        )
    return found


def _best_of(ranked: Sequence[Ranked], articles: Container[int]) -> Iterator[Ranked]:
    """The first passages of each of the articles, in their order."""
    taken: Counter[int] = Counter()
    for one in ranked:
        article, _ = place_of(one.number)
        if article in articles and taken[article] < OF_AN_ARTICLE:
            taken[article] += 1
            yield one


def _over(one: Reading, passage: Passage) -> tuple[frozenset[str], frozenset[str]]:
    """Terms of the question that an article says beside its text, and those of its headline."""
    given = given_terms(one.ranked.features, passage, one.evidence)
    return given, one.evidence.in_title(passage.title)


def _readings(one: Ranked, passage: Passage, evidences: Evidences) -> Iterator[Reading]:
    evidence = evidences.of(passage.language)
    text, language = passage.text, evidence.analysis.language
    kind = evidence.question.answer_type
    article, position = place_of(one.number)
    sought = Sought(evidence.weights, language, kind, evidence.question.phrases)
    for part in parts(text, one.told, sought)[:OF_A_PASSAGE]:
        told = one.told[part.first : part.last]
        words = said(text[part.start : part.end], told, evidence.known, kind, language)
        if misnamed := evidence.misnamed_in(told):
            words = replace(words, terms=words.terms - misnamed)
        yield Reading(one, article, position, part, words, evidence)


def third_stage(ranked: Sequence[Ranked], quotes: Sequence[Ranked]) -> list[Ranked]:
    """All passages: those that were compared first, each with its best quote, then the others."""
    best: dict[int, Ranked] = {}
    for one in sorted(quotes, key=lambda one: (-one.score, one.number)):
        best.setdefault(one.number, one)
    return [*best.values(), *_behind(ranked, best)]


def _behind(ranked: Sequence[Ranked], best: Mapping[int, Ranked]) -> Iterator[Ranked]:
    """The others, in their order, with scores below those of the best."""
    rest = [one for one in ranked if one.number not in best]
    lowest = min((one.score for one in best.values()), default=0.0)
    gap = max(0.0, rest[0].score - lowest) if rest else 0.0
    for one in rest:
        yield one._replace(score=one.score - gap, quoted=QuoteFeatures(behind=gap))


def weighed_parts(one: Ranked) -> Iterator[Share]:
    """What each feature gave the score; those that gave nothing are left out."""
    of_passage = OF_PASSAGE if one.part else SECOND_STAGE
    names = (*Features._fields, *QuoteFeatures._fields)
    values = (*one.features, *(one.quoted or QuoteFeatures()))
    for name, value, weight in zip(names, values, (*of_passage, *OF_QUOTE), strict=True):
        if value * weight:
            yield Share(name, "score", value * weight)

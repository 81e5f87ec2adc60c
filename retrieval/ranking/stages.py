"""An engine's hits → passages in order. The second stage: features in, order out.

Engines and quoting know nothing of it, so another scorer can take the place of `SECOND_STAGE`.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from operator import mul
from typing import NamedTuple

from corpus.article import place_of
from retrieval.engines.engine import Found, Hit
from retrieval.question.question import Question
from retrieval.ranking.features import (
    Asked,
    Features,
    Passage,
    needed,
    timeliness,
    with_text,
)

CANDIDATES = 150  # passages, headlines and articles asked of the engine
NEARER_CANDIDATES = 100  # the same, among what is of the time asked for, or of the last days
RECENT_DAYS = 14
READ = 60  # passages whose text is looked at
OF_ONE = 5  # of them of one article, so that one does not crowd out the others

# Both learned by tests/benchmarks/learn_weights.py; what a stage does not weigh is 0.
FIRST_STAGE = Features(passage=0.32, title=0.05, article=0.65, timeliness=0.60, early=0.20)
SECOND_STAGE = Features(
    title=0.08,
    article=0.50,
    coverage=0.25,
    sentence=0.21,
    verbatim=0.15,
    proximity=0.16,
    adjacency=0.16,
    timeliness=0.56,
    early=0.07,
    is_question=-0.46,
    is_fragment=-0.16,
)


class Ranked(NamedTuple):
    """A passage in its place; `number` is `paragraph_number`."""

    number: int
    features: Features
    score: float


def ranked_by(number: int, features: Features, weights: Features) -> Ranked:
    """A passage with the score of its features."""
    return Ranked(number, features, float(sum(map(mul, weights, features))))


def first_stage(
    found: Found, question: Question, weights: Mapping[str, float], limit: int
) -> list[Ranked]:
    """The best `limit` hits by what the engine tells of them and their day, best first.

    Of one article at most `OF_ONE`, as long as there are others.
    """
    total = needed(weights, question)
    timely = {day: timeliness(day, question) for day in {hit.day for hit in found.hits}}
    taken: Counter[int] = Counter()
    best: list[Ranked] = []
    spare: list[Ranked] = []
    for hit in in_order([_from_engine(hit, found, total, timely[hit.day]) for hit in found.hits]):
        seq, _ = place_of(hit.number)
        taken[seq] += 1
        (best if taken[seq] <= OF_ONE else spare).append(hit)
    return in_order((best + spare)[:limit])


def _from_engine(hit: Hit, found: Found, total: float, timely: float) -> Ranked:
    seq, position = place_of(hit.number)
    return ranked_by(
        hit.number,
        Features(
            passage=hit.score / total,
            title=found.titles.get(seq, 0.0) / total,
            article=found.articles.get(seq, 0.0) / total,
            timeliness=timely,
            early=1 / (1 + position),
        ),
        FIRST_STAGE,
    )


def second_stage(
    ranked: Sequence[Ranked],
    passages: Mapping[int, Passage],
    question: Question,
    weights: Mapping[str, float],
) -> list[Ranked]:
    """The same with what their texts tell, best first; those without a text are left out."""
    asked = Asked.of(question, weights)
    return in_order(
        [
            ranked_by(
                candidate.number,
                with_text(candidate.features, passages[candidate.number], asked),
                SECOND_STAGE,
            )
            for candidate in ranked
            if candidate.number in passages
        ]
    )


def one_an_article(ranked: Sequence[Ranked]) -> list[Ranked]:
    """The first passage of each article."""
    first: dict[int, Ranked] = {}
    for passage in ranked:
        first.setdefault(place_of(passage.number)[0], passage)
    return list(first.values())


def in_order(ranked: Sequence[Ranked]) -> list[Ranked]:
    """Best first, equal scores in archive order."""
    return sorted(ranked, key=lambda passage: (-passage.score, passage.number))


def union(found: Found, more: Found) -> Found:
    """Both searches' hits and scores; the statistics, of the whole archive, are the same."""
    held = {hit.number for hit in found.hits}
    return Found(
        hits=found.hits + tuple(hit for hit in more.hits if hit.number not in held),
        titles={**more.titles, **found.titles},
        articles={**more.articles, **found.articles},
        frequencies=found.frequencies,
        passages=found.passages,
    )

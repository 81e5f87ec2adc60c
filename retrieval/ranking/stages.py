"""An engine's hits → passages in order. The second stage: features in, order out.

Engines and quoting know nothing of it, so another scorer can take the place of `SECOND_STAGE`.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from operator import mul
from typing import NamedTuple

from corpus.article import paragraph_number, place_of
from retrieval.article_store import Passage
from retrieval.engines.engine import Found
from retrieval.ranking.evidence import Evidences
from retrieval.ranking.features import Features, timeliness, with_text
from retrieval.ranking.quote_features import QuoteFeatures
from retrieval.ranking.quoting import Part
from retrieval.text.reading import Sentence, read

READ = 30  # passages whose text is looked at
OF_ONE = 5  # of them of one article, so that one does not crowd out the others
LED, LEAD = 4, 5  # articles whose first paragraphs are looked at, whatever of them was found

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

_Shared = tuple[float, float, float]  # `title`, `article` and `timeliness` of all its passages
_OF_ARTICLE = FIRST_STAGE.title, FIRST_STAGE.article, FIRST_STAGE.timeliness


class Ranked(NamedTuple):
    """A passage in its place; `number` is `paragraph_number`.

    `told`: the sentences of its text, once that was read. `part`: what of it to quote, and `quoted`
    what speaks for that, where quotes were compared.
    """

    number: int
    features: Features
    score: float
    told: Sequence[Sentence] = ()
    part: Part | None = None
    quoted: QuoteFeatures | None = None


def ranked_by(
    number: int, features: Features, weights: Features, told: Sequence[Sentence] = ()
) -> Ranked:
    """A passage with the score of its features."""
    return Ranked(number, features, float(sum(map(mul, weights, features))), told)


def first_stage(found: Found, evidences: Evidences, limit: int) -> list[Ranked]:
    """The best `limit` hits by what the engine tells of them and their day, best first.

    Of one article at most `OF_ONE`, as long as there are others.
    """
    needed = evidences.main.needed
    of_passage, of_place = FIRST_STAGE.passage / needed, FIRST_STAGE.early
    articles: dict[int, tuple[_Shared, float]] = {}
    scored: list[tuple[float, int, float]] = []
    for number, score, day in found.hits:  # hundreds, so in plain numbers
        seq, position = place_of(number)
        if seq not in articles:
            shared = _of_article(seq, day, found, evidences)
            articles[seq] = shared, sum(map(mul, _OF_ARTICLE, shared))
        told = articles[seq][1] + of_passage * score + of_place / (1 + position)
        scored.append((-told, number, score))
    best: list[Ranked] = []
    for number, score in _parted(sorted(scored), limit):
        seq, position = place_of(number)
        title, article, timely = articles[seq][0]
        features = Features(
            passage=score / needed,
            title=title,
            article=article,
            timeliness=timely,
            early=1 / (1 + position),
        )
        best.append(ranked_by(number, features, FIRST_STAGE))
    return in_order(best)


def _of_article(seq: int, day: date, found: Found, evidences: Evidences) -> _Shared:
    """What all passages of an article share."""
    needed = evidences.main.needed
    return (
        found.titles.get(seq, 0.0) / needed,
        found.articles.get(seq, 0.0) / needed,
        timeliness(day, evidences.question),
    )


def _parted(scored: Sequence[tuple[float, int, float]], limit: int) -> list[tuple[int, float]]:
    """The first `limit` of (order, number, score), at most `OF_ONE` an article while others are."""
    taken: Counter[int] = Counter()
    best: list[tuple[int, float]] = []
    spare: list[tuple[int, float]] = []
    for _, number, score in scored:
        seq, _ = place_of(number)
        taken[seq] += 1
        (best if taken[seq] <= OF_ONE else spare).append((number, score))
        if len(best) == limit:
            break
    return (best + spare)[:limit]


def second_stage(
    ranked: Sequence[Ranked], passages: Mapping[int, Passage], evidences: Evidences
) -> list[Ranked]:
    """The same with what their texts tell, best first; those without a text are left out."""
    return in_order(
        [
            _with_text(candidate, passage, evidences)
            for candidate in ranked
            if (passage := passages.get(candidate.number)) is not None
        ]
    )


def _with_text(candidate: Ranked, passage: Passage, evidences: Evidences) -> Ranked:
    evidence = evidences.of(passage.language)
    told = read(passage.text, evidence.analysis.language)
    timed = _timed(candidate, passage, evidences)
    features = with_text(timed, passage, evidence, told)
    return ranked_by(candidate.number, features, SECOND_STAGE, told)


def _timed(candidate: Ranked, passage: Passage, evidences: Evidences) -> Features:
    """With what the texts tell of the time that they are of."""
    day = evidences.days.get(place_of(candidate.number)[0])
    if day is None or evidences.question.period is None:
        return candidate.features
    texts = (passage.text, passage.title)
    return candidate.features._replace(timeliness=timeliness(day, evidences.question, texts))


def unread_leads(ranked: Sequence[Ranked], first: Sequence[Ranked]) -> list[Ranked]:
    """The first `LEAD` paragraphs of the first `LED` articles of `ranked` that are not in `first`.

    News tells first who, what, when and where, in words that its headline need not share: an
    article that is about the question may answer there (the inverted pyramid). `first` are those
    that the first stage chose.
    """
    read = {one.number for one in first}
    of_article = {place_of(one.number)[0]: one.features for one in first}
    leading = (place_of(one.number)[0] for one in one_an_article(ranked)[:LED])
    return [
        ranked_by(number, of_article[seq]._replace(passage=0.0, early=1 / (1 + place)), FIRST_STAGE)
        for seq in leading
        for place in range(LEAD)
        if (number := paragraph_number(seq, place)) not in read
    ]


def one_an_article(ranked: Sequence[Ranked]) -> list[Ranked]:
    """The first passage of each article."""
    first: dict[int, Ranked] = {}
    for passage in ranked:
        first.setdefault(place_of(passage.number)[0], passage)
    return list(first.values())


def in_order(ranked: Sequence[Ranked]) -> list[Ranked]:
    """Best first, equal scores in archive order."""
    return sorted(ranked, key=lambda passage: (-passage.score, passage.number))

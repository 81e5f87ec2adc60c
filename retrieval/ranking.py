"""An engine's hits → articles in order, each with its best passage.

The second stage: features in, order out. Engines and quoting know nothing of it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import log

from corpus.rows import place_of
from retrieval.answer_types import AnswerType
from retrieval.engine import Found
from retrieval.text import analyser

CANDIDATES = 300  # passages, headlines and articles asked of the engine
READ = 40  # passages whose text is looked at

# Beside the passage's own BM25. Found by trying a few values on development questions.
TITLE_WEIGHT = 0.35
ARTICLE_WEIGHT = 1.0
ANSWER_TYPE_GAIN = 1.25  # a passage with an age where "how old" was asked, beside one without


@dataclass(frozen=True, slots=True)
class Ranked:
    """A passage in its place; `number` is `paragraph_number`."""

    number: int
    score: float


def information(found: Found) -> dict[str, float]:
    """What each term of the question tells: its idf, highest for a term that no passage has."""
    return {
        term: log(1 + (found.passages - df + 0.5) / (df + 0.5))
        for term, df in found.frequencies.items()
    }


def rank(found: Found) -> list[Ranked]:
    """All passages by their own, their headline's and their article's BM25, best first."""
    ranked = []
    for hit in found.hits:
        seq, _ = place_of(hit.number)
        title, article = found.titles.get(seq, 0.0), found.articles.get(seq, 0.0)
        score = hit.score + TITLE_WEIGHT * title + ARTICLE_WEIGHT * article
        ranked.append(Ranked(hit.number, score))
    return in_order(ranked)


def prefer_answers(
    ranked: Sequence[Ranked], texts: Mapping[int, str], answer_type: AnswerType
) -> list[Ranked]:
    """Put passages that hold the kind of answer asked for before the like without."""
    return in_order(
        [
            replace(passage, score=passage.score * ANSWER_TYPE_GAIN)
            if answer_type.answer.search(texts.get(passage.number, ""))
            else passage
            for passage in ranked
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


def matched_share(text: str, title: str, weights: Mapping[str, float], language: str) -> float:
    """The part, 0 to 1, of the question's information that a passage and its headline hold."""
    total = sum(weights.values())
    if not total:
        return 0.0
    terms = analyser(language).terms
    present = {*terms(text), *terms(title)}
    return sum(weight for term, weight in weights.items() if term in present) / total

"""Several articles that say the same words become one card."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from corpus.article import instant
from corpus.names import fold
from retrieval.answer import Copy, Quote
from retrieval.ranking.features import Features


@dataclass(frozen=True, slots=True)
class Card:
    """A quote on its way, with its passage's number and what it was ranked by."""

    quote: Quote
    number: int
    features: Features
    confidence: float


def merge_copies(cards: Sequence[Card]) -> list[Card]:
    """Keep the first place of each wording; there, the earliest article, with the others listed.

    Wordings are the same when they differ in white space, case and diacritics only. Copies come
    earliest first.
    """
    groups: dict[str, list[Card]] = {}
    for card in cards:
        groups.setdefault("".join(fold(card.quote.text).split()), []).append(card)
    merged = []
    for group in groups.values():
        first, *others = sorted(group, key=_printed)
        copies = tuple(
            Copy(other.id, other.source, other.published, other.url)
            for other in (card.quote.article for card in others)
        )
        merged.append(
            replace(first, quote=replace(first.quote, score=group[0].quote.score, copies=copies))
        )
    return merged


def _printed(card: Card) -> tuple[datetime, int]:
    return instant(card.quote.article.published), card.number

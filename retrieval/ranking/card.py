"""A quote on its way into an answer."""

from dataclasses import dataclass, replace

from corpus.article import place_of
from retrieval.answer import Quote
from retrieval.ranking.features import Features


@dataclass(frozen=True, slots=True)
class Card:
    """A quote with its passage's number and what it was ranked by."""

    quote: Quote
    number: int
    features: Features
    confidence: float

    @property
    def seq(self) -> int:
        return place_of(self.number)[0]

    def marked(self, *, is_doubtful: bool) -> "Card":
        return replace(self, quote=replace(self.quote, is_doubtful=is_doubtful))

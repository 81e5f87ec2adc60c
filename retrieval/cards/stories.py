"""Several articles that tell one story, or say the same words, become one card."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from corpus.article import Article, Paragraph, instant, place_of
from corpus.copies.agreement import are_near, retell
from corpus.names import fold
from retrieval.answer import Copy
from retrieval.ranking.card import Card

Copies = Callable[[int, Article], Mapping[int, Article]]  # of a version (`seq`), by theirs


@dataclass(slots=True)
class _Story:
    """Cards of one story, best first, and all articles that tell it, by version.

    `wordings`: those of the cards.
    """

    articles: dict[int, Article]
    cards: list[Card] = field(default_factory=list)
    wordings: list[str] = field(default_factory=list)

    def add(self, card: Card, wording: str) -> None:
        self.cards.append(card)
        self.wordings.append(wording)
        self.articles[card.seq] = card.quote.article

    def is_retold_by(self, card: Card) -> bool:
        """Whether the card's article has the words of the story's best one."""
        one, other = self.cards[0].quote.article, card.quote.article
        return are_near(one.published, other.published) and retell(one, other)

    def merged(self, found: Mapping[int, int]) -> Card:
        """The best card's words, from the earliest article that was `found` with them."""
        best = self.cards[0]
        those = (self._in(seq, found.get(seq), best) for seq in self._by_time())
        first = next(filter(None, those), best)
        copies = tuple(
            Copy(other.id, other.source, other.published, other.url, other.agency)
            for other in (self.articles[seq] for seq in self._by_time())
            if other.id != first.quote.article.id
        )
        quote = replace(first.quote, score=best.quote.score, copies=copies)
        return replace(first, quote=quote)

    def _by_time(self) -> list[int]:
        return sorted(self.articles, key=lambda seq: (_printed(self.articles[seq]), seq))

    def _in(self, seq: int, number: int | None, best: Card) -> Card | None:
        """The best card's words in one of the articles; None where it was found with others."""
        for card, wording in zip(self.cards, self.wordings, strict=True):
            if card.seq == seq and wording == self.wordings[0]:
                return card
        if number is None:
            return None
        article, text, (_, position) = self.articles[seq], best.quote.text, place_of(number)
        start = article.paragraphs[position].find(text)
        if start < 0:
            return None
        paragraph = Paragraph(article.id, position, article.paragraphs[position])
        end = start + len(text)
        quote = replace(best.quote, article=article, paragraph=paragraph, start=start, end=end)
        return replace(best, quote=quote, number=number)


def merge_copies(
    cards: Iterable[Card],
    limit: int,
    *,
    copies: Copies,
    found: Mapping[int, int],
    by_wording: bool = True,
) -> list[Card]:
    """At most `limit` cards of as many stories, in the order of their first places.

    A story's are those whose articles are copies and, `by_wording`, those whose wordings are the
    same but for white space, case and diacritics. It is quoted in the words of its best card, from
    the earliest article that was `found` with them (passages by version); its other articles are
    listed, the earliest first.
    """
    stories: list[_Story] = []
    for card in cards:
        wording = _wording(card)
        same = (
            one
            for one in stories
            if card.seq in one.articles or (by_wording and wording == one.wordings[0])
        )
        told = next(same, None) or next((one for one in stories if one.is_retold_by(card)), None)
        if told is None:
            told = _Story(dict(copies(card.seq, card.quote.article)))
            stories.append(told)
        told.add(card, wording)
        if len(stories) == limit:
            break
    return [story.merged(found) for story in stories]


def _wording(card: Card) -> str:
    return "".join(fold(card.quote.text).split())


def _printed(article: Article) -> datetime:
    return instant(article.published)

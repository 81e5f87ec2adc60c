"""Answers to several questions of one message → one answer."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, zip_longest

from retrieval.answer import Answer, Excerpt, Quote, Strength
from retrieval.cards.further import MOST
from retrieval.notes import PartUnanswered
from retrieval.question.question import Question


def joined(answers: Sequence[Answer], whole: Question, limit: int) -> Answer:
    """At most `limit` quotes: the best of each question, then the second of each, and so on.

    As strong as the weakest, as far as any is answered; which is not, is said.
    """
    quotes = _in_turn(answers)[:limit]
    answered = [answer for answer in answers if answer.quotes]
    notes = chain.from_iterable(answer.notes for answer in answers)
    missing = (PartUnanswered(one.question.text) for one in answers if not one.quotes)
    return replace(
        answers[0],
        question=whole,
        strength=_strength(answers),
        quotes=tuple(replace(quote, rank=rank) for rank, quote in enumerate(quotes, 1)),
        total=max(answer.total for answer in answers),
        suggestions=tuple(dict.fromkeys(one for answer in answers for one in answer.suggestions)),
        confidence=min((answer.confidence for answer in answered), default=0.0),
        notes=tuple(dict.fromkeys((*notes, *(missing if answered else ())))),
    )


def _in_turn(answers: Sequence[Answer]) -> list[Quote]:
    """A card for each story; what another question found in it, too, is a further extract."""
    cards: dict[str, Quote] = {}
    card_of: dict[str, str] = {}  # by article, the copies included
    for quote in chain.from_iterable(zip_longest(*(answer.quotes for answer in answers))):
        if quote is None:
            continue
        name = card_of.get(quote.article.id)
        if name is None:
            cards[quote.article.id] = quote
            articles = (quote.article.id, *(copy.article for copy in quote.copies))
            card_of |= dict.fromkeys(articles, quote.article.id)
        elif name == quote.article.id:
            cards[name] = _with_more(cards[name], quote)
    return list(cards.values())


def _with_more(card: Quote, other: Quote) -> Quote:
    shown = {card.paragraph.position, *(one.paragraph.position for one in card.more)}
    if other.paragraph.position in shown:
        return card
    extract = Excerpt(other.paragraph, other.start, other.end, other.highlights)
    return replace(card, more=(extract, *card.more)[:MOST])


def _strength(answers: Sequence[Answer]) -> Strength:
    strengths = {answer.strength for answer in answers}
    return strengths.pop() if len(strengths) == 1 else Strength.WEAK

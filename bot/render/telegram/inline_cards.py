"""Quotes and articles → results of inline mode: what the list shows of each, and what it sends."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b

from bot.render.english.dates import quoted, when
from bot.render.telegram.card import alone, card, heading, where
from bot.render.telegram.markup import plain, short, without_lone_surrogates
from bot.render.words import headline
from corpus.article import Article
from retrieval.answer import Answer, Quote, Strength
from retrieval.question.kinds import Kind

MAX_TITLE = 100  # characters, as the next two; a telephone shows fewer
MAX_EXTRACT = 140
MAX_HEADLINE = 80
KEY_BYTES = 12


@dataclass(frozen=True, slots=True)
class InlineCard:
    """`key` is the same for the same passage; `title` and `description` are what the list shows."""

    key: str
    title: str
    description: str
    html: str


def quote_cards(answer: Answer) -> tuple[InlineCard, ...]:
    """One a quote, best first; none where nothing answers."""
    if answer.strength is Strength.NONE:
        return ()
    # A claim's words in bold would look like a verdict.
    is_highlighted = answer.question.kind is not Kind.CLAIM
    return tuple(_quote_card(quote, is_highlighted=is_highlighted) for quote in answer.quotes)


def newest_cards(articles: Sequence[Article]) -> tuple[InlineCard, ...]:
    """One an article, in the same order: its headline, and nothing of its text."""
    return tuple(
        _card(
            article,
            article.id,
            short(headline(article) or article.source, MAX_EXTRACT),
            (where(article) + plain("\n") + heading(article)).html,
        )
        for article in articles
    )


def _quote_card(quote: Quote, *, is_highlighted: bool) -> InlineCard:
    article = quote.article
    extract = short(" ".join(quote.text.split()), MAX_EXTRACT)
    return _card(
        article,
        f"{article.id} {quote.paragraph.position} {quote.start} {quote.end}",
        f"{quoted(extract)}\n{short(headline(article), MAX_HEADLINE)}",
        _html(replace(quote, more=()), is_highlighted=is_highlighted),
    )


def _card(article: Article, place: str, description: str, html: str) -> InlineCard:
    """`place` tells it from all others."""
    title = short(f"{when(article.published)} · {article.source}", MAX_TITLE)
    encoded = place.encode("utf-8", "surrogatepass")
    return InlineCard(
        key=blake2b(encoded, digest_size=KEY_BYTES).hexdigest(),
        title=without_lone_surrogates(title),
        description=without_lone_surrogates(description),
        html=html,
    )


def _html(quote: Quote, *, is_highlighted: bool) -> str:
    """The message that is sent. What is too much goes in this order: bold words, all but the text,
    the end of that.
    """
    for is_bold in (is_highlighted, False):
        message = card(quote, unfolded=1, is_highlighted=is_bold)
        if message.fits:
            return message.html
    text = without_lone_surrogates(quote.text)
    return alone(plain(""), quote.article, text, is_doubtful=quote.is_doubtful)[0].html

"""Quotes → results of inline mode: what the list shows of each, and the message that it sends."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b

from bot.render.english.dates import when
from bot.render.telegram.card import alone, card
from bot.render.telegram.markup import plain, short, without_lone_surrogates
from bot.render.words import headline
from corpus.article import Article, Paragraph
from retrieval.answer import Answer, Quote, Strength
from retrieval.question.kinds import Kind

MAX_TITLE = 100  # characters, as the next two; a telephone shows fewer
MAX_EXTRACT = 140
MAX_HEADLINE = 80
KEY_BYTES = 12
LEAD_WORDS = 8  # of a paragraph that can stand for its article; a line of place or author has fewer


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
    return tuple(_card(quote, is_highlighted=is_highlighted) for quote in answer.quotes)


def newest_cards(articles: Sequence[Article]) -> tuple[InlineCard, ...]:
    """One an article, in the same order; it quotes how the article begins."""
    quotes = [_beginning(article) for article in articles if article.paragraphs]
    return tuple(_card(quote, is_highlighted=False) for quote in quotes)


def _card(quote: Quote, *, is_highlighted: bool) -> InlineCard:
    article = quote.article
    title = short(f"{when(article.published)} · {article.source}", MAX_TITLE)
    extract = short(" ".join(quote.text.split()), MAX_EXTRACT)
    description = f"“{extract}”\n{short(headline(article), MAX_HEADLINE)}"
    return InlineCard(
        key=_key(quote),
        title=without_lone_surrogates(title),
        description=without_lone_surrogates(description),
        html=_html(replace(quote, more=()), is_highlighted=is_highlighted),
    )


def _html(quote: Quote, *, is_highlighted: bool) -> str:
    """The message that is sent. What is too much goes in this order: bold words, all but the text,
    the end of that.
    """
    for is_bold in (is_highlighted, False):
        message = card(quote, unfolded=1, is_highlighted=is_bold)
        if message.fits:
            return message.html
    return alone(plain(""), quote.article, without_lone_surrogates(quote.text))[0].html


def _key(quote: Quote) -> str:
    place = f"{quote.article.id} {quote.paragraph.position} {quote.start} {quote.end}"
    encoded = place.encode("utf-8", "surrogatepass")
    return blake2b(encoded, digest_size=KEY_BYTES).hexdigest()


def _beginning(article: Article) -> Quote:
    """Its first paragraph, the lines above it left out."""
    texts = enumerate(article.paragraphs)
    place = next((place for place, text in texts if len(text.split()) >= LEAD_WORDS), 0)
    paragraph = Paragraph(article.id, place, article.paragraphs[place])
    return Quote(1, 0.0, article, paragraph, 0, len(paragraph.text), ())

"""The paragraphs around a quote, each a block quote of its own, the quote marked in its own."""

from collections.abc import Iterator, Mapping

from bot.render.telegram.card import alone, heading, where
from bot.render.telegram.markup import Markup, plain, without_lone_surrogates
from corpus.article import HEADLINE, Article
from retrieval.answer import Excerpt

AROUND = 2  # paragraphs on each side, as far as a message holds them


def context_message(article: Article, part: Excerpt, *, in_group: bool) -> str:
    """As many whole paragraphs as a message holds, the nearest first; in a group they are folded.

    Of a paragraph that is too long for one the extract alone is shown.
    """
    place = part.paragraph.position
    shown = {place: _marked(part).within("blockquote")} if place != HEADLINE else {}
    folded = " expandable" if in_group else ""
    if not _joined(article, part, shown).fits:
        return alone(plain(""), article, without_lone_surrogates(part.text))[0].html
    for position in _nearest(article, place):
        paragraph = plain(article.paragraphs[position]).within("blockquote", folded)
        wider = {**shown, position: paragraph}
        if not _joined(article, part, wider).fits:
            break
        shown = wider
    return _joined(article, part, shown).html


def _joined(article: Article, part: Excerpt, paragraphs: Mapping[int, Markup]) -> Markup:
    joined = where(article)
    for position in sorted(paragraphs):
        joined += plain("\n") + paragraphs[position]
    return joined + plain("\n") + heading(article, part.text)


def _nearest(article: Article, place: int) -> Iterator[int]:
    for distance in range(1, AROUND + 1):
        for position in (place - distance, place + distance):
            if 0 <= position < len(article.paragraphs):
                yield position


def _marked(part: Excerpt) -> Markup:
    """Its paragraph with the extract bold; nothing is, where the extract is all of it."""
    text = part.paragraph.text
    if part.text == text:
        return plain(text)
    extract = plain(part.text).within("b")
    return plain(text[: part.start]) + extract + plain(text[part.end :])

"""Answers made by hand, of given articles."""

from collections.abc import Sequence
from datetime import UTC, datetime

from corpus.article import Article, Paragraph
from retrieval.answer import Answer, Copy, Quote, Strength
from retrieval.question.understand import understand

NOW = datetime(2022, 1, 1, tzinfo=UTC)


def answer_of(*articles: Article, copies: Sequence[Copy] = ()) -> Answer:
    """A weak answer of the first paragraph of each article, whole; each card has the copies."""
    return Answer(
        question=understand("?", NOW),
        engine="none",
        strength=Strength.WEAK,
        quotes=tuple(quote_of(article, rank, copies) for rank, article in enumerate(articles, 1)),
        total=len(articles),
        suggestions=(),
    )


def quote_of(article: Article, rank: int = 1, copies: Sequence[Copy] = ()) -> Quote:
    text = article.paragraphs[0]
    return Quote(
        rank=rank,
        score=1.0 / rank,
        article=article,
        paragraph=Paragraph(article.id, 0, text),
        start=0,
        end=len(text),
        highlights=(),
        copies=tuple(copies),
    )

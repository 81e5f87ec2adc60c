"""Answers of an archive that does not exist; every word in them is invented."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from corpus.article import Article, Paragraph
from retrieval.answer import Answer, Copy, Quote, Strength
from retrieval.question.analysing import analysed
from retrieval.question.kinds import Kind
from retrieval.question.question import Question
from retrieval.question.words import Words

ASKED_AT = datetime(2021, 1, 27, 15, 30, tzinfo=UTC)
NEMUNAS = Article(
    id="n1",
    title="Nemunas bridge reopens <early>",
    published=date(2021, 1, 27),
    source="Nemunas Herald",
    paragraphs=("The bridge at Rudna reopened & traffic flows.",),
    url="https://herald.example/bridge?a=1&b=2",
)


def quote(
    text: str,
    *,
    article: Article = NEMUNAS,
    highlights: Sequence[tuple[int, int]] = (),
    copies: Sequence[Copy] = (),
) -> Quote:
    return Quote(
        rank=1,
        score=1.0,
        article=article,
        paragraph=Paragraph(article.id, 0, text),
        start=0,
        end=len(text),
        highlights=tuple(highlights),
        copies=tuple(copies),
    )


def answer(
    *quotes: Quote,
    question: str = "bridge",
    strength: Strength = Strength.STRONG,
    terms: Sequence[str] = ("bridg",),
) -> Answer:
    analysis = replace(analysed(Words("", "", ""), "en"), terms=tuple(terms))
    return Answer(
        question=Question(question, ASKED_AT, (analysis,)),
        engine="invented",
        strength=strength if quotes else Strength.NONE,
        quotes=quotes,
        total=len(quotes),
        suggestions=(),
        took_ms=1.0,
    )


def chatter_or_quote(text: str) -> Answer:
    """As an archive replies that takes all with "joke" in it for chatter."""
    said = answer(quote(f"You said: {text}"), question=text)
    chatter = replace(said.question, kind=Kind.CHATTER)
    nothing = replace(said, question=chatter, quotes=(), strength=Strength.NONE)
    return nothing if "joke" in text else said

"""Answers about a bridge that is nowhere, for what prints them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

from corpus.article import Article, Paragraph
from retrieval.answer import Answer, Copy, Quote, Strength
from retrieval.question.understand import understand

ASKED_AT = datetime(2022, 9, 15, 12, tzinfo=UTC)
BRIDGE = Article(
    id="b1",
    title="Bridge opens",
    published=datetime(2021, 1, 27, 17, 30, tzinfo=timezone(timedelta(hours=2))),
    updated=datetime(2021, 1, 28, 9, 0, tzinfo=UTC),
    source="Nemunas Herald",
    agency="Rudna Wire",
    authors=("Ona Ilgaitė", "Jonas Trumpas"),
    paragraphs=("It rained. The bridge opened.", "Cars came."),
    url="https://herald.example/bridge",
)
FERRY = replace(
    BRIDGE,
    id="f1",
    title="Ferry stops",
    published=date(2021, 2, 1),
    updated=None,
    agency=None,
    authors=(),
    paragraphs=("The ferry stopped.",),
    url=None,
)
FIRST = Quote(
    rank=1,
    score=2.5,
    article=BRIDGE,
    paragraph=Paragraph("b1", 0, "It rained. The bridge opened."),
    start=11,
    end=29,
    highlights=((4, 10),),
    copies=(Copy("p1", "Baltic Post", date(2021, 1, 29), "https://post.example/b"),),
)
SECOND = Quote(
    rank=2,
    score=1.25,
    article=FERRY,
    paragraph=Paragraph("f1", 0, "The ferry stopped."),
    start=0,
    end=18,
    highlights=(),
)


def answer(
    *quotes: Quote, text: str = "Which bridge opened?", strength: Strength = Strength.STRONG
) -> Answer:
    return Answer(
        question=understand(text, ASKED_AT),
        engine="invented",
        strength=strength,
        quotes=quotes,
        total=7,
        suggestions=(),
        took_ms=1.23456,
        confidence=0.9,
    )

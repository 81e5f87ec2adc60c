"""Judged questions → what came for each, through the one path that everybody else asks."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import msgspec

from corpus.archive.archive import Archive
from retrieval.answer import Answer, Quote
from retrieval.answering import Answerer
from retrieval.evaluation.judged import Judged, Outcome, name_of, parse_asked_at
from retrieval.question.question import Scope

DEPTH = 10  # quotes asked for; the deepest measure
TIE = 1e-6  # by how much a run's scores fall where ours are equal: other tools go by the score


@dataclass(frozen=True, slots=True)
class Asking:
    """How judged questions are asked.

    `limit`: quotes a question. `with_asked_at`: as of each question's `asked_at`, else as of now.
    `as_of`: nothing that was published on a later day is found.
    """

    limit: int = DEPTH
    with_asked_at: bool = True
    as_of: bool = False


def ask_all(
    answerer: Answerer, archive: Archive, judged: Iterable[Judged], asking: Asking
) -> Iterator[Outcome]:
    """Ask each question; `archive` is the one that the answers are held against."""
    now = datetime.now(UTC)
    for number, question in enumerate(judged, 1):
        has_moment = asking.with_asked_at and question.asked_at is not None
        asked_at = parse_asked_at(question.asked_at or "") if has_moment else now
        answer = answerer.ask(
            question.question,
            asked_at=asked_at,
            limit=asking.limit,
            scope=Scope(until=asked_at.date()) if asking.as_of else None,
        )
        yield outcome_of(name_of(question, number), question, answer, archive)


def outcome_of(name: str, judged: Judged, answer: Answer, archive: Archive) -> Outcome:
    """Hold one answer against its judgement and the archive."""
    cards = [
        (quote.article.id, *(copy.article for copy in quote.copies)) for quote in answer.quotes
    ]
    right = set(judged.articles)
    wanted = [text for text in map(normalise, judged.answers) if text]
    true = [_true_to(archive, quote) for quote in answer.quotes]
    outcome = Outcome(
        name=name,
        judged=judged,
        strength=answer.strength,
        confidence=answer.confidence,
        took_ms=answer.took_ms,
        found=_falling(cards, answer.quotes),
        article_place=_first_place(not right.isdisjoint(card) for card in cards),
        answer_place=_first_place(
            any(text in normalise(quote.text) for text in wanted) for quote in answer.quotes
        ),
        quotes=len(answer.quotes),
        faithful=sum(text for text, _, _ in true),
        dated=sum(published for _, published, _ in true),
        sourced=sum(source for _, _, source in true),
    )
    if outcome.is_missed and answer.quotes:
        return msgspec.structs.replace(outcome, first=answer.quotes[0].text)
    return outcome


def _true_to(archive: Archive, quote: Quote) -> tuple[bool, bool, bool]:
    """Text, date of publication and source are the archive's."""
    article = archive.article(quote.article.id)
    if article is None:
        return False, False, False
    texts = article.paragraphs[quote.paragraph.position :][:1]
    return (
        [text[quote.start : quote.end] for text in texts] == [quote.text],
        article.published.isoformat() == quote.article.published.isoformat(),
        article.source == quote.article.source,
    )


def _first_place(hits: Iterable[bool]) -> int | None:
    return next((place for place, is_hit in enumerate(hits, 1) if is_hit), None)


def _falling(
    cards: Sequence[tuple[str, ...]], quotes: Sequence[Quote]
) -> tuple[tuple[str, float], ...]:
    found: dict[str, float] = {}
    last = float("inf")
    for card, quote in zip(cards, quotes, strict=True):
        for article in card:
            if article not in found:
                last = found[article] = min(quote.score, last - TIE)
    return tuple(found.items())


def normalise(text: str) -> str:
    """Lower-case letters and digits, single spaces."""
    lower = unicodedata.normalize("NFC", text).lower()
    return " ".join("".join(c if c.isalnum() else " " for c in lower).split())

"""One answer, held against its judgement and the archive."""

import unicodedata
from collections.abc import Iterable, Sequence

import msgspec

from corpus.archive.archive import Archive
from retrieval.answer import Answer, Quote
from retrieval.errors import JudgedQuestionsError
from retrieval.evaluation.judged import Judged
from retrieval.evaluation.outcomes import Outcome
from retrieval.evaluation.patterns import is_found

TIE = 1e-6  # by how much a run's scores fall where ours are equal: other tools go by the score


def outcome_of(name: str, judged: Judged, answer: Answer, archive: Archive) -> Outcome:
    """Hold one answer against its judgement and the archive.

    Raises JudgedQuestionsError where a pattern takes too long.
    """
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
        pattern_place=_described_place(name, judged, answer.quotes),
        quotes=len(answer.quotes),
        faithful=sum(text for text, _, _ in true),
        dated=sum(published for _, published, _ in true),
        sourced=sum(source for _, _, source in true),
    )
    if outcome.is_missed and answer.quotes:
        return msgspec.structs.replace(outcome, first=answer.quotes[0].text)
    return outcome


def _described_place(name: str, judged: Judged, quotes: Sequence[Quote]) -> int | None:
    """Of the first quote that a pattern is found in and whose article is of the days judged."""
    try:
        return _first_place(_is_described(judged, quote) for quote in quotes)
    except JudgedQuestionsError as error:
        raise JudgedQuestionsError(f"question {name}: {error}") from error


def _is_described(judged: Judged, quote: Quote) -> bool:
    day = quote.article.day
    return (
        (judged.since is None or judged.since <= day)
        and (judged.until is None or day <= judged.until)
        and any(is_found(pattern, quote.text) for pattern in judged.patterns)
    )


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

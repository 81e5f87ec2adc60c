"""One answer, held against its judgement and the archive."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cached_property

import msgspec

from corpus.archive.archive import Archive
from retrieval.answer import Answer, Quote
from retrieval.errors import JudgedQuestionsError
from retrieval.evaluation.answers import Answers
from retrieval.evaluation.judged import Judged
from retrieval.evaluation.outcomes import Outcome
from retrieval.evaluation.patterns import is_found

STORY = timedelta(days=7)  # between two articles about one event
TIE = 1e-6  # by how much a run's scores fall where ours are equal: other tools go by the score


def outcome_of(name: str, judged: Judged, answer: Answer, archive: Archive) -> Outcome:
    """Hold one answer against its judgement and the archive.

    Raises JudgedQuestionsError where a pattern takes too long.
    """
    judging = _Judging(judged, archive)
    cards = [_card(quote) for quote in answer.quotes]
    true = [_true_to(archive, quote) for quote in answer.quotes]
    outcome = Outcome(
        name=name,
        judged=judged,
        strength=answer.strength,
        confidence=answer.confidence,
        took_ms=answer.took_ms,
        found=_falling(cards, answer.quotes),
        article_place=_first_place(map(judging.is_right, answer.quotes)),
        story_place=_first_place(map(judging.is_of_the_story, answer.quotes)),
        answer_place=_first_place(judging.answers.are_in(quote.text) for quote in answer.quotes),
        number_place=_first_place(
            judging.answers.are_in_with_numbers(quote.text) for quote in answer.quotes
        ),
        headline_place=_first_place(
            judging.answers.are_in(quote.text) or judging.answers.are_in(quote.article.title)
            for quote in answer.quotes
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


class _Judging:
    """What is judged right for one question."""

    def __init__(self, judged: Judged, archive: Archive) -> None:
        self.answers = Answers(judged.answers)
        self._articles = judged.articles
        self._archive = archive

    def is_right(self, quote: Quote) -> bool:
        """Its article is judged right, or a copy of it is."""
        return not set(self._articles).isdisjoint(_card(quote))

    def is_of_the_story(self, quote: Quote) -> bool:
        """It is right, or its article says the answer within `STORY` of a right one."""
        if self.is_right(quote):
            return True
        article = quote.article
        return self.answers.are_in("\n".join((article.title, *article.paragraphs))) and any(
            abs(article.day - day) <= STORY for day in self._days
        )

    @cached_property
    def _days(self) -> set[date]:
        """Of the articles judged right, those that the archive holds."""
        articles = map(self._archive.article, self._articles)
        return {article.day for article in articles if article is not None}


def _card(quote: Quote) -> tuple[str, ...]:
    return (quote.article.id, *(copy.article for copy in quote.copies))


def _described_place(name: str, judged: Judged, quotes: Sequence[Quote]) -> int | None:
    """Of the first quote that a pattern is found in and whose article is of the days judged."""
    try:
        return _first_place(describes(judged, quote.article.day, quote.text) for quote in quotes)
    except JudgedQuestionsError as error:
        raise JudgedQuestionsError(f"question {name}: {error}") from error


def describes(judged: Judged, day: date, text: str) -> bool:
    """Whether a pattern is found in a quote, and its article's day is of those judged right."""
    return (
        (judged.since is None or judged.since <= day)
        and (judged.until is None or day <= judged.until)
        and any(is_found(pattern, text) for pattern in judged.patterns)
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

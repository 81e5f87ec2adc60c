"""Judged questions → what came for each, through the one path that everybody else asks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import msgspec

from corpus.archive.archive import Archive
from retrieval.answering import Answerer
from retrieval.errors import JudgedQuestionsError
from retrieval.evaluation.judged import Judged, name_of, parse_asked_at
from retrieval.evaluation.judging import outcome_of
from retrieval.evaluation.outcomes import FIRST, Outcome
from retrieval.question.kinds.kind import Kind
from retrieval.question.question import Scope

DEPTH = 10  # quotes asked for; the deepest measure


@dataclass(frozen=True, slots=True)
class Asking:
    """How judged questions are asked.

    `limit`: quotes a question; of a claim, which gets its quotes in the order of their days, as
    many as a reader is shown. `with_asked_at`: as of each question's `asked_at`, else as of now.
    `as_of`: nothing that was published on a later day is found. `before`: so many days before
    `asked_at`, and as of then; what the archive answers already then is left out, and the rest
    counts as unanswerable.
    """

    limit: int = DEPTH
    with_asked_at: bool = True
    as_of: bool = False
    before: int = 0


def ask_all(
    answerer: Answerer, archive: Archive, judged: Iterable[Judged], asking: Asking
) -> Iterator[Outcome]:
    """Ask each question; `archive` is the one that the answers are held against.

    Raises JudgedQuestionsError where a pattern takes too long, and where a question that is to be
    asked before its event does not say when it was asked.
    """
    now = datetime.now(UTC)
    for number, question in enumerate(in_archive(judged, archive), 1):
        name = name_of(question, number)
        asked_at = _moment(name, question, asking, now)
        is_claim = answerer.understand(question.question, asked_at).kind is Kind.CLAIM
        answer = answerer.ask(
            question.question,
            asked_at=asked_at,
            limit=min(asking.limit, FIRST) if is_claim else asking.limit,
            scope=Scope(until=asked_at.date()) if asking.as_of or asking.before else None,
        )
        outcome = outcome_of(name, question, answer, archive)
        if not asking.before:
            yield outcome
        elif not _is_answered(outcome):
            yield outcome_of(name, _unanswerable(question, asked_at), answer, archive)


def in_archive(judged: Iterable[Judged], archive: Archive) -> Iterator[Judged]:
    """The same with the ids under which the archive has their articles: of one page, its first."""
    for one in judged:
        known = tuple(archive.known_id(name) or name for name in one.articles)
        yield msgspec.structs.replace(one, articles=known)


def _moment(name: str, question: Judged, asking: Asking, now: datetime) -> datetime:
    if asking.before and question.asked_at is None:
        raise JudgedQuestionsError(f"question {name} has no asked_at to go back from")
    has_moment = asking.with_asked_at and question.asked_at is not None
    moment = parse_asked_at(question.asked_at or "") if has_moment else now
    return moment - timedelta(days=asking.before)


def _is_answered(outcome: Outcome) -> bool:
    """An article judged right came, or what is judged to answer came first."""
    return outcome.article_place is not None or 1 in (outcome.answer_place, outcome.pattern_place)


def _unanswerable(question: Judged, asked_at: datetime) -> Judged:
    return Judged(
        question.question,
        id=question.id,
        asked_at=asked_at.isoformat(),
        answerable=False,
        kind=question.kind,
    )

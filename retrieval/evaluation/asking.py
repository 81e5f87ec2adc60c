"""Judged questions → what came for each, through the one path that everybody else asks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from corpus.archive.archive import Archive
from retrieval.answering import Answerer
from retrieval.evaluation.judged import Judged, name_of, parse_asked_at
from retrieval.evaluation.judging import outcome_of
from retrieval.evaluation.outcomes import Outcome
from retrieval.question.question import Scope

DEPTH = 10  # quotes asked for; the deepest measure


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
    """Ask each question; `archive` is the one that the answers are held against.

    Raises JudgedQuestionsError where a pattern takes too long.
    """
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

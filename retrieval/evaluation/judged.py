"""Judged questions and what came for each: values, and the files that hold them."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from retrieval.answer import Strength
from retrieval.errors import JudgedQuestionsError

FIRST = 3  # quotes that a reader is shown; what is not among them was missed


class Judged(msgspec.Struct, frozen=True):
    """A question with the ids of the articles that answer it and the strings that do."""

    question: str
    id: str | int | None = None
    asked_at: str | None = None
    articles: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    answerable: bool = True


class _Line(msgspec.Struct, frozen=True):
    """A line of a file: our names, or BEIR's `_id` and `text`."""

    question: str | None = None
    text: str | None = None
    id: str | int | None = None
    beir_id: str | int | None = msgspec.field(default=None, name="_id")
    asked_at: str | None = None
    articles: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    answerable: bool = True


class Outcome(msgspec.Struct, frozen=True):
    """One judged question and what came, without the articles themselves.

    `name` is the question's id, else its number from 1. `found`: ids of the articles found, best
    first, each card's copies right behind it, with strictly falling scores. `article_place` and
    `answer_place` count from 1: the first card with an article judged right, the first quote that
    holds an answer string; None where none does. `faithful`, `dated` and `sourced` count the
    quotes that stand in the archive just so, and those whose article has there the same date of
    publication and the same source. `first` is the first quote's text, kept where it is a miss.
    `graded`: measures by graded judgements, by name.
    """

    name: str
    judged: Judged
    strength: Strength
    confidence: float
    took_ms: float
    found: tuple[tuple[str, float], ...] = ()
    article_place: int | None = None
    answer_place: int | None = None
    quotes: int = 0
    faithful: int = 0
    dated: int = 0
    sourced: int = 0
    first: str = ""
    graded: dict[str, float] = {}

    @property
    def is_located(self) -> bool:
        """It is judged which articles answer it."""
        return self.judged.answerable and bool(self.judged.articles)

    @property
    def is_worded(self) -> bool:
        """It is judged which words answer it."""
        return self.judged.answerable and bool(self.judged.answers)

    @property
    def is_missed(self) -> bool:
        """A right article or the answer is not among the first `FIRST`; or `strong`, in vain."""
        if not self.judged.answerable:
            return self.strength is Strength.STRONG
        return (self.is_located and not is_within(self.article_place, FIRST)) or (
            self.is_worded and not is_within(self.answer_place, FIRST)
        )


def is_within(place: int | None, k: int) -> bool:
    """The place is one of the first k."""
    return place is not None and place <= k


def read_judged(path: Path) -> list[Judged]:
    """Judged questions, or BEIR's queries. Raises JudgedQuestionsError naming the line."""
    judged = []
    for place, line in _lines(path):
        try:
            judged.append(_judged(msgspec.json.decode(line, type=_Line)))
        except (msgspec.MsgspecError, ValueError) as error:
            raise JudgedQuestionsError(f"{place}: {error}") from error
    if not judged:
        raise JudgedQuestionsError(f"{path} holds no questions")
    return judged


def _judged(line: _Line) -> Judged:
    """Raises ValueError."""
    question = line.text if line.question is None else line.question
    if question is None:
        raise ValueError("there is no `question`")
    if line.asked_at is not None:
        parse_asked_at(line.asked_at)
    return Judged(
        question=question,
        id=line.beir_id if line.id is None else line.id,
        asked_at=line.asked_at,
        articles=line.articles,
        answers=line.answers,
        answerable=line.answerable,
    )


def read_outcomes(path: Path) -> list[Outcome]:
    """What `saved_lines` wrote. Raises JudgedQuestionsError naming the line."""
    outcomes = []
    for place, line in _lines(path):
        try:
            outcomes.append(msgspec.json.decode(line, type=Outcome))
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise JudgedQuestionsError(f"{place}: no saved outcome: {error}") from error
    return outcomes


def saved_lines(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """JSON, one outcome a line."""
    return (msgspec.json.encode(outcome).decode() for outcome in outcomes)


def _lines(path: Path) -> Iterator[tuple[str, bytes]]:
    """Each line that is not blank, with its place. Raises JudgedQuestionsError."""
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise JudgedQuestionsError(f"{path} cannot be read: {error.strerror}") from error
    return ((f"{path}:{number}", line) for number, line in enumerate(lines, 1) if line.strip())


def name_of(judged: Judged, number: int) -> str:
    """The question's id, else its number among the questions, from 1."""
    return str(number if judged.id is None else judged.id)


def run_lines(outcomes: Iterable[Outcome], tag: str) -> Iterator[str]:
    """A TREC run: `question Q0 article rank score tag`, one line an article found.

    White space within an id becomes `_`. Source: trec_eval, results file format.
    """
    for outcome in outcomes:
        name = "_".join(outcome.name.split())
        for rank, (found, score) in enumerate(outcome.found, 1):
            yield f"{name} Q0 {'_'.join(found.split())} {rank} {score:.6f} {tag}"


def parse_asked_at(text: str) -> datetime:
    """An ISO date or time, in UTC where it names no zone. Raises ValueError."""
    try:
        read = datetime.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f"asked_at is no date: {text!r}") from error
    return read if read.tzinfo else read.replace(tzinfo=UTC)

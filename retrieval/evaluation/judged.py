"""Judged questions: values, and the files that hold them."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec

from retrieval.errors import JudgedQuestionsError
from retrieval.evaluation.patterns import check_pattern


class Judged(msgspec.Struct, frozen=True):
    """A question, and what answers it: ids of articles, strings, or patterns.

    `patterns` are regular expressions; a quote answers where one of them is found in it and its
    article lies from `since` to `until`, both included. `kind` is of the question, in the words of
    who judged it.
    """

    question: str
    id: str | int | None = None
    asked_at: str | None = None
    articles: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    answerable: bool = True
    patterns: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    kind: str = ""

    @property
    def is_located(self) -> bool:
        """It is judged which articles answer it."""
        return self.answerable and bool(self.articles)

    @property
    def is_worded(self) -> bool:
        """It is judged which words answer it."""
        return self.answerable and bool(self.answers)

    @property
    def is_described(self) -> bool:
        """It is judged which quotes answer it."""
        return self.answerable and bool(self.patterns)


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
    patterns: tuple[str, ...] = ()
    since: str | int | None = msgspec.field(default=None, name="from")
    until: str | int | None = msgspec.field(default=None, name="to")
    kind: str = ""


def read_judged(path: Path) -> list[Judged]:
    """Judged questions, or BEIR's queries. Raises JudgedQuestionsError naming the line."""
    judged = []
    for place, line in lines_of(path):
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
    for pattern in line.patterns:
        check_pattern(pattern)
    since, until = _day(line.since, "from"), _day(line.until, "to")
    if since and until and since > until:
        raise ValueError(f"`from` is after `to`: {since} to {until}")
    return Judged(
        question=question,
        id=line.beir_id if line.id is None else line.id,
        asked_at=line.asked_at,
        articles=line.articles,
        answers=line.answers,
        answerable=line.answerable,
        patterns=line.patterns,
        since=since,
        until=until,
        kind=line.kind,
    )


def _day(given: str | int | None, name: str) -> date | None:
    """A day, or of a year the first or, for `to`, the last one. Raises ValueError."""
    if given is None:
        return None
    text = str(given)
    is_year = len(text) == 4 and text.isdecimal()
    try:
        return date.fromisoformat(text + ("" if not is_year else YEAR_ENDS[name]))
    except ValueError as error:
        raise ValueError(f"`{name}` is neither a day nor a year: {text!r}") from error


YEAR_ENDS = {"from": "-01-01", "to": "-12-31"}


def lines_of(path: Path) -> Iterator[tuple[str, bytes]]:
    """Each line that is not blank, with its place. Raises JudgedQuestionsError."""
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise JudgedQuestionsError(f"{path} cannot be read: {error.strerror}") from error
    return ((f"{path}:{number}", line) for number, line in enumerate(lines, 1) if line.strip())


def name_of(judged: Judged, number: int) -> str:
    """The question's id, else its number among the questions, from 1."""
    return str(number if judged.id is None else judged.id)


def parse_asked_at(text: str) -> datetime:
    """An ISO date or time, in UTC where it names no zone. Raises ValueError."""
    try:
        read = datetime.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f"asked_at is no date: {text!r}") from error
    return read if read.tzinfo else read.replace(tzinfo=UTC)

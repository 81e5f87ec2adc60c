"""A Thursday on which the tests ask, and what is found in a question then."""

from datetime import UTC, datetime

from retrieval.question.times.expressions import Time, find_time

ASKED = datetime(2022, 9, 15, 12, tzinfo=UTC)


def found(text: str, asked_at: datetime = ASKED) -> Time | None:
    return find_time(text, asked_at)


def window(text: str, asked_at: datetime = ASKED) -> tuple[str, str] | None:
    """First and last day, "" for an open end."""
    time = found(text, asked_at)
    return (str(time.since or ""), str(time.until or "")) if time else None

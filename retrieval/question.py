"""What was asked."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Question:
    """A question as understood.

    `text` is what the person wrote. `terms` are the index terms searched for, in the order of
    their first mention; `words` are the same as the person wrote them. `since` and `until` are
    the first and last day asked for, both included, in the paper's own zone. `sources` are
    outlets or agencies as the archive names them.
    """

    text: str
    asked_at: datetime
    terms: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    sources: tuple[str, ...] = ()

"""What the words for a time are read against: the moment of asking, and the language's table."""

import calendar
from datetime import date, datetime
from typing import NamedTuple

from msgspec import Struct

from retrieval.question.times.table import TimeTable

FIRST_YEAR = 1800  # a smaller number is no year of a news archive


class Days(NamedTuple):
    """First and last day, both included; None is open."""

    since: date | None
    until: date | None


class Reference(Struct, frozen=True):
    """The moment of asking, which "yesterday" is counted from, and the language's words.

    A day without a year is the most recent one up to `latest`.
    """

    at: datetime
    today: date
    latest: date
    table: TimeTable


def months_between(year: int, first: int, last: int) -> Days:
    """From the first day of a month to the last day of another, counted on over the year's end."""
    since = date(year + (first - 1) // 12, (first - 1) % 12 + 1, 1)
    end = date(year + (last - 1) // 12, (last - 1) % 12 + 1, 1)
    return Days(since, end.replace(day=calendar.monthrange(end.year, end.month)[1]))

"""Days as people name them in options: a year, a month or a day, in numbers or with its name."""

import calendar
import re
from datetime import date

from retrieval.question.times.english import MONTHS
from retrieval.question.times.numeric import DAY, MONTH_ALONE, readings

FORMS = "write 2021, 2021-03 or 2021-03-14"
ISO = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")
_NAME = "|".join(sorted(MONTHS, key=len, reverse=True))
NAMED = re.compile(
    rf"(?:(\d{{1,2}})(?:st|nd|rd|th)? (?:of )?)?({_NAME})\.?(?: (\d{{1,2}})(?:st|nd|rd|th)?)?"
    r",? (\d{4})",
    re.IGNORECASE,
)


def first_day(text: str) -> date:
    """The first day of `2021`, `2021-03` or `2021-03-14`. Raises ValueError in one line."""
    year, month, day = _parts(text)
    return _date(text, year, month or 1, day or 1)


def last_day(text: str) -> date:
    """The last day of `2021`, `2021-03` or `2021-03-14`. Raises ValueError in one line."""
    year, month, day = _parts(text)
    first = _date(text, year, month or 12, day or 1)
    return first if day else first.replace(day=calendar.monthrange(first.year, first.month)[1])


def _parts(text: str) -> tuple[int, int | None, int | None]:
    """Year, month and day; what has two readings is refused."""
    written = " ".join(text.split())
    if match := ISO.fullmatch(written):
        year, month, day = match.groups()
        return int(year), int(month) if month else None, int(day) if day else None
    if DAY.fullmatch(written):
        return _one_reading(written)
    if MONTH_ALONE.fullmatch(written):
        month, year = re.findall(r"\d+", written)
        return int(year), int(month), None
    named = NAMED.fullmatch(written)
    if named is None or (named[1] and named[3]):
        raise ValueError(f"{text!r} is no date; {FORMS}")
    number = named[1] or named[3]
    return int(named[4]), MONTHS[named[2].lower()], int(number) if number else None


def _one_reading(written: str) -> tuple[int, int, int]:
    this_year = date.today().year  # noqa: DTZ011 (of a century, any zone's will do)
    days = readings(written, this_year)
    if not days:
        raise ValueError(f"there is no {written}; {FORMS}")
    if len(days) > 1:
        raise ValueError(f"{written} may be {days[0]} or {days[1]}; {FORMS}")
    return days[0].year, days[0].month, days[0].day


def _date(text: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise ValueError(f"there is no {text}: {error}") from error

"""Days as people name them in options: a year, a month or a day."""

import calendar
import re
from datetime import date

DAY = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")


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
    match = DAY.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"{text!r} is no date; write 2021, 2021-03 or 2021-03-14")
    year, month, day = match.groups()
    return int(year), int(month) if month else None, int(day) if day else None


def _date(text: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise ValueError(f"there is no {text}: {error}") from error

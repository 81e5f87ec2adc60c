"""Times that are counted from the moment of asking: "yesterday", "last month", "two years ago".

The functions raise ValueError or OverflowError for a time that cannot be, and return None where
the words are no time after all.
"""

import re
from datetime import date, timedelta

from retrieval.question.times.reference import FIRST_YEAR, Days, Reference, months_between

UNITS = ("month", "quarter", "year")  # of a calendar


def days_ago(match: re.Match[str], reference: Reference) -> Days:
    first, last = reference.table.days_ago[" ".join(match["word"].split())]
    return Days(reference.today - timedelta(first), reference.today - timedelta(last))


def weekend(match: re.Match[str], reference: Reference) -> Days:
    """The most recent that has begun; the last one is over."""
    is_over = match.groupdict().get("which") == "last"
    back = (reference.today.weekday() - 5) % 7
    saturday = reference.today - timedelta(back + (7 if is_over and back < 2 else 0))
    return Days(saturday, saturday + timedelta(1))


def _count(match: re.Match[str], reference: Reference) -> int:
    count = " ".join((match.groupdict().get("count") or "1").split()).removeprefix("a ")
    return int(count) if count.isdecimal() else reference.table.numbers[count]


def _moved(reference: Reference, count: int, unit: str) -> date:
    """So many units before today; the day of the month is kept as far as there is one."""
    if unit == "hour":
        return (reference.at - timedelta(hours=count)).date()
    if unit in ("day", "week"):
        return reference.today - timedelta(count * (7 if unit == "week" else 1))
    return _months_back(
        reference, count * {"month": 1, "quarter": 3, "year": 12, "decade": 120}[unit]
    )


def _months_back(reference: Reference, months: int) -> date:
    month = reference.today.month - months
    since, until = months_between(reference.today.year, month, month)
    if since is None or until is None or since.year < FIRST_YEAR:
        raise ValueError(months)
    return since.replace(day=min(reference.today.day, until.day))


def back(match: re.Match[str], reference: Reference) -> Days:
    return Days(_moved(reference, _count(match, reference), match["unit"]), reference.today)


def ago(match: re.Match[str], reference: Reference) -> Days:
    return around(_moved(reference, _count(match, reference), match["unit"]), match["unit"])


def half_ago(match: re.Match[str], reference: Reference) -> Days:
    """ "Half a year ago": a month; "a decade and a half ago": a year."""
    unit = match["unit"]
    size = {"year": 12, "decade": 120}[unit]
    whole = 0 if match["count"] == "half" else _count(match, reference)
    day = _months_back(reference, size * whole + size // 2)
    return around(day, "month" if unit == "year" else "year")


def calendar_unit(match: re.Match[str], reference: Reference) -> Days:
    count = 1 if match["which"] == "last" else 0
    return around(_moved(reference, count, match["unit"]), match["unit"])


def around(day: date, unit: str) -> Days:
    """The calendar's week, month or year in which a day lies; a decade ago is a year."""
    if unit == "week":
        monday = day - timedelta(day.weekday())
        return Days(monday, monday + timedelta(6))
    if unit == "month":
        return months_between(day.year, day.month, day.month)
    if unit == "quarter":
        first = (day.month - 1) // 3 * 3 + 1
        return months_between(day.year, first, first + 2)
    if unit in ("year", "decade"):
        return months_between(day.year, 1, 12)
    return Days(day, day)


def weekday_named(match: re.Match[str], reference: Reference) -> Days | None:
    if reference.table.weekday_names.match(match.string, match.end()):
        return None
    which = match.groupdict().get("which")
    weekday = reference.table.weekdays[match["weekday"].lower()]
    back = (reference.today.weekday() - weekday) % 7
    if which == "last":
        back = back or 7
    elif which == "this":
        back = reference.today.weekday() - weekday  # of this week, perhaps to come
    elif reference.latest > reference.today and back:
        back -= 7  # the next one
    day = reference.today - timedelta(back)
    return Days(day, day)

"""Which month, quarter or year a text tells of: "in May", "the second quarter", "last year".

A figure of a month is published in the next one, and beside it that of the month before: the names
of months in a text say more of what it tells than its day does.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta

from retrieval.question.times.calendar import KINDS
from retrieval.question.times.expressions import TABLES
from retrieval.question.times.reference import Days, Reference
from retrieval.question.times.relative import UNITS, around

REPORTED = {"month": 45, "quarter": 62, "year": 92}  # days in which their figures are published
SIZE = 3  # of a quarter, in months
LOOKED_BACK = timedelta(184)  # an earlier one without a year may be one that is to come
CLAUSE = 60  # characters before a name that tell whether it is only compared with


def unit_of(days: Days) -> str | None:
    """Which unit of the calendar that is, a month, a quarter or a year; None: none."""
    since = days.since
    return next((unit for unit in UNITS if since and around(since, unit) == days), None)


def printed(words: str, days: Days, language: str) -> str:
    """What an article may print of a time: months and numbers in the words for it.

    And the name of a quarter, and of a month that the words count, as "last month" does.
    """
    table, unit = TABLES[language], unit_of(days)
    month = days.since.month if days.since else 0
    named = [word for word in re.findall(r"\w+", words) if word.lower() in table.months]
    numbers = re.findall(r"(?<![\w'’])\d{1,4}\b" if named else r"\b\d{4}\b", words)
    if unit == "quarter":
        named = [*_named(table.ordinals, month // SIZE + 1), unit]
    elif unit == "month" and not (named or numbers):
        named = _named(table.months, month)
    return " ".join(named + numbers)


def _named(names: Mapping[str, int], number: int) -> list[str]:
    return [next(name for name, one in names.items() if one == number)]


def tells_of(text: str, published: date, days: Days, language: str) -> bool | None:
    """Whether a text tells of a whole month, quarter or year; False: only of others.

    None where it names no other that is no longer, or only parts of this one.
    """
    told = set(_told(text, published, language)) if days.since and days.until else set()
    if days in told:
        return True
    return False if any(_is_another(one, days) for one in told) else None


def _is_another(told: Days, asked: Days) -> bool:
    """Whether it lies outside, and is not longer: a year is named in passing."""
    if not (told.since and told.until and asked.since and asked.until):
        return False
    is_apart = told.since > asked.until or asked.since > told.until
    return is_apart and (told.until - told.since).days <= (asked.until - asked.since).days + 3


def _told(text: str, published: date, language: str) -> Iterator[Days]:
    """What is only compared with is left out: "up from 8% in April"."""
    table = TABLES.get(language)
    if table is None:
        return
    at = datetime.combine(published, time(), UTC)
    reference = Reference(at, published, published, table)
    for kind, pattern, _ in table.told:
        for match in pattern.finditer(text):
            clause = text[max(0, match.start() - CLAUSE) : match.start()]
            if table.beside.search(clause):
                continue
            try:
                days = KINDS[kind](match, reference)
            except (ValueError, OverflowError):
                continue
            if days and (match.groupdict().get("year") or _is_recent(days, published)):
                yield days


def _is_recent(days: Days, published: date) -> bool:
    return days.until is not None and published - days.until < LOOKED_BACK

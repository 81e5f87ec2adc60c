"""Dates as papers and feeds print them. Never a guess: 01/02/2021 is refused."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from corpus.errors import UnreadableError

LONGEST = 60  # characters
FIRST_YEAR, LAST_YEAR = 1400, 9000
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>[A-Za-z]{3,9})\.?"
_TIME = r"(?:[,T ]+(?:at )?(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?:[:.](?P<second>\d\d))?)?"

# 2021.01.27 17:30, 2021/01/27, 2021-1-27
NUMBERS = re.compile(
    r"(?P<year>\d{4})(?P<mark>[./-])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})\.?" + _TIME
)
# 27 January 2021, 17:30
DAY_FIRST = re.compile(r"(?P<day>\d{1,2})\.? " + _MONTH + r",? (?P<year>\d{4})" + _TIME)
# January 27, 2021 17:30
MONTH_FIRST = re.compile(_MONTH + r" (?P<day>\d{1,2}),? (?P<year>\d{4})" + _TIME)
WEEKDAY = re.compile(r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[,.]? ", re.I)
ISO = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d")
RFC_2822 = re.compile(r"(?:[A-Za-z]{3}, )?\d{1,2} [A-Za-z]{3} \d{4} \d\d:\d\d(?::\d\d)? \S+")


def parse_date(text: str) -> datetime | date:
    """A printed date: aware where it names a zone, else a local time or a plain date.

    Raises UnreadableError with the reason.
    """
    text = " ".join(text.split())
    parsed = _parse(WEEKDAY.sub("", text, count=1), text)
    if not FIRST_YEAR <= parsed.year <= LAST_YEAR:
        raise UnreadableError(f"no such date: {text[:40]}")
    return parsed


def is_date_shaped(text: str) -> bool:
    """Whether a text is a date and nothing else, be it a possible one or not."""
    bare = WEEKDAY.sub("", " ".join(text.split()), count=1)
    shapes = (NUMBERS, DAY_FIRST, MONTH_FIRST, RFC_2822)
    is_shaped = len(bare) <= LONGEST and any(shape.fullmatch(bare) for shape in shapes)
    return is_shaped or bool(len(bare) <= LONGEST and ISO.match(bare))


def _parse(bare: str, text: str) -> datetime | date:
    for pattern in (NUMBERS, DAY_FIRST, MONTH_FIRST):
        match = pattern.fullmatch(bare)
        if match:
            return _from_parts(match, text)
    try:
        if RFC_2822.fullmatch(text):
            return parsedate_to_datetime(text)
        if ISO.match(bare):
            return datetime.fromisoformat(bare)
    except (ValueError, OverflowError) as error:
        raise UnreadableError(f"no such date: {text[:40]}") from error
    raise UnreadableError(f"not a date: {text[:40]!r}")


def _from_parts(match: re.Match[str], text: str) -> datetime | date:
    part = match.groupdict()
    try:
        day = date(int(part["year"]), _month(part["month"]), int(part["day"]))
        if part["hour"] is None:
            return day
        return datetime(  # noqa: DTZ001 (local: the caller knows the outlet's zone)
            day.year,
            day.month,
            day.day,
            int(part["hour"]),
            int(part["minute"]),
            int(part["second"] or 0),
        )
    except ValueError as error:
        raise UnreadableError(f"no such date: {text[:40]}") from error


def _month(name: str) -> int:
    if name.isdigit():
        return int(name)
    return MONTHS.index(name[:3].lower()) + 1  # ValueError for a word that is no month

"""One kind of words for a time, matched → its first and last day.

The functions raise ValueError or OverflowError for a time that cannot be, and return None where
the words are no time after all.
"""

import calendar
import re
from collections.abc import Callable, Mapping
from datetime import date

from retrieval.question.times.numeric import readings
from retrieval.question.times.reference import FIRST_YEAR, Days, Reference, months_between
from retrieval.question.times.relative import (
    ago,
    back,
    calendar_unit,
    days_ago,
    half_ago,
    weekday_named,
    weekend,
)

# Thirds of a year in months → of a decade in years.
DECADE_PARTS = {(1, 4): (0, 3), (5, 8): (4, 6), (9, 12): (7, 9)}


def _year_number(text: str, reference: Reference) -> int:
    year = int(text) if len(text) == len("2021") else _recent_century(int(text[-2:]), reference)
    if not FIRST_YEAR <= year <= reference.today.year + 1:
        raise ValueError(year)
    return year


def _recent_century(short: int, reference: Reference) -> int:
    """The year that `'21` is: not later than the next one."""
    year = reference.today.year // 100 * 100 + short
    return year - 100 if year > reference.today.year + 1 else year


def _month_number(text: str, reference: Reference) -> int:
    return int(text) if text.isdecimal() else reference.table.months[text.lower()]


def _day_number(text: str, reference: Reference) -> int:
    return int(text) if text.isdecimal() else reference.table.ordinals[text]


def _names_an_event(match: re.Match[str], reference: Reference) -> bool:
    """ "2020 election", "2000 metres"."""
    if reference.table.counted.match(match.string, match.end()):
        return True
    word = re.compile(r"\s{1,3}(\w{1,30})").match(match.string, match.end())
    return bool(word and word[1].lower() in reference.table.events)


def _is_a_person(match: re.Match[str], reference: Reference) -> bool:
    """ "April Jones", "Theresa May"."""
    text = match.string
    if match["month"].lower() not in reference.table.given_names:
        return False
    if reference.table.families.search(
        text[max(0, match.start("month") - 20) : match.start("month")]
    ):
        return True
    return match.end() == match.end("month") and bool(
        reference.table.surname.match(text, match.end("month"))
    )


def _numeric(match: re.Match[str], reference: Reference) -> Days | None:
    """Of two readings neither. A weekday may stand before the numbers."""
    days = readings(match.group().split()[-1], reference.today.year)
    if len(days) != 1 or days[0].year < FIRST_YEAR:
        raise ValueError(match.group())
    return Days(days[0], days[0])


def _day(match: re.Match[str], reference: Reference) -> Days | None:
    groups = match.groupdict()
    month, day = _month_number(match["month"], reference), _day_number(match["day"], reference)
    if groups.get("year"):
        only = date(_year_number(match["year"], reference), month, day)
        return Days(only, only)
    if _names_an_event(match, reference):
        return None
    recent = date(_recent_year(month, day, reference), month, day)
    return Days(recent, recent)


def _recent_year(month: int, day: int, reference: Reference) -> int:
    """The year of the most recent such day; of 29 February it may be eight years ago."""
    date(2000, month, day)
    last = reference.latest.year - ((month, day) > (reference.latest.month, reference.latest.day))
    if (month, day) == (2, 29):
        while not calendar.isleap(last):
            last -= 1
    return last


def _days(match: re.Match[str], reference: Reference) -> Days | None:
    last = _day(match, reference)
    if last is None or last.until is None:
        return None
    first = last.until.replace(day=int(match["day1"]))
    return Days(first, last.until) if first <= last.until else None


def _month(match: re.Match[str], reference: Reference) -> Days | None:
    groups = match.groupdict()
    month = _month_number(match["month"], reference)
    if not 1 <= month <= 12:
        raise ValueError(month)
    if match["month"].isalpha() and _is_a_person(match, reference):
        return None
    if groups.get("year"):
        named = match.string[max(0, match.start() - 4) : match.start()].lower().strip() == "the"
        if named and _names_an_event(match, reference):
            return None
        year = _year_number(match["year"], reference)
    elif groups.get("which") == "this":
        year = reference.today.year
    elif groups.get("which") == "last":
        year = reference.today.year - (month >= reference.today.month)
    else:
        year = _recent_year(month, 1, reference)
    return months_between(year, month, month)


def _month_to_month(match: re.Match[str], reference: Reference) -> Days | None:
    first, last = (
        _month_number(match["month1"], reference),
        _month_number(match["month"], reference),
    )
    year = _year_number(match["year"], reference)
    return months_between(year, first - 12 * (first > last), last)


def _year(match: re.Match[str], reference: Reference) -> Days | None:
    if _names_an_event(match, reference):
        return None
    year = _year_number(match["year"], reference)
    if year == 1984 and re.compile(r"\s{1,3}by\s{1,3}[A-Z]").match(match.string, match.end()):
        return None  # the book
    return months_between(year, 1, 12)


def _years(match: re.Match[str], reference: Reference) -> Days | None:
    first, last = _year_number(match["year1"], reference), _year_number(match["year"], reference)
    return Days(date(first, 1, 1), date(last, 12, 31)) if first <= last else None


def _decade(match: re.Match[str], reference: Reference) -> Days:
    year = _year_number(match["decade"], reference)
    first, last = DECADE_PARTS[reference.table.parts[match["part"]]] if match["part"] else (0, 9)
    return Days(date(year + first, 1, 1), date(year + last, 12, 31))


def _part(match: re.Match[str], reference: Reference) -> Days | None:
    """A part of a year in whole months, a part of a month in thirds: 1-10, 11-20, 21-."""
    groups = match.groupdict()
    first, last = reference.table.parts[match["part"].split()[0]]
    whole_of = calendar_unit if groups.get("which") else _month if groups.get("month") else _year
    whole = whole_of(match, reference)
    if whole is None or whole.since is None or whole.until is None:
        return None
    if whole.since.month != whole.until.month:
        return months_between(whole.since.year, first, last)
    third = 0 if first == 1 else 1 if first == 5 else 2
    days = ((1, 10), (11, 20), (21, whole.until.day))[third]
    return Days(whole.since.replace(day=days[0]), whole.until.replace(day=days[1]))


def _fraction(match: re.Match[str], reference: Reference) -> Days | None:
    size = 6 if match["fraction"].lower() in ("half", "h") else 3
    nth = (
        int(match["nth"])
        if match["nth"].isdecimal()
        else reference.table.numbers[match["nth"].lower()]
    )
    first = size * (nth - 1) + 1
    year = match.groupdict().get("year")
    number = _year_number(year, reference) if year else _recent_year(first, 1, reference)
    return months_between(number, first, first + size - 1)


def _season(match: re.Match[str], reference: Reference) -> Days:
    groups = match.groupdict()
    first = reference.table.seasons[match["season"].lower()]
    today = reference.today
    if groups.get("year"):
        year = _year_number(match["year"], reference)
        wholly_to_come = first == 12 and date(year, 12, 1) > today
        year -= wholly_to_come
    else:
        year = today.year - (first == 12 and today.month < 3)
        until = months_between(year, first, first + 2).until
        if match["which"] == "last" and until and until >= today:
            year -= 1
    return months_between(year, first, first + 2)


KINDS: Mapping[str, Callable[[re.Match[str], Reference], Days | None]] = {
    "ago": ago,
    "back": back,
    "calendar": calendar_unit,
    "day": _day,
    "days": _days,
    "days_ago": days_ago,
    "decade": _decade,
    "fraction": _fraction,
    "half_ago": half_ago,
    "month": _month,
    "months": _month_to_month,
    "numeric": _numeric,
    "part": _part,
    "season": _season,
    "weekday": weekday_named,
    "weekend": weekend,
    "year": _year,
    "years": _years,
}

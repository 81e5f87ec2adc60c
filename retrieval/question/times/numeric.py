"""Days and months written in numbers: `27/01/2021`, `2021.01.27`, `20210127`, `01/2021`.

The year comes first or last. Between points the day stands before the month, elsewhere either may,
so `01/02/2021` has two readings: whoever reads it must ask, or leave it. Between hyphens a year of
two digits may come first too, if it is not long past: `21-01-27`.
"""

import re
from datetime import date

# Year, month and day; the separators are the same.
YEAR_FIRST = r"(?:19|20)\d\d([-./])\d{1,2}\1\d{1,2}(?!\d)"
COMPACT = r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)"
YEAR_LAST = r"\d{1,2}([-./])\d{1,2}\2\d{4}(?!\d)"
# With a year of two digits, so that neither 12.4.10 nor 21-18-21 is meant: between points a month
# of one digit needs a day or a year that a version's number would hardly have.
SHORT = (
    r"\d{1,2}/\d{1,2}/\d\d(?!\d)|\d{1,2}\.(?:0\d|1[0-2])\.\d\d(?!\.?\d)"
    r"|(?:(?:1[3-9]|2\d|3[01])\.[1-9]\.\d\d|\d{1,2}\.[1-9]\.(?:0\d|1[3-9]|[2-9]\d))(?!\.?\d)"
    r"|(?=(?:\d\d-)?(?:0[1-9]|1[0-2])-)\d\d-\d\d-\d\d(?!-?\d)"
)
MONTH = r"\d{1,2}/(?:19|20)\d\d(?![\d/])|(?:0\d|1[0-2])-(?:19|20)\d\d(?![\d-])"
RECENT = 50  # years
PARTED = re.compile(r"\d(?:[-./]|\d{7})")
DAY = re.compile(rf"(?<![\w./-])(?:{YEAR_FIRST}|{COMPACT}|{YEAR_LAST}|{SHORT})(?![\w/-])", re.ASCII)
MONTH_ALONE = re.compile(rf"(?<![\w./-])(?:{MONTH})(?!\w)", re.ASCII)


def has_numbers(text: str) -> bool:
    """Whether there may be a day or a month in numbers at all."""
    return PARTED.search(text) is not None


def readings(written: str, this_year: int) -> tuple[date, ...]:
    """The days that a match of `DAY` may mean: one, two, or none where there is no such day.

    A year of two digits is the most recent one up to next year.
    """
    parts = re.findall(r"\d+", written)
    if len(parts) == 1:
        parts = [written[:4], written[4:6], written[6:]]
    if len(parts[0]) == 4:
        orders = [parts]
    else:
        one, other, year = parts
        whole = year if len(year) == 4 else _whole_year(int(year), this_year)
        orders = [[whole, other, one], [whole, one, other]]
        if len(year) == 2 and "-" in written:
            orders = [*orders, [f"20{one}", other, year]]
            orders = [order for order in orders if -RECENT <= int(order[0]) - this_year <= 0]
    days = dict.fromkeys(filter(None, map(_day, orders)))
    return tuple(days)[: 1 if "." in written else 2]


def _whole_year(short: int, this_year: int) -> str:
    century = this_year - this_year % 100
    year = century + short
    return str(year - 100 if year > this_year + 1 else year)


def _day(parts: list[str]) -> date | None:
    try:
        return date(*map(int, parts))
    except ValueError:
        return None

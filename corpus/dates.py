"""Dates as papers and feeds print them. Never a guess: 01/02/2021 is refused.

With dots the day comes first, 01.02.2021, wherever dates are written so.
"""

import re
from datetime import date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

from corpus.errors import UnreadableError
from corpus.languages.english import calendar

LONGEST = 60  # characters
_MONTH = rf"(?P<month>{calendar.MONTH})\.?"
# Names of zones that mean one thing only; EST, IST, BST and others of that shape mean several.
ZONES = {"Z": 0, "UTC": 0, "GMT": 0, "WET": 0, "WEST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3,
         "MSK": 3}  # fmt: skip
_ZONE = r"(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d|(?-i:[A-Z]{1,3}[SD]T|[CEMPW]E?T|MSK))"
_TIME = (
    rf"(?:[,T ]+(?:{calendar.AT})?(?P<hour>\d{{1,2}})[:.](?P<minute>\d\d)"
    r"(?:[:.](?P<second>\d\d)(?:[.,](?P<fraction>\d+))?)?"
    rf"(?: ?{calendar.HALF_DAY})?(?: val\.?)?(?: ?\(?{_ZONE}\)?)?)?"
)
_FORMS = (
    # 2021.01.27 17:30, 2021/01/27, 2021-1-27
    r"(?P<year>\d{4})(?P<mark>[./-])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})\.?" + _TIME,
    # 27.01.2021 17:30
    r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})" + _TIME,
    # 27 January 2021, 17:30
    r"(?P<day>\d{1,2})(?:" + calendar.ORDINAL + r"|\.)? " + _MONTH + r",? (?P<year>\d{4})" + _TIME,
    # January 27, 2021 17:30
    _MONTH + r" (?P<day>\d{1,2})(?:" + calendar.ORDINAL + r")?,? (?P<year>\d{4})" + _TIME,
)
PATTERNS = tuple(re.compile(form, re.I) for form in _FORMS)
ENDINGS = tuple(re.compile(rf"(?<!\d)(?:{calendar.WEEKDAY})?{form}$", re.I) for form in _FORMS)
WEEKDAY = re.compile(calendar.WEEKDAY, re.I)
ISO = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d", re.I)
RFC_2822 = re.compile(r"[A-Za-z]{3}, \d{1,2} [A-Za-z]{3} \d{4} \d\d:\d\d(?::\d\d)? \S+")


def parse_date(text: str) -> datetime | date:
    """A printed date: aware where it names a zone, else a local time or a plain date.

    Raises UnreadableError with the reason.
    """
    text = " ".join(text.split())
    if len(text) > LONGEST:
        raise UnreadableError(f"not a date: {text[:40]!r}")
    return _parse(WEEKDAY.sub("", text, count=1), text)


def is_date_shaped(text: str) -> bool:
    """Whether a text is a date and nothing else, be it a possible one or not."""
    bare = WEEKDAY.sub("", " ".join(text.split()), count=1)
    if len(bare) > LONGEST:
        return False
    shapes = (*PATTERNS, RFC_2822)
    return any(shape.fullmatch(bare) for shape in shapes) or ISO.match(bare) is not None


def ending_date(text: str) -> int | None:
    """Where the date begins with which a line of single spaces ends; None without one.

    `RFE/RL2021.01.27 17:30` → 6. The date need not be a possible one.
    """
    starts = [match.start() for form in ENDINGS if (match := form.search(text))]
    return next((start for start in sorted(starts) if not text[start].islower()), None)


def _parse(bare: str, text: str) -> datetime | date:
    try:
        # By this standard EST is one zone only; a zone that it does not know gives a local time.
        if RFC_2822.fullmatch(text) and (moment := parsedate_to_datetime(text)).tzinfo:
            return moment
        for pattern in PATTERNS:
            if match := pattern.fullmatch(bare):
                return _from_parts(match, text)
        if ISO.match(bare):
            return datetime.fromisoformat(bare)
    except (ValueError, OverflowError) as error:
        raise UnreadableError(_no_such(text)) from error
    raise UnreadableError(f"not a date: {text[:40]!r}")


def _no_such(text: str) -> str:
    shown = text[:40]
    return f"no such date: {shown if shown.isprintable() else repr(shown)}"


def _from_parts(match: re.Match[str], text: str) -> datetime | date:
    part = match.groupdict()
    day = date(int(part["year"]), _month(part["month"]), int(part["day"]))
    if part["hour"] is None:
        return day
    return datetime(
        day.year,
        day.month,
        day.day,
        _hour(int(part["hour"]), part["half"]),
        int(part["minute"]),
        int(part["second"] or 0),
        int((part["fraction"] or "0")[:6].ljust(6, "0")),
        tzinfo=_zone(part["zone"], text),  # local without: the caller knows the outlet's zone
    )


def _hour(hour: int, half: str | None) -> int:
    """On the clock of 24 hours."""
    if half is None:
        return hour
    if not 1 <= hour <= 12:
        raise ValueError
    return hour % 12 + (12 if half in "pP" else 0)


def _zone(name: str | None, text: str) -> timezone | None:
    """`-0000` is no zone: by RFC 2822 it says that the time is in none known."""
    if name is None or name == "-0000":
        return None
    if name[0] in "+-":
        digits = name[1:].replace(":", "")
        offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
        return timezone(-offset if name[0] == "-" else offset)
    if name.upper() not in ZONES:
        raise UnreadableError(f"no telling which zone {name} is: {text}")
    return timezone(timedelta(hours=ZONES[name.upper()]))


def _month(name: str) -> int:
    if name.isdigit():
        return int(name)
    return calendar.SHORT_MONTHS.index(name[:3].lower()) + 1

"""Dates as papers, feeds and machines print them. Never a guess: 01/02/2021 is refused.

With dots the day comes first, 01.02.2021, wherever dates are written so.
"""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from corpus.date_faults import UNIX
from corpus.date_forms import (
    BEFORE_DAY,
    CLOCK_FIRST,
    COMPACT,
    ENDINGS,
    EPOCH,
    FORMS,
    ISO,
    MAIL,
    MONTHS,
    UNKNOWN_ZONE,
    WEEKDAY,
)
from corpus.errors import UnreadableError
from corpus.languages.english.zones import MAIL_ZONES, ZONES

LONGEST = 80  # characters
NEAR_END = 25  # characters, among which every form has a digit
# What an old teleprinter's control characters bring with them: `15:01:01.79\x05\x05\x05RM`.
BEHIND_CONTROL = re.compile(r"(?<=\d)[\x01-\x08\x0e-\x1b].*", re.S)
DIGIT = re.compile(r"\d")
# Marks of direction and joiners are no part of a date; all dashes are one.
UNSEEN = {
    **dict.fromkeys(map(ord, "\ufeff\u200b\u200c\u200d\u2060\u200e\u200f\u00ad"), ""),
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-"),
}
Part = str | None


def parse_date(
    text: str, zone: ZoneInfo | None = None, *, is_machine: bool = False
) -> datetime | date:
    """A printed date: aware where it names a zone, else in `zone`, the outlet's; or a plain date.

    A name of several meanings counts where it is one of the outlet's zone at that time; otherwise,
    as for a name that nobody knows, the time is given as printed, in no zone. `is_machine`: it
    stands in a field for dates, where `20210127` and seconds from 1970 are such.

    Raises UnreadableError with the reason.
    """
    shown = " ".join(BEHIND_CONTROL.sub("", text).split())
    if len(shown) > LONGEST:
        raise UnreadableError(f"not a date: {shown[:40]!r}")
    try:
        moment = _parsed(shown, zone, is_machine=is_machine)
    except (ValueError, OverflowError) as error:
        raise UnreadableError(_no_such(shown)) from error
    if moment is None:
        raise UnreadableError(f"not a date: {shown[:40]!r}")
    return moment


def is_date_shaped(text: str) -> bool:
    """Whether a text is a date and nothing else, be it a possible one or not."""
    if len(text) > LONGEST and len(" ".join(text.split())) > LONGEST:
        return False
    bare = _bare(text)
    return ISO.fullmatch(bare) is not None or _match(bare) is not None


def ending_date(text: str) -> int | None:
    """Where the date begins with which a line of single spaces ends; None without one.

    `RFE/RL2021.01.27 17:30` → 6. The date need not be a possible one.
    """
    if not DIGIT.search(text, max(0, len(text) - NEAR_END)):
        return None
    first = max(0, len(text) - LONGEST)
    starts = [match.start() for form in ENDINGS if (match := form.search(text, first))]
    return next((start for start in sorted(starts) if not text[start].islower()), None)


def _parsed(text: str, zone: ZoneInfo | None, *, is_machine: bool) -> datetime | date | None:
    if mail := MAIL.fullmatch(text):
        found = _match(f"{mail['day']} {_century(mail['year'])} {mail['time']}")
        if found:
            return _moment(found.groupdict(), zone, MAIL_ZONES)
    if is_machine and (epoch := EPOCH.fullmatch(text)):
        return _since_epoch(epoch)
    found = COMPACT.fullmatch(text) if is_machine else None
    if found or (found := _match(text) or _match(bare := _bare(text))):
        return _moment(found.groupdict(), zone, ZONES)
    unknown = UNKNOWN_ZONE.fullmatch(bare)
    if unknown and (found := _match(unknown["rest"])):
        return _moment(found.groupdict() | {"name": unknown["name"]}, zone, ZONES)
    return _iso(bare, zone) if ISO.fullmatch(bare) else None


def _bare(text: str) -> str:
    """A date with single spaces, without weekday and article, its hour behind the day."""
    bare = " ".join(text.translate(UNSEEN).split())
    bare = WEEKDAY.sub("", bare, count=1).strip(" ,")
    bare = BEFORE_DAY.sub("", bare, count=1) if BEFORE_DAY.match(bare) else bare
    if first := CLOCK_FIRST.fullmatch(bare):
        rest = first["rest"]
        return f"{BEFORE_DAY.sub('', rest, count=1)} {first['clock']}"
    return bare


def _match(bare: str) -> re.Match[str] | None:
    return next((match for form in FORMS if (match := form.fullmatch(bare))), None)


def _no_such(text: str) -> str:
    shown = text[:40]
    return f"no such date: {shown if shown.isprintable() else repr(shown)}"


def _century(year: str) -> str:
    """Of a year of two digits in mail. Source: RFC 2822, 4.3."""
    return year if len(year) == 4 else f"{'20' if year < '50' else '19'}{year}"


def _since_epoch(match: re.Match[str]) -> datetime:
    if milliseconds := match["milliseconds"]:
        return UNIX + timedelta(milliseconds=int(milliseconds))
    return UNIX + timedelta(seconds=float(match["seconds"] or 0))


def _iso(text: str, zone: ZoneInfo | None) -> datetime | date:
    """What the standard writes in other ways: a week, an offset with seconds."""
    if "T" not in text and " " not in text:
        return date.fromisoformat(text)
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def _moment(
    part: Mapping[str, Part], zone: ZoneInfo | None, names: Mapping[str, float | str]
) -> datetime | date:
    day = _day(part)
    if part["hour"] is None:
        return day
    local = datetime.combine(day, time()) + _since_midnight(part)
    if part["zone"]:
        return local.replace(tzinfo=_offset(part["zone"]))
    if not part["name"]:
        return local.replace(tzinfo=zone)
    return _in_named(local, part["name"], zone, names)


def _day(part: Mapping[str, Part]) -> date:
    month, day = part.get("number"), part.get("day")
    if name := part.get("month"):
        numbers = (number for number, form in enumerate(MONTHS, 1) if form.fullmatch(name))
        month = str(next(numbers))
    return date(int(part["year"] or 0), int(month or 0), int(day or 0))


def _since_midnight(part: Mapping[str, Part]) -> timedelta:
    """A day may end at 24:00, and a minute have a leap second, which no clock here shows.

    Source: ISO 8601-1, 5.3.1.
    """
    hour, minute = _hour(int(part["hour"] or 0), part.get("half")), int(part["minute"] or 0)
    second, fraction = int(part["second"] or 0), (part["fraction"] or "0")[:6].ljust(6, "0")
    if (hour, minute, second, int(fraction)) == (24, 0, 0, 0):
        return timedelta(days=1)
    if (minute, second) == (59, 60):
        second, fraction = 59, "0"
    clock = datetime.combine(UNIX, time(hour, minute, second, int(fraction)), UTC)
    return clock - UNIX


def _hour(hour: int, half: Part) -> int:
    """On the clock of 24 hours."""
    if half is None:
        return hour
    if not 1 <= hour <= 12:
        raise ValueError
    return hour % 12 + (12 if half in "pP" else 0)


def _offset(text: str) -> timezone:
    """`-0000` is UTC, of an outlet whose own zone is not told. Source: RFC 2822, 3.3."""
    sign, digits = text.lstrip("UTCGMutcgm ")[0], re.sub(r"\D", "", text)
    hours, minutes = (digits, "0") if len(digits) < 3 else (digits[:-2], digits[-2:])
    offset = timedelta(hours=int(hours), minutes=int(minutes))
    return timezone(-offset if sign == "-" else offset) if offset else UTC


def _in_named(
    local: datetime, name: str, zone: ZoneInfo | None, names: Mapping[str, float | str]
) -> datetime:
    """In the zone of a name; as it is where nobody knows which that is."""
    known = name if "/" in name else names.get(name.upper())
    if isinstance(known, str):
        place = _place(known)
        return spelt_out(local.replace(tzinfo=place)) if place else local
    if known is not None:
        return local.replace(tzinfo=timezone(timedelta(hours=known)))
    if zone is not None:
        for moment in (local.replace(tzinfo=zone, fold=fold) for fold in (0, 1)):
            if name in _names(moment.tzname() or ""):
                return spelt_out(moment)
    return local


def _place(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _names(name: str) -> tuple[str, ...]:
    """Of a zone's name the one without its half of the year, too: EST and EDT are ET."""
    return (name, name[0] + name[2]) if len(name) == 3 and name[1] in "SD" else (name,)


def spelt_out(moment: datetime) -> datetime:
    """With the offset of its zone, so that it says the same wherever it is read."""
    return datetime.fromisoformat(moment.isoformat())

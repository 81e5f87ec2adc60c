"""Why a date cannot be quite right.

An article is taken with whatever date its paper gives; what speaks against the date is kept beside
it, so that it can be counted and listed, and is never taken for fresh.
"""

from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from enum import StrEnum


class DateFault(StrEnum):
    """A reason; the word is what is stored and shown."""

    FUTURE = "future"
    EPOCH = "epoch"  # where a machine's calendar begins, so that likely no date was given
    FAR = "far"  # before there were newspapers, or years ahead
    UPDATED_FIRST = "updated-before-published"
    NO_SUCH_HOUR = "no-such-hour"  # left out where clocks were put forward
    HOUR_TWICE = "hour-twice"  # clocks were put back
    ONLY_UPDATED = "only-updated"  # no day of publication is named, only that of a change


FIRST_YEAR = 1605  # of the first newspaper, the Relation of Strasbourg
YEARS_AHEAD = 10
SLACK = timedelta(minutes=10)  # between the clock of a paper and ours
EAST, WEST = timedelta(hours=14), timedelta(hours=12)  # of UTC, as far as any zone goes
WHOLE_DAY, NOTHING = timedelta(days=1) - datetime.resolution, timedelta(0)
UNIX = datetime(1970, 1, 1, tzinfo=UTC)
MISTAKEN = timedelta(milliseconds=1 << 31)  # seconds of 31 bits, taken for milliseconds
EPOCHS = frozenset({
    date(1, 1, 1),  # .NET, Go
    date(1601, 1, 1),  # Windows
    date(1753, 1, 1),  # SQL Server
    date(1899, 12, 30), date(1899, 12, 31), date(1900, 1, 1), date(1904, 1, 1),  # spreadsheets
    date(1901, 12, 13),  # the least number of 32 bits
    date(1969, 12, 31), date(1970, 1, 1),  # Unix, in all zones
})  # fmt: skip


def date_faults(
    published: datetime | date,
    updated: datetime | date | None = None,
    *,
    zone: tzinfo | None = None,
    now: datetime,
) -> tuple[DateFault, ...]:
    """What speaks against the dates of an article, given as they are printed; `now` is aware.

    A time without a zone is one in the outlet's `zone`, where that is known. A plain date, and a
    time of no known zone, are faulty only if they are so everywhere on Earth.
    """
    dates = [published] if updated is None else [published, updated]
    jumps = [_jump(each, zone) for each in dates]
    limit = now - UNIX + SLACK
    found = {
        DateFault.FUTURE: any(_span(each, zone)[0] > limit for each in dates),
        DateFault.EPOCH: any(map(_is_epoch, dates)),
        DateFault.FAR: any(not FIRST_YEAR <= d.year <= now.year + YEARS_AHEAD for d in dates),
        DateFault.UPDATED_FIRST: updated is not None and _is_earlier(updated, published, zone),
        DateFault.NO_SUCH_HOUR: any(jump > NOTHING for jump in jumps),
        DateFault.HOUR_TWICE: any(jump < NOTHING for jump in jumps),
    }
    return tuple(fault for fault, is_found in found.items() if is_found)


def _is_earlier(one: datetime | date, other: datetime | date, zone: tzinfo | None) -> bool:
    """Whether one is before the other, whatever they leave open.

    Where neither names a zone, they are of one clock.
    """
    is_one_clock = not (_is_aware(one) or _is_aware(other))
    zone = zone or (UTC if is_one_clock else None)
    return _span(one, zone)[1] < _span(other, zone)[0]


def _span(moment: datetime | date, zone: tzinfo | None) -> tuple[timedelta, timedelta]:
    """The first and the last instant that a printed date can mean, from 1970 in UTC.

    As differences they may lie where the calendar has no year.
    """
    is_time = isinstance(moment, datetime)
    start = moment if isinstance(moment, datetime) else datetime.combine(moment, time())
    length = NOTHING if is_time else WHOLE_DAY
    if start.tzinfo is None and zone is None:
        since = start.replace(tzinfo=UTC) - UNIX
        return since - EAST, since + length + WEST
    placed = start.replace(tzinfo=start.tzinfo or zone)
    first, last = sorted(placed.replace(fold=fold) - UNIX for fold in (0, 1))
    return first, last + length


def _is_aware(moment: datetime | date) -> bool:
    return isinstance(moment, datetime) and moment.tzinfo is not None


def _is_epoch(moment: datetime | date) -> bool:
    """A newspaper of January 1970 has days; times of these days are mistaken ones."""
    if not isinstance(moment, datetime):
        return moment in EPOCHS
    since = moment.replace(tzinfo=moment.tzinfo or UTC) - UNIX
    return moment.date() in EPOCHS or NOTHING <= since < MISTAKEN


def _jump(moment: datetime | date, zone: tzinfo | None) -> timedelta:
    """By how much clocks were put forward over a local time, or, below zero, put back.

    Source: PEP 495, the two meanings of `fold`.
    """
    if not isinstance(moment, datetime) or isinstance(moment.tzinfo, timezone):
        return NOTHING
    local = moment.replace(tzinfo=moment.tzinfo or zone)
    first, second = (local.replace(fold=fold).utcoffset() for fold in (0, 1))
    return (second or NOTHING) - (first or NOTHING)

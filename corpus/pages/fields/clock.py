"""Which moment a date on a page means: by evidence, the surest first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

from corpus.pages.fields.moments import Moment
from corpus.pages.page import Evidence

SOON = timedelta(minutes=5)  # how far two clocks may be apart
# How far zones are from UTC: whole hours, and a few of half and quarter hours.
ZONES = frozenset(
    (*range(-12 * 60, 15 * 60, 60), -210, 210, 270, 330, 345, 390, 570, 630)  # minutes
)


@dataclass(frozen=True, slots=True)
class Settled:
    """What a date means. `shift`: how far the page's clock runs ahead of what it says it is."""

    value: datetime | date
    place: str
    evidence: Evidence
    shift: timedelta = timedelta()

    def also(self, other: datetime | date) -> datetime | date:
        """Another date of the same page, by the same clock."""
        if not isinstance(self.value, datetime) or not isinstance(other, datetime):
            return other
        zone = self.value.tzinfo
        if zone is None:
            return other.replace(tzinfo=None) if other.tzinfo is None else other
        if other.tzinfo is None:
            return other.replace(tzinfo=zone)
        return (other + self.shift).astimezone(zone) if not other.utcoffset() else other


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What helps to tell: dates printed beside the headline, the outlet's zone, when it came."""

    stamps: Sequence[datetime]
    zone: ZoneInfo | None
    fetched: datetime | None


def settle(first: Moment, others: Sequence[Moment], known: Circumstances) -> Settled:
    """What the first of a page's dates means, by all of them."""
    timed = _timed(first, others, known.stamps)
    value = timed.value
    if not isinstance(value, datetime):
        return Settled(value, timed.place, Evidence.DAY)
    if value.utcoffset():
        return Settled(value, timed.place, Evidence.OFFSET)
    for other in _with_offset(others):
        if _is_same_minute(value, other) or _is_same_clock(value, other):
            shift = other - value if value.tzinfo else timedelta()
            return Settled(other, timed.place, Evidence.OFFSET, shift)
    if value.tzinfo is None:
        return _local(value, timed.place, others, known.zone)
    return _utc(value, timed.place, known)


def _timed(first: Moment, others: Iterable[Moment], stamps: Iterable[datetime]) -> Moment:
    """With its time, where it is only a day and another place names the time, too."""
    if isinstance(first.value, datetime):
        if first.value.tzinfo is not None or first.value.time() != time():
            return first
        first = Moment(first.value.date(), first.place)
    for other in (*others, *(Moment(stamp, "printed") for stamp in stamps)):
        if isinstance(other.value, datetime) and other.value.date() == first.value:
            return other if other.value.time() != time() else first
    return first


def _with_offset(moments: Iterable[Moment]) -> list[datetime]:
    return [m.value for m in moments if isinstance(m.value, datetime) and m.value.utcoffset()]


def _is_same_minute(one: datetime, other: datetime) -> bool:
    return one.tzinfo is not None and abs(one - other) < timedelta(minutes=1)


def _is_same_clock(one: datetime, other: datetime) -> bool:
    return abs(one.replace(tzinfo=None) - other.replace(tzinfo=None)) < timedelta(minutes=1)


def _local(value: datetime, place: str, others: Iterable[Moment], zone: ZoneInfo | None) -> Settled:
    """A time without a zone: by the outlet's clock, unless the page says elsewhere it is UTC."""
    for other in others:
        told = other.value
        if isinstance(told, datetime) and told.tzinfo and _is_same_clock(value, told):
            return _in_zone(Settled(told, place, Evidence.UTC), zone)
    return Settled(_as_local(value, zone) if zone else value, place, Evidence.LOCAL)


def _utc(value: datetime, place: str, known: Circumstances) -> Settled:
    """A time that the page calls UTC, as some do with the outlet's own."""
    here = _as_local(value, known.zone) if known.zone else value
    for stamp in known.stamps:
        if known.zone is None:
            apart = stamp - value.replace(tzinfo=None, second=0, microsecond=0)
            if apart and apart.total_seconds() / 60 in ZONES:
                return Settled(value.astimezone(timezone(apart)), place, Evidence.PRINTED)
        elif _is_same_clock(stamp, value.astimezone(known.zone)):
            return _in_zone(Settled(value, place, Evidence.PRINTED), known.zone)
        elif _is_same_clock(stamp, value):
            return Settled(here, place, Evidence.PRINTED, here - value)
    if known.fetched and known.zone and here <= known.fetched + SOON < value:
        return Settled(here, place, Evidence.FRESH, here - value)
    return _in_zone(Settled(value, place, Evidence.UTC), known.zone)


def _as_local(value: datetime, zone: ZoneInfo) -> datetime:
    return _spelt_out(value.replace(tzinfo=zone))


def _in_zone(settled: Settled, zone: ZoneInfo | None) -> Settled:
    if zone is None or not isinstance(settled.value, datetime):
        return settled
    value = _spelt_out(settled.value.astimezone(zone))
    return Settled(value, settled.place, settled.evidence, settled.shift)


def _spelt_out(value: datetime) -> datetime:
    """With its offset as a number, so that it says the same wherever it is read."""
    return datetime.fromisoformat(value.isoformat())

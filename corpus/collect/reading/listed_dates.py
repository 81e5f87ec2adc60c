"""What a listing says of an article's time, where its page says less."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from corpus.dates import parse_date
from corpus.errors import UnreadableError
from corpus.pages import Evidence

SURE = frozenset({Evidence.OFFSET, Evidence.PRINTED, Evidence.FRESH})
QUARTER = timedelta(minutes=15)  # of which every zone's offset is a multiple
NEAR = timedelta(minutes=1)  # pages print no seconds
WEST, EAST = timedelta(hours=-12), timedelta(hours=14)


def surest_date(
    printed: str, evidence: Evidence, *, listed: str | None, zone: ZoneInfo | None
) -> str:
    """The date of a page as it is `printed` there, or as its listing has it, with an offset.

    The page goes first where it is sure of itself. Else a listing that tells the same day, or the
    same clock, tells the moment. `zone` is the outlet's.
    """
    if listed is None or evidence in SURE:
        return printed
    try:
        on_page, in_list = parse_date(printed), parse_date(listed)
    except UnreadableError:
        return printed
    if not isinstance(in_list, datetime) or in_list.tzinfo is None:
        return printed
    local = in_list.astimezone(zone) if zone else in_list
    found = _moment(on_page, local, is_zone_known=zone is not None)
    return found.isoformat() if found else printed


def _moment(on_page: datetime | date, in_list: datetime, *, is_zone_known: bool) -> datetime | None:
    if not isinstance(on_page, datetime):
        return in_list if in_list.date() == on_page else None
    clock = on_page.replace(tzinfo=None)
    if on_page.tzinfo is not None:  # `Z`, although the paper's own clock was meant
        return in_list if abs(in_list.replace(tzinfo=None) - clock) < NEAR else None
    return None if is_zone_known else _with_offset(clock, in_list)


def _with_offset(clock: datetime, in_list: datetime) -> datetime | None:
    """A local time with the offset that makes it the moment in the list, if there is one."""
    offset = clock - in_list.astimezone(UTC).replace(tzinfo=None)
    whole = round(offset / QUARTER) * QUARTER
    if not WEST <= whole <= EAST or abs(offset - whole) > NEAR:
        return None
    return clock.replace(tzinfo=timezone(whole))

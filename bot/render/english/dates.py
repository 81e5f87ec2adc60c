"""Dates, times and counts as English readers write them."""

from datetime import UTC, date, datetime, timedelta

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def when(published: datetime | date) -> str:
    """`Wed 27 Jan 2021, 17:30 (UTC+2)`; without a time `Wed 27 Jan 2021`."""
    weekday, month = WEEKDAYS[published.weekday()], MONTHS[published.month - 1]
    day = f"{weekday} {published.day} {month} {published.year:04}"
    if not isinstance(published, datetime):
        return day
    return f"{day}, {published:%H:%M} ({_zone(published.utcoffset() or timedelta())})"


def moment(time: datetime) -> str:
    """To the minute, in UTC: the reader may be anywhere."""
    return when(time.astimezone(UTC))


def published_and_updated(published: datetime | date, later: datetime | date | None) -> str:
    """`published Wed 27 Jan 2021, 17:30 (UTC+2), updated 19:05`, or only when it was published."""
    if later is None:
        return when(published)
    return f"published {when(published)}, updated {updated(published, later)}"


def updated(published: datetime | date, later: datetime | date) -> str:
    """Of the same day, in the same zone, only the hour: `19:05`."""
    if isinstance(published, datetime) and isinstance(later, datetime):
        is_that_day = later.date() == published.date()
        if is_that_day and later.utcoffset() == published.utcoffset():
            return f"{later:%H:%M}"
    return when(later)


def counted(count: int, noun: str) -> str:
    """`1 article`, `1,250 articles`."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _zone(offset: timedelta) -> str:
    minutes = round(offset.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    if not minutes:
        return "UTC"
    return f"UTC{'+' if minutes > 0 else '-'}{hours}" + (f":{rest:02}" if rest else "")

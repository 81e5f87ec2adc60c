"""Dates, times and counts, in one style."""

from datetime import UTC, date, datetime, timedelta

from bot.render.languages.speaking import Counted, number, say, spoken

ARTICLES = Counted("{count} article", "{count} articles")
OUTLETS = Counted("{count} outlet", "{count} outlets")
OF_OUTLETS = Counted("{articles} of {count} outlet", "{articles} of {count} outlets")


def when(published: datetime | date) -> str:
    """`Wed 27 Jan 2021, 17:30 (UTC+2)`; without a time `Wed 27 Jan 2021`."""
    day = say(
        "{weekday} {day} {month} {year}",
        weekday=spoken().weekdays[published.weekday()],
        day=published.day,
        month=dated_month(published),
        year=year_of(published),
    )
    if not isinstance(published, datetime):
        return day
    return f"{day}, {published:%H:%M} ({_zone(published.utcoffset() or timedelta())})"


def dated(published: str, *, is_doubtful: bool) -> str:
    """When something was published, with a mark where something speaks against that."""
    return say("{date} (date uncertain)", date=published) if is_doubtful else published


def year_of(day: date) -> str:
    """Four figures."""
    return f"{day.year:04}"


def dated_month(day: date) -> str:
    """Its name as it stands with a day."""
    return spoken().dated[day.month - 1]


def moment(time: datetime) -> str:
    """To the minute, in UTC: the reader may be anywhere."""
    return when(time.astimezone(UTC))


def span(first: date, last: date) -> str:
    """From one day to another."""
    return say("{first} to {last}", first=when(first), last=when(last))


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
    """`1 article`, `1,250 articles`: in English, for who keeps an archive."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def articles_of_outlets(articles: int, outlets: int) -> str:
    """`26,760 articles of 5 outlets`."""
    return OF_OUTLETS(outlets, articles=ARTICLES(articles))


def quoted(words: str) -> str:
    """In the language's own quotation marks."""
    return say("“{words}”", words=words)


def and_more(named: str, rest: int) -> str:
    """What is named, and how many more there are, if any."""
    return say("{named} and {count} more", named=named, count=number(rest)) if rest > 0 else named


def _zone(offset: timedelta) -> str:
    minutes = round(offset.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    if not minutes:
        return "UTC"
    return f"UTC{'+' if minutes > 0 else '-'}{hours}" + (f":{rest:02}" if rest else "")

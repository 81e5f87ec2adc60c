"""Times as people name them in questions: "last week", "in March 2021" → first and last day.

This is temporal expression normalisation (Strötgen and Gertz, HeidelTime, 2010): rules find the
words, and functions turn them into calendar days relative to the moment of asking. How a language
says it stands in a table of its own (`times_english.py`); here is only the calendar. On purpose:

- Not eager: a time taken wrongly hides the answer, one overlooked costs little. Months, weekdays
  and years count only where the words around them say so ("in May", never "Theresa May"); what
  is named by its year ("the 2020 election", "Euro 2020") is no time.
- An archive holds what has been published, so a time wholly to come is none.
- This year, this month: whole and stated. This week: a hint, as people say it of any fresh news.
- The winter of 2021 begins in December 2021, as 2021-WI does in TimeML, unless that is still to
  come; then it is the one that ended in 2021.
- Early, mid and late are thirds; the beginning and the end of a year are its quarters.
"""

import calendar
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import NamedTuple

from retrieval.times_english import ENGLISH, TimeTable

AHEAD = 180  # days: what "will" be in May is not last May's, if the next is so near
FIRST_YEAR = 1800  # a smaller number is no year of a news archive
TABLES: Mapping[str, TimeTable] = {"en": ENGLISH}
SENTENCE_START = re.compile(r"(?:\A|[.?!:;\"“„(])\s{0,3}[A-Z]")


@dataclass(frozen=True, slots=True)
class Time:
    """`since`/`until`: first and last day asked for, both included, either may be None (open).

    `is_stated`: named outright, so it filters; else a hint (this week, breaking) that prefers.
    `start`, `end`: where the words stand in the text, so that they are not searched for.
    """

    since: date | None
    until: date | None
    is_stated: bool
    start: int
    end: int


def find_time(text: str, asked_at: datetime, *, language: str = "en") -> Time | None:
    """The first stated time of a question, else its first hint, else None.

    A time that only something else is compared with, or that lies before what a hint asks for,
    counts as a hint. Days are those of `asked_at`'s own zone, weeks begin on Monday. A day or a
    month without a year is the most recent one, or where the future is asked about, the next.
    None for a language without a table.
    """
    table = TABLES.get(language.lower()[:2])
    if table is None:
        return None
    today = asked_at.date()
    text = _lowered(text)
    latest = today + timedelta(AHEAD) if table.future.search(text) else today
    asked = _Asked(asked_at, today, latest, table)
    stated = hint = None
    place = table.starts.search(text)
    while place:
        found = _stated(text, place.start(), asked)
        if found and found.period and any(found.period) and (found.period.since or today) <= today:
            is_compared = table.compared.search(text, 0, found.start) is not None
            stated = stated or Time(*found.period, not is_compared, found.start, found.end)
        hint = hint or _hint(text, place.start(), asked)
        place = table.starts.search(text, found.end if found else place.start() + 1)
    return _as_background(stated, hint) if stated and hint else stated or hint


def _as_background(stated: Time, hint: Time) -> Time:
    """What is asked "this week" is news, and an earlier time that it mentions not the news' own."""
    is_earlier = stated.until and hint.since and stated.until < hint.since
    return replace(stated, is_stated=False) if is_earlier else stated


class Period(NamedTuple):
    """First and last day, both included; None is open."""

    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class _Asked:
    """When and in which words; a day without a year is the most recent one up to `latest`."""

    at: datetime
    today: date
    latest: date
    table: TimeTable


class _Found(NamedTuple):
    """What was read; a `period` of None is an impossible one (30 February), not to be reread."""

    period: Period | None
    kind: str
    start: int
    end: int


Rules = Sequence[tuple[str, re.Pattern[str]]]


def _lowered(text: str) -> str:
    """The same length; capitals that say nothing about a word are lowered."""
    if text.isupper() and len(text.lower()) == len(text):
        return text.lower()
    return SENTENCE_START.sub(lambda match: match.group().lower(), text)


def _hint(text: str, start: int, asked: _Asked) -> Time | None:
    for pattern, days in asked.table.hints:
        if match := pattern.match(text, start):
            try:
                since = asked.today - timedelta(days)
            except OverflowError:
                return None
            return Time(since, asked.today, False, start, match.end())
    return None


def _stated(text: str, start: int, asked: _Asked) -> _Found | None:
    """The time that begins here: bare, or with a word such as "since" before it."""
    table = asked.table
    if bare := _first(text, start, asked, table.bare):
        return bare
    for meaning, pattern, governed in table.governors:
        match = pattern.match(text, start)
        if match is None:
            continue
        inner = match.end()
        if meaning in ("between", "from", "since") and (found := _range(text, inner, asked)):
            return found._replace(start=start)
        found = _first(text, inner, asked, *(getattr(table, name) for name in sorted(governed)))
        if found:
            return _governed(text, meaning, found._replace(start=start), asked)
    return _event(text, start, asked)


def _first(text: str, start: int, asked: _Asked, *tables: Rules) -> _Found | None:
    """The first rule that fits here decides."""
    for table in tables:
        for kind, pattern in table:
            match = pattern.match(text, start)
            if match is None:
                continue
            try:
                period = KINDS[kind](match, asked)
            except (ValueError, OverflowError):
                return _Found(None, kind, start, match.end())
            if period:
                return _Found(period, kind, start, match.end())
    return None


def _range(text: str, start: int, asked: _Asked) -> _Found | None:
    """ "2019 and 2021", "May to July 2022": the first end is the last such before the second."""
    table = asked.table
    rules = (table.bare, table.years, table.lone)
    first = _first(text, start, asked, *rules)
    joint = table.between.match(text, first.end) if first else None
    if joint is None:
        return None
    second = _first(text, joint.end(), asked, *rules)
    if second is None and (present := table.present.match(text, joint.end())):
        second = _Found(Period(None, asked.today), "present", present.start(), present.end())
    if second is None or second.period is None or second.period.until is None:
        return second
    first = _first(text, start, replace(asked, latest=second.period.until), *rules)
    since = first.period.since if first and first.period else None
    if since is None or since > second.period.until:
        return second._replace(period=None)
    return second._replace(period=Period(since, second.period.until))


def _governed(text: str, meaning: str, found: _Found, asked: _Asked) -> _Found | None:
    """What a word such as "since" makes of the period behind it."""
    if found.period is None:
        return found
    if meaning == "from":
        if onwards := asked.table.onwards.match(text, found.end):
            return found._replace(period=Period(found.period.since, None), end=onwards.end())
        meaning = "in"
        if found.kind in ("month", "weekday") and text[found.end - 1].isalpha():
            return None  # "a letter from March"
    if meaning == "between":  # "between 1900 and 2000 people" has one end only
        return found if found.kind in ("days", "months", "years") else None
    if meaning in ("before", "after") and _may_be_a_person(text, found, asked):
        return None
    if asked.table.possessive.match(text, found.end):  # "before last year's election": in it
        meaning = INCLUDED.get(meaning, meaning)
    return found._replace(period=GOVERNED[meaning](found.period))


def _may_be_a_person(text: str, found: _Found, asked: _Asked) -> bool:
    """ "after May resigned"."""
    last_letters = text[max(found.start, found.end - 8) : found.end].lower()
    return (
        found.kind == "month"
        and last_letters.endswith(tuple(asked.table.given_names))
        and not asked.table.clause_end.match(text, found.end)
    )


def _event(text: str, start: int, asked: _Asked) -> _Found | None:
    """ "since the election in August 2020": from its first day, as the event's day is unknown."""
    table = asked.table
    match = table.event.match(text, start)
    if match is None:
        return None
    how = match["how"].lower()
    if how != "since" and match["event"].lower() not in table.events:
        return None
    found = _first(text, match.end(), asked, table.bare, table.years, table.lone)
    if found is None or found.period is None:
        return None
    period = GOVERNED[INCLUDED.get(how, "until")](found.period)
    return found._replace(period=period, start=match.start("joint"))


# Thirds of a year in months → of a decade in years.
DECADE_PARTS = {(1, 4): (0, 3), (5, 8): (4, 6), (9, 12): (7, 9)}
INCLUDED = {"since": "since", "after": "since", "before": "until", "until": "until"}
GOVERNED: Mapping[str, Callable[[Period], Period]] = {
    "in": lambda period: period,
    "since": lambda period: Period(period.since, None),
    "until": lambda period: Period(None, period.until),
    "before": lambda period: Period(None, _shifted(period.since, -1)),
    "after": lambda period: Period(_shifted(period.until, 1), None),
}


def _shifted(day: date | None, days: int) -> date | None:
    """None where the calendar ends."""
    try:
        return day + timedelta(days) if day else None
    except OverflowError:
        return None


# Reading functions, one a kind of rule. They raise ValueError or OverflowError for a time that
# cannot be, and return None where the words are no time after all.


def _year_number(text: str, asked: _Asked) -> int:
    year = int(text)
    if not FIRST_YEAR <= year <= asked.today.year + 1:
        raise ValueError(year)
    return year


def _month_number(text: str, asked: _Asked) -> int:
    return int(text) if text.isdecimal() else asked.table.months[text.lower()]


def _months(year: int, first: int, last: int) -> Period:
    """From the first day of a month to the last day of another, counted on over the year's end."""
    since = date(year + (first - 1) // 12, (first - 1) % 12 + 1, 1)
    end = date(year + (last - 1) // 12, (last - 1) % 12 + 1, 1)
    return Period(since, end.replace(day=calendar.monthrange(end.year, end.month)[1]))


def _names_an_event(match: re.Match[str], asked: _Asked) -> bool:
    """ "2020 election", "2000 metres"."""
    if asked.table.counted.match(match.string, match.end()):
        return True
    word = re.compile(r"\s{1,3}(\w{1,30})").match(match.string, match.end())
    return bool(word and word[1].lower() in asked.table.events)


def _is_a_person(match: re.Match[str], asked: _Asked) -> bool:
    """ "April Jones", "Theresa May"."""
    text = match.string
    if match["month"].lower() not in asked.table.given_names:
        return False
    if asked.table.families.search(text[max(0, match.start("month") - 20) : match.start("month")]):
        return True
    return match.end() == match.end("month") and bool(
        asked.table.surname.match(text, match.end("month"))
    )


def _day(match: re.Match[str], asked: _Asked) -> Period | None:
    groups = match.groupdict()
    month, day = _month_number(match["month"], asked), int(match["day"])
    if groups.get("year"):
        only = date(_year_number(match["year"], asked), month, day)
        return Period(only, only)
    if _names_an_event(match, asked):
        return None
    recent = date(_recent_year(month, day, asked), month, day)
    return Period(recent, recent)


def _recent_year(month: int, day: int, asked: _Asked) -> int:
    """The year of the most recent such day; of 29 February it may be eight years ago."""
    date(2000, month, day)
    last = asked.latest.year - ((month, day) > (asked.latest.month, asked.latest.day))
    if (month, day) == (2, 29):
        while not calendar.isleap(last):
            last -= 1
    return last


def _days(match: re.Match[str], asked: _Asked) -> Period | None:
    last = _day(match, asked)
    if last is None or last.until is None:
        return None
    first = last.until.replace(day=int(match["day1"]))
    return Period(first, last.until) if first <= last.until else None


def _month(match: re.Match[str], asked: _Asked) -> Period | None:
    groups = match.groupdict()
    month = _month_number(match["month"], asked)
    if not 1 <= month <= 12:
        raise ValueError(month)
    if match["month"].isalpha() and _is_a_person(match, asked):
        return None
    if groups.get("year"):
        named = match.string[max(0, match.start() - 4) : match.start()].lower().strip() == "the"
        if named and _names_an_event(match, asked):
            return None
        year = _year_number(match["year"], asked)
    elif groups.get("which") == "this":
        year = asked.today.year
    elif groups.get("which") == "last":
        year = asked.today.year - (month >= asked.today.month)
    else:
        year = _recent_year(month, 1, asked)
    return _months(year, month, month)


def _month_to_month(match: re.Match[str], asked: _Asked) -> Period | None:
    first, last = _month_number(match["month1"], asked), _month_number(match["month"], asked)
    year = _year_number(match["year"], asked)
    return _months(year, first - 12 * (first > last), last)


def _year(match: re.Match[str], asked: _Asked) -> Period | None:
    if _names_an_event(match, asked):
        return None
    year = _year_number(match["year"], asked)
    if year == 1984 and re.compile(r"\s{1,3}by\s{1,3}[A-Z]").match(match.string, match.end()):
        return None  # the book
    return _months(year, 1, 12)


def _years(match: re.Match[str], asked: _Asked) -> Period | None:
    first, last = _year_number(match["year1"], asked), _year_number(match["year"], asked)
    return Period(date(first, 1, 1), date(last, 12, 31)) if first <= last else None


def _decade(match: re.Match[str], asked: _Asked) -> Period:
    year = _year_number(match["decade"], asked)
    first, last = DECADE_PARTS[asked.table.parts[match["part"]]] if match["part"] else (0, 9)
    return Period(date(year + first, 1, 1), date(year + last, 12, 31))


def _part(match: re.Match[str], asked: _Asked) -> Period | None:
    """A part of a year in whole months, a part of a month in thirds: 1-10, 11-20, 21-."""
    groups = match.groupdict()
    first, last = asked.table.parts[match["part"].split()[0]]
    whole_of = _calendar if groups.get("which") else _month if groups.get("month") else _year
    whole = whole_of(match, asked)
    if whole is None or whole.since is None or whole.until is None:
        return None
    if whole.since.month != whole.until.month:
        return _months(whole.since.year, first, last)
    third = 0 if first == 1 else 1 if first == 5 else 2
    days = ((1, 10), (11, 20), (21, whole.until.day))[third]
    return Period(whole.since.replace(day=days[0]), whole.until.replace(day=days[1]))


def _fraction(match: re.Match[str], asked: _Asked) -> Period | None:
    size = 6 if match["fraction"].lower() in ("half", "h") else 3
    nth = int(match["nth"]) if match["nth"].isdecimal() else asked.table.numbers[match["nth"]]
    return _months(_year_number(match["year"], asked), size * (nth - 1) + 1, size * nth)


def _season(match: re.Match[str], asked: _Asked) -> Period:
    groups = match.groupdict()
    first = asked.table.seasons[match["season"].lower()]
    today = asked.today
    if groups.get("year"):
        year = _year_number(match["year"], asked)
        wholly_to_come = first == 12 and date(year, 12, 1) > today
        year -= wholly_to_come
    else:
        year = today.year - (first == 12 and today.month < 3)
        until = _months(year, first, first + 2).until
        if match["which"] == "last" and until and until >= today:
            year -= 1
    return _months(year, first, first + 2)


def _days_ago(match: re.Match[str], asked: _Asked) -> Period:
    first, last = asked.table.days_ago[" ".join(match["word"].split())]
    return Period(asked.today - timedelta(first), asked.today - timedelta(last))


def _weekend(match: re.Match[str], asked: _Asked) -> Period:
    """The most recent that has begun; the last one is over."""
    is_over = match.groupdict().get("which") == "last"
    back = (asked.today.weekday() - 5) % 7
    saturday = asked.today - timedelta(back + (7 if is_over and back < 2 else 0))
    return Period(saturday, saturday + timedelta(1))


def _count(match: re.Match[str], asked: _Asked) -> int:
    count = match.groupdict().get("count") or "1"
    return int(count) if count.isdecimal() else asked.table.numbers.get(count.split()[0], 2)


def _moved(asked: _Asked, count: int, unit: str) -> date:
    """So many units before today; the day of the month is kept as far as there is one."""
    if unit == "hour":
        return (asked.at - timedelta(hours=count)).date()
    if unit in ("day", "week"):
        return asked.today - timedelta(count * (7 if unit == "week" else 1))
    months = count * {"month": 1, "year": 12, "decade": 120}[unit]
    month = asked.today.month - months
    since, until = _months(asked.today.year, month, month)
    if since is None or until is None or since.year < FIRST_YEAR:
        raise ValueError(count)
    return since.replace(day=min(asked.today.day, until.day))


def _back(match: re.Match[str], asked: _Asked) -> Period:
    return Period(_moved(asked, _count(match, asked), match["unit"]), asked.today)


def _ago(match: re.Match[str], asked: _Asked) -> Period:
    return _around(_moved(asked, _count(match, asked), match["unit"]), match["unit"])


def _calendar(match: re.Match[str], asked: _Asked) -> Period:
    count = 1 if match["which"] == "last" else 0
    return _around(_moved(asked, count, match["unit"]), match["unit"])


def _around(day: date, unit: str) -> Period:
    """The calendar's week, month or year in which a day lies; a decade ago is a year."""
    if unit == "week":
        monday = day - timedelta(day.weekday())
        return Period(monday, monday + timedelta(6))
    if unit == "month":
        return _months(day.year, day.month, day.month)
    if unit in ("year", "decade"):
        return _months(day.year, 1, 12)
    return Period(day, day)


def _weekday(match: re.Match[str], asked: _Asked) -> Period | None:
    if asked.table.weekday_names.match(match.string, match.end()):
        return None
    which = match.groupdict().get("which")
    weekday = asked.table.weekdays[match["weekday"].lower()]
    back = (asked.today.weekday() - weekday) % 7
    if which == "last":
        back = back or 7
    elif which == "this":
        back = asked.today.weekday() - weekday  # of this week, perhaps to come
    elif asked.latest > asked.today and back:
        back -= 7  # the next one
    day = asked.today - timedelta(back)
    return Period(day, day)


KINDS: Mapping[str, Callable[[re.Match[str], _Asked], Period | None]] = {
    "ago": _ago,
    "back": _back,
    "calendar": _calendar,
    "day": _day,
    "days": _days,
    "days_ago": _days_ago,
    "decade": _decade,
    "fraction": _fraction,
    "month": _month,
    "months": _month_to_month,
    "part": _part,
    "season": _season,
    "weekday": _weekday,
    "weekend": _weekend,
    "year": _year,
    "years": _years,
}

"""Times as people name them in questions: "last week", "in March 2021" → first and last day.

This is temporal expression normalisation (Strötgen and Gertz, HeidelTime, 2010): rules find the
words, and functions (`calendar.py`) turn them into days relative to the moment of asking. How a
language says it stands in a table of its own (`english.py`). On purpose:

- Not eager: a time taken wrongly hides the answer, one overlooked costs little. Months, weekdays
  and years count only where the words around them say so ("in May", never "Theresa May"); what
  is named by its year ("the 2020 election", "Euro 2020") is no time.
- An archive holds what has been published, so a time wholly to come is none.
- This year, this month: whole and stated. This week: a hint, as people say it of any fresh news.
- The winter of 2021 begins in December 2021, as 2021-WI does in TimeML, unless that is still to
  come; then it is the one that ended in 2021.
- Early, mid and late are thirds; the beginning and the end of a year are its quarters.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from retrieval.question.times.calendar import KINDS
from retrieval.question.times.english import ENGLISH
from retrieval.question.times.reference import Days, Reference
from retrieval.question.times.table import Rule, TimeTable

COMPARED = 60  # characters that "compared with what it was" takes at most
AHEAD = 180  # days: what "will" be in May is not last May's, if the next is so near
TABLES: Mapping[str, TimeTable] = {"en": ENGLISH}
FIGURE = re.compile(r"\d")
SENTENCE_START = re.compile(r"(?:\A|[.?!:;\"“„(])\s{0,3}[A-Z]")


class Time(Struct, frozen=True):
    """`since`/`until`: first and last day asked for, both included, either may be None (open).

    `is_stated`: named outright, so it filters; else a hint (this week, breaking) that prefers.
    `start`, `end`: where the words stand in the text, so that they are not searched for.
    """

    since: date | None
    until: date | None
    is_stated: bool
    start: int
    end: int

    @property
    def days(self) -> Days:
        return Days(self.since, self.until)


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
    latest = today
    if table.future.search(text):
        latest += min(timedelta(AHEAD), date.max - today)
    reference = Reference(asked_at, today, latest, table)
    stated = hint = None
    place = table.starts.search(text)
    while place and not (stated and hint):
        found = _stated(text, place.start(), reference)
        if found and found.period and any(found.period) and (found.period.since or today) <= today:
            is_compared = (
                table.compared.search(text[max(0, found.start - COMPARED) : found.start])
                is not None
            )
            stated = stated or Time(*found.period, not is_compared, found.start, found.end)
        hint = hint or _hint(text, place.start(), reference)
        place = table.starts.search(text, found.end if found else place.start() + 1)
    return _as_background(stated, hint) if stated and hint else stated or hint


def _as_background(stated: Time, hint: Time) -> Time:
    """What is asked "this week" is news, and an earlier time that it mentions not the news' own."""
    is_earlier = stated.until and hint.since and stated.until < hint.since
    return replace(stated, is_stated=False) if is_earlier else stated


class _Found(NamedTuple):
    """What was read; a `period` of None is an impossible one (30 February), not to be reread."""

    period: Days | None
    kind: str
    start: int
    end: int


Rules = Sequence[Rule]


def _lowered(text: str) -> str:
    """The same length; capitals that say nothing about a word are lowered."""
    if text.isupper() and len(text.lower()) == len(text):
        return text.lower()
    return SENTENCE_START.sub(lambda match: match.group().lower(), text)


def _hint(text: str, start: int, reference: Reference) -> Time | None:
    for pattern, days in reference.table.hints:
        if match := pattern.match(text, start):
            try:
                since = reference.today - timedelta(days)
            except OverflowError:
                return None
            return Time(since, reference.today, False, start, match.end())
    return None


def _stated(text: str, start: int, reference: Reference) -> _Found | None:
    """The time that begins here: bare, or with a word such as "since" before it."""
    table = reference.table
    if bare := _first(text, start, reference, table.bare):
        onwards = table.onwards.match(text, bare.end) if bare.period else None
        if bare.period and onwards:
            return bare._replace(period=Days(bare.period.since, None), end=onwards.end())
        return bare
    for meaning, pattern, governed in table.governors:
        match = pattern.match(text, start)
        if match is None:
            continue
        inner = match.end()
        if meaning in ("between", "from", "since", "in") and (
            found := _range(text, inner, reference)
        ):
            return found._replace(start=start)
        found = _first(text, inner, reference, *(getattr(table, name) for name in sorted(governed)))
        if found:
            return _governed(text, meaning, found._replace(start=start), reference)
    return _event(text, start, reference)


def _first(text: str, start: int, reference: Reference, *tables: Rules) -> _Found | None:
    """The first rule that fits here decides."""
    has_figures = FIGURE.search(text, start) is not None
    for table in tables:
        for kind, pattern, needs_figures in table:
            match = pattern.match(text, start) if has_figures or not needs_figures else None
            if match is None:
                continue
            try:
                period = KINDS[kind](match, reference)
            except (ValueError, OverflowError):
                return _Found(None, kind, start, match.end())
            if period:
                return _Found(period, kind, start, match.end())
    return None


def _range(text: str, start: int, reference: Reference) -> _Found | None:
    """ "2019 and 2021", "May to July 2022": the first end is the last such before the second."""
    table = reference.table
    rules = (table.bare, table.years, table.lone)
    first = _first(text, start, reference, *rules)
    joint = table.between.match(text, first.end) if first else None
    if joint is None:
        return None
    second = _first(text, joint.end(), reference, *rules)
    if second is None and (present := table.present.match(text, joint.end())):
        second = _Found(Days(None, reference.today), "present", present.start(), present.end())
    if second is None or second.period is None or second.period.until is None:
        return second
    first = _first(text, start, replace(reference, latest=second.period.until), *rules)
    since = first.period.since if first and first.period else None
    if since is None or since > second.period.until:
        return second._replace(period=None)
    return second._replace(period=Days(since, second.period.until))


def _governed(text: str, meaning: str, found: _Found, reference: Reference) -> _Found | None:
    """What a word such as "since" makes of the period behind it."""
    if found.period is None:
        return found
    if meaning == "from":
        if onwards := reference.table.onwards.match(text, found.end):
            return found._replace(period=Days(found.period.since, None), end=onwards.end())
        meaning = "in"
        if found.kind in ("month", "weekday") and text[found.end - 1].isalpha():
            return None  # "a letter from March"
    if meaning == "between":  # "between 1900 and 2000 people" has one end only
        return found if found.kind in ("days", "months", "years") else None
    if meaning in ("before", "after", "since") and _may_be_a_person(text, found, reference):
        return None
    if reference.table.possessive.match(text, found.end):  # "before last year's election": in it
        meaning = INCLUDED.get(meaning, meaning)
    return found._replace(period=GOVERNED[meaning](found.period))


def _may_be_a_person(text: str, found: _Found, reference: Reference) -> bool:
    """ "after May resigned"."""
    last_letters = text[max(found.start, found.end - 8) : found.end].lower()
    return (
        found.kind == "month"
        and last_letters.endswith(tuple(reference.table.given_names))
        and not reference.table.clause_end.match(text, found.end)
    )


def _event(text: str, start: int, reference: Reference) -> _Found | None:
    """ "since the election in August 2020": from its first day, as the event's day is unknown."""
    table = reference.table
    match = table.event.match(text, start)
    if match is None:
        return None
    how = match["how"].lower()
    if how != "since" and match["event"].lower() not in table.events:
        return None
    found = _first(text, match.end(), reference, table.bare, table.years, table.lone)
    if found is None or found.period is None:
        return None
    period = GOVERNED[INCLUDED.get(how, "until")](found.period)
    return found._replace(period=period, start=match.start("joint"))


INCLUDED = {"since": "since", "after": "since", "before": "until", "until": "until"}
GOVERNED: Mapping[str, Callable[[Days], Days]] = {
    "in": lambda period: period,
    "since": lambda period: Days(period.since, None),
    "until": lambda period: Days(None, period.until),
    "before": lambda period: Days(None, _shifted(period.since, -1)),
    "after": lambda period: Days(_shifted(period.until, 1), None),
}


def _shifted(day: date | None, days: int) -> date | None:
    """None where the calendar ends."""
    try:
        return day + timedelta(days) if day else None
    except OverflowError:
        return None

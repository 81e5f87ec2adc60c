"""A time as a question has it, which is in English, for who reads another language."""

import re
from datetime import date

from bot.render.english.timeline import day_of_year, month_name
from bot.render.languages.language import ENGLISH
from bot.render.languages.speaking import Wording, spoken
from corpus.languages.english import calendar

RELATIVE = {
    "last year": Wording("last year"),
    "this year": Wording("this year"),
    "last month": Wording("last month"),
    "this month": Wording("this month"),
    "last week": Wording("last week"),
    "this week": Wording("this week"),
    "yesterday": Wording("yesterday"),
    "today": Wording("today"),
}
BOUNDS = {
    "since": Wording("since {time}"),
    "before": Wording("before {time}"),
    "after": Wording("after {time}"),
}
NAMED = re.compile(
    rf"(in|on|{'|'.join(BOUNDS)}) (?:(\d{{1,2}}) )?(?:({'|'.join(calendar.MONTHS)}) )?(\d{{4}})"
)


def time_said(words: str) -> str:
    """`2021 m. kovas` of `in March 2021`; words of no known form stay as they are."""
    if spoken() is ENGLISH:
        return words
    if words in RELATIVE:
        return RELATIVE[words]()
    named = NAMED.fullmatch(words)
    try:
        time = _named(*named.groups()[1:]) if named else words
    except ValueError:  # there is no such day
        return words
    return BOUNDS[named[1]](time=time) if named and named[1] in BOUNDS else time


def _named(day: str | None, month: str | None, year: str) -> str:
    if month is None:
        return year
    first = date(int(year), list(calendar.MONTHS).index(month) + 1, 1)
    return day_of_year(first.replace(day=int(day))) if day else month_name(first)

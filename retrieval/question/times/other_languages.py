"""Dates in languages of those who ask, in English words: `24 лютого 2022`, `2022 m. vasario 24`.

A month counts only beside a day or a year.
"""

import re
from collections.abc import Collection, Mapping

from corpus.languages.calendar import Calendar
from corpus.languages.lithuanian.calendar import CALENDAR as LITHUANIAN
from corpus.languages.polish.calendar import CALENDAR as POLISH
from corpus.languages.russian.calendar import CALENDAR as RUSSIAN
from corpus.languages.ukrainian.calendar import CALENDAR as UKRAINIAN
from retrieval.text.lazy_pattern import LazyPattern

CALENDARS: Mapping[str, Calendar] = {
    "lt": LITHUANIAN, "pl": POLISH, "ru": RUSSIAN, "uk": UKRAINIAN,
}  # fmt: skip
# What papers do not print beside a day, and people ask for: "in July 2024".
IN_MONTHS = {
    "lt": "sausį vasarį kovą balandį gegužę birželį liepą rugpjūtį rugsėjį spalį lapkritį gruodį",
    "pl": "styczniu lutym marcu kwietniu maju czerwcu lipcu sierpniu wrześniu październiku"
    " listopadzie grudniu",
    "ru": "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре",
    "uk": "січні лютому березні квітні травні червні липні серпні вересні жовтні листопаді грудні",
}
IN = r"(?P<in>(?:we?|во?|у)\s)?"
MONTHS = (
    "January February March April May June July August September October November December"
).split()
SHORTEST = 4  # letters of a month in Latin ones; fewer are words of other languages
LATIN = re.compile("[a-z]")


def _pattern(calendar: Calendar, in_months: str) -> LazyPattern:
    pairs = zip(calendar.months, in_months.split(), strict=True)
    months = "|".join(f"(?P<m{place}>{one}|{other})" for place, (one, other) in enumerate(pairs))
    is_long = rf"(?=[^\W\d_]{{{SHORTEST}}})" if LATIN.search(calendar.months[0]) else ""
    month = rf"{is_long}(?:{months})(?!\w)\.?"
    behind = rf"(?:\s?(?:{calendar.behind_year})(?!\w))?"
    year, day = r"(?:19|20)\d\d(?!\d)", r"(?:0?[1-9]|[12]\d|3[01])(?!\d)"
    behind_day = rf"(?:\s?{calendar.behind_day})?" if calendar.behind_day else ""
    return LazyPattern(
        rf"(?<!\w){IN}(?:(?P<y1>{year}){behind}\s(?=\S+))?(?:(?P<d1>{day})\.?\s)?{month}"
        rf"(?:\s(?P<d2>{day}){behind_day})?(?:,?\s(?P<y2>{year}){behind})?",
        re.IGNORECASE,
    )


_PATTERNS = {
    language: _pattern(calendar, IN_MONTHS[language]) for language, calendar in CALENDARS.items()
}


def in_english(text: str, known: Collection[str]) -> str:
    """The text with such dates in English, but those of languages that are `known`, by code: there
    they are words as the papers print them.
    """
    if not any(map(str.isdecimal, text)):
        return text
    for language, pattern in _PATTERNS.items():
        if language not in known:
            text = pattern.sub(_date, text)
    return text


def _date(match: re.Match[str]) -> str:
    parts = match.groupdict()
    day, year = parts["d1"] or parts["d2"], parts["y1"] or parts["y2"]
    if not (day or year):
        return match.group()
    month = next(name for place, name in enumerate(MONTHS) if parts[f"m{place}"])
    return " ".join(filter(None, (parts["in"] and "in", day, month, year)))

"""The forms in which dates are printed, in all languages whose words of dates are known."""

import re

from corpus.languages.english.calendar import HALF_DAY
from corpus.languages.english.zones import NAMED
from corpus.languages.table import CALENDARS


def _any(*patterns: str) -> str:
    return "|".join(filter(None, patterns))


def _word(patterns: str, *, before: str = "", behind: str = "") -> str:
    return f"(?:{before}(?:{patterns}){behind})?"


MONTHS = [
    re.compile(_any(*(language.months[number] for language in CALENDARS)), re.I)
    for number in range(12)
]
_MONTH = rf"(?P<month>{_any(*(month.pattern for month in MONTHS))})\.?"
_OF = _word(_any(*(language.of for language in CALENDARS)), behind=" ")
_BEHIND_DAY = _word(r"\.|" + _any(*(language.behind_day for language in CALENDARS)), before=" ?")
_BEHIND_YEAR = _word(r"\.|" + _any(*(language.behind_year for language in CALENDARS)), before=" ?")
_AT = _word(_any(*(language.at for language in CALENDARS)), behind=" ")
_BEHIND_HOUR = _word(_any(*(language.behind_hour for language in CALENDARS)), before=" ?")
_WEEKDAYS = _any(*(language.weekdays for language in CALENDARS))

_OFFSET = r"(?:UTC|GMT) ?[+-](?:1[0-4]|0?\d)(?::?[0-5]\d)?|[+-](?:1[0-4]|0\d)(?::?[0-5]\d)?"
_PLACE = r"(?-i:(?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/[A-Z][A-Za-z_/-]+)"
# An offset may have its name behind it, which says no more: `GMT+0300 (EEST)`, `+03:00[…/…]`.
_ZONE = (
    rf"(?:(?P<zone>{_OFFSET})(?: ?(?:\([^()]+\)|\[[\w/+-]+\]|(?-i:[A-Z]{{3,5}})\b))?"
    rf"|[(\[]?(?P<name>{NAMED}|{_PLACE})[)\]]?)"
)
_CLOCK = (
    r"(?P<hour>\d{1,2})(?:(?:[:.]| ?h ?)(?P<minute>\d\d)"
    r"(?:[:.](?P<second>\d\d)(?:[.,](?P<fraction>\d+))?)?|(?= ?[ap]\.?m))"
    rf"(?: ?{HALF_DAY})?{_BEHIND_HOUR}"
)
_BETWEEN = r"(?:[,T ]+|,? ?[-–|•·/;:@] ?)"
_TIME = rf"(?:{_BETWEEN}{_AT}{_CLOCK}(?: ?{_ZONE})?)?"
_YEAR, _DAY = r"(?P<year>\d{4})", r"(?P<day>\d{1,2})"
_MARK = r"(?:[-/ ]|, ?)"
_FORMS = (
    # 2021.01.27 17:30, 2021/01/27, 2021-1-27
    rf"{_YEAR}(?P<mark>[./-])(?P<number>\d{{1,2}})(?P=mark){_DAY}\.?{_TIME}",
    # 27.01.2021 17:30
    rf"{_DAY}\.(?P<number>\d{{1,2}})\.{_YEAR}{_TIME}",
    # 27 January 2021, 17:30; 27-JAN-2021 17:30:00.79; 27 de enero de 2021
    rf"{_DAY}{_BEHIND_DAY}{_MARK}{_OF}{_MONTH}{_MARK}{_OF}{_YEAR}{_BEHIND_YEAR}{_TIME}",
    # January 27, 2021 17:30
    rf"{_MONTH} {_DAY}{_BEHIND_DAY}(?:, ?| ){_YEAR}{_TIME}",
    # 2021 m. sausio 27 d. 17:30; 2021-Jan-27
    rf"{_YEAR}{_BEHIND_YEAR}{_MARK}{_MONTH}{_MARK}{_DAY}{_BEHIND_DAY}{_TIME}",
    # 2021. gada 27. janvārī
    rf"{_YEAR}{_BEHIND_YEAR} {_DAY}{_BEHIND_DAY} {_MONTH}{_TIME}",
    # Jan 27 17:30:00 EET 2021
    rf"{_MONTH} {_DAY} {_CLOCK}(?: {_ZONE})? {_YEAR}",
)
FORMS = tuple(re.compile(form, re.I) for form in _FORMS)
# Behind other words of a line, which may be glued to the date.
_WEEKDAY = rf"(?:(?:{CALENDARS[0].weekdays})[,.]? )?"
ENDINGS = tuple(re.compile(rf"(?<!\d){_WEEKDAY}{form}$", re.I) for form in _FORMS)
# Machines' forms: 20210127T173000Z, and seconds or milliseconds from 1970.
COMPACT = re.compile(
    r"(?P<year>1[6-9]\d\d|20\d\d)(?P<number>\d\d)(?P<day>\d\d)"
    r"(?:[T _-]?(?P<hour>\d\d):?(?P<minute>\d\d)(?::?(?P<second>\d\d)(?:[.,](?P<fraction>\d+))?)?"
    rf"(?: ?{_ZONE})?)?"
)
EPOCH = re.compile(r"0|(?P<seconds>-?\d{9,10}(?:\.\d+)?)|(?P<milliseconds>-?\d{12,13})(?:\.0*)?")
MAIL = re.compile(
    r"[A-Za-z]{3}, (?P<day>\d{1,2} [A-Za-z]{3}) (?P<year>\d\d|\d{4})"
    r" (?P<time>\d\d:\d\d(?::\d\d)? \S+)"
)
ISO = re.compile(r"\d{4}-(?:\d\d-\d\d|W\d\d-\d)(?:[T ]\d\d.*)?|\d{4}W\d{3}(?:T\d\d.*)?")
# What stands around a date and says no more: a weekday before, behind, or before the hour.
WEEKDAY = re.compile(rf"(?:^| )[(\[]?(?:{_WEEKDAYS})\b[.,)\]]*(?= |$)", re.I)
BEFORE_DAY = re.compile(
    rf"(?:{_any(*(language.before_day for language in CALENDARS))}) (?=\d)", re.I
)
CLOCK_FIRST = re.compile(
    rf"(?P<clock>\d{{1,2}}[:.]\d\d(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?(?: ?(?:{NAMED}))?)"
    r"[,|–-]* (?P<rest>.*\d{4}.*)",
    re.I,
)
UNKNOWN_ZONE = re.compile(r"(?P<rest>.*\d:\d\d(?: ?(?i:[ap]\.?m\.?))?) ?\(?(?P<name>[A-Z]{2,5})\)?")

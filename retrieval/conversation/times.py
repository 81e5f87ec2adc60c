"""A time named in a reply, in any of its languages, and in English, which questions are read in."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from corpus.languages.english import calendar
from retrieval.conversation.languages.turns import Turns
from retrieval.question.times.expressions import find_time

YEAR = re.compile(r"(?<![\w.,/-])(?:1[89]|20)\d\d(?![\w%/-]|[.,]\d)")
ALSO_WORDS = frozenset({"may", "march"})
NAMED = re.compile(r"\b[A-Z]\w* \Z")
GOVERNED = re.compile(r"(?:in|on|since|before|after|until|between|from|by) ", re.I)


@dataclass(frozen=True, slots=True)
class TimeNamed:
    """`start`, `end`: where the words stand, `written` as they do, `english` as questions read.

    `since`, `until`: its first and last day, None where it is open.
    """

    start: int
    end: int
    written: str
    english: str
    since: date | None
    until: date | None

    def holds(self, place: int) -> bool:
        return self.start <= place < self.end


def time_in(text: str, asked_at: datetime, turns: Turns) -> TimeNamed | None:
    """The first time that is named; a year or a month may stand by itself here."""
    if turns.code != "en" and (found := _translated(text, asked_at, turns)):
        return found
    time = find_time(text, asked_at)
    if time is not None and (time.is_stated or time.until):
        written = text[time.start : time.end]
        return TimeNamed(time.start, time.end, written, written, time.since, time.until)
    return _alone(text, asked_at)


def _alone(text: str, asked_at: datetime) -> TimeNamed | None:
    """A year, a month or a weekday without a word that governs it: "2021?", "and March"; "Theresa
    May" is none, nor is "May" between other words.
    """
    names = "|".join((*calendar.MONTHS, *calendar.WEEKDAYS))
    match = re.search(rf"\b(?i:{names})\b(?: (?:1[89]|20)\d\d\b)?", text)
    if match and match.group().lower() in ALSO_WORDS and re.search(r"\w", text[: match.start()]):
        is_last = not re.search(r"\w", text[match.end() :])
        match = match if is_last and not NAMED.search(text[: match.start()]) else None
    match = match or YEAR.search(text)
    if match is None:
        return None
    governor = "on" if match.group().title() in calendar.WEEKDAYS else "in"
    written = match.group()
    return _named(match.start(), match.end(), written, f"{governor} {written}", asked_at)


def _translated(text: str, asked_at: datetime, turns: Turns) -> TimeNamed | None:
    for pattern, english in turns.times:
        if match := pattern.search(text):
            return _named(match.start(), match.end(), match.group(), english, asked_at)
    year, month = YEAR.search(text), None
    for number, name in enumerate(turns.months):
        match = re.search(rf"(?<!\w)(?:{name})(?!\w)", text, re.I)
        if match and (month is None or match.start() < month[1].start()):
            month = (calendar.MONTHS[number], match)
    parts = [part for part in (month[1] if month else None, year) if part]
    if not parts:
        return None
    start, end = min(part.start() for part in parts), max(part.end() for part in parts)
    bound = "in"
    for word, english in turns.bounds:
        if before := re.search(rf"(?<!\w){word}\s+\Z", text[:start], re.I):
            bound, start = english, before.start()
            break
    named = " ".join(filter(None, (month[0] if month else "", year.group() if year else "")))
    return _named(start, end, text[start:end], f"{bound} {named}", asked_at)


def _named(
    start: int, end: int, written: str, english: str, asked_at: datetime
) -> TimeNamed | None:
    time = find_time(english, asked_at)
    if time is None:
        return None
    return TimeNamed(start, end, written, english, time.since, time.until)

"""A line that holds dates, with the names before them: `RFE/RL2021.01.27 17:30`."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from corpus.dates import ending_date, is_date_shaped, parse_date
from corpus.errors import UnreadableError
from corpus.languages.english.calendar import AGO, BESIDE_CLOCK
from corpus.languages.english.pages import IN_READING_TIME, READING_TIME
from corpus.languages.table import CALENDARS

LONGEST_LINE = 250  # characters
LONGEST_NAMES = 120
LONGEST_UNSURE = 60

PUBLISHED = "|".join(one.published for one in CALENDARS)
UPDATED = "|".join(one.updated for one in CALENDARS)
# Before a date, at a word's beginning, or glued to a name with a capital letter:
# `RFE/RLUpdated 2021.01.28`.
DATE_LABEL = (
    r"(?:(?<![^\W_])|(?=[A-Z]))"
    rf"(?i:(?:(?:first|last) )?(?:(?P<update>{UPDATED})|{PUBLISHED})|date)(?i: on| at)?[\s:–-]*"
)
LABEL = re.compile(DATE_LABEL)
LABEL_END = re.compile(DATE_LABEL + "$")
YEAR = re.compile(r"\d{4}")  # in every date
# Marks and a reading time, but not the outlet 15min.
BETWEEN = re.compile(rf"[\s·•|,;()\[\]/–-]*(?:\d+(?:{READING_TIME})[\s·•|,;()]*)?$", re.I)
WRAPPED = re.compile(r"[\[(]([^\[\]()]*)[\])]")  # [2021.01.27 17:30]
NAME_IN_BRACKETS = re.compile(rf"\((?![^()]*(?:\d{{4}}|{IN_READING_TIME}))[^()]+\)$")  # X Y (BNS)
# A time, or a day whose year and month may be guessed only.
CLOCK = r"\d{1,4}([./-])\d{1,2}\1\d{1,4}|\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:[ap]m)?"
UNSURE = re.compile(rf"{CLOCK}|{BESIDE_CLOCK}", re.I)
SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date as printed, and whether it is labelled as one of an update.

    `value` is None where there is no such date; then `fault` says why.
    """

    text: str
    is_update: bool
    value: datetime | date | None
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class DatedLine:
    """The dates at the end of a line, one at least, and the names before them.

    `is_glued`: no space between the names and what follows them, as no sentence has it.
    """

    names: str
    dates: tuple[PrintedDate, ...]
    is_glued: bool = False
    is_labelled: bool = False

    @property
    def first(self) -> datetime | date | None:
        """The first date, None where there is no such."""
        return self.dates[0].value

    @property
    def has_time(self) -> bool:
        return isinstance(self.first, datetime)

    @property
    def is_line_of_its_own(self) -> bool:
        """Whether it is a date with its time and nothing else, but for names glued to it."""
        return self.has_time and (self.is_glued or not self.names)

    @property
    def is_update(self) -> bool:
        """Whether the first date is labelled as one of an update."""
        return self.dates[0].is_update


def read_dated(line: str) -> DatedLine | None:
    """The dates that a line ends in, with labels and reading times among them; None without."""
    rest = " ".join(line.split())
    if wrapped := WRAPPED.fullmatch(rest):
        rest = wrapped[1]
    if len(rest) > LONGEST_LINE or not YEAR.search(rest):
        return None
    label = LABEL.match(rest)
    alone = rest[label.end() :] if label else rest
    if is_date_shaped(alone) and not LABEL.search(alone, 1):
        return DatedLine("", (_printed(alone, label),), is_labelled=label is not None)
    dates: list[PrintedDate] = []
    before, is_labelled = rest, False
    while (start := ending_date(rest := _without_marks(before))) is not None:
        label = LABEL_END.search(rest, 0, start)
        dates.insert(0, _printed(rest[start:], label))
        is_labelled = is_labelled or label is not None
        before = rest[: label.start() if label else start]
    if not dates or len(rest) > LONGEST_NAMES:
        return None
    if is_unsure(rest) and is_date_shaped(timed := f"{dates[0].text} {rest}"):  # 17:30, 27 May 2021
        rest, dates[0] = "", _parsed(timed, is_update=dates[0].is_update)
    is_sentence = SENTENCE_END.search(rest) and len(rest.split()) > 2
    is_glued = before != "" and before == rest and not is_sentence
    return DatedLine(rest, tuple(dates), is_glued, is_labelled)


def is_unsure(line: str) -> bool:
    """Whether a line is a date or a time, and still tells no day for sure.

    `01/02/2021 5:30 PM` and `2 hours ago` are such.
    """
    if len(line) > LONGEST_UNSURE:
        return False
    label = LABEL.match(line)
    bare = line[label.end() :] if label else line
    if AGO.fullmatch(bare):
        return True
    words = re.split(r"[\s,·|()\[\]]+", bare.strip(" ,·|()[]"))
    has_clock = any(re.fullmatch(CLOCK, word, re.I) for word in words)
    return has_clock and all(map(UNSURE.fullmatch, words))


def _without_marks(text: str) -> str:
    """What stands before dates, without the marks between it and them."""
    bare = text.rstrip()
    return bare if NAME_IN_BRACKETS.search(bare) else BETWEEN.sub("", text)


def _printed(text: str, label: re.Match[str] | None) -> PrintedDate:
    return _parsed(text, is_update=label is not None and label["update"] is not None)


def _parsed(text: str, *, is_update: bool) -> PrintedDate:
    try:
        return PrintedDate(text, is_update, parse_date(text))
    except UnreadableError as error:
        return PrintedDate(text, is_update, None, str(error))

"""A line that holds dates, with the names before them: `RFE/RL2021.01.27 17:30`."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from corpus.dates import ending_date, is_date_shaped, parse_date
from corpus.errors import UnreadableError

LONGEST_LINE = 250  # characters
LONGEST_NAMES = 120
LONGEST_UNSURE = 60

# At a word's beginning, or glued to a name with a capital letter: `RFE/RLUpdated 2021.01.28`.
_LABEL = (
    r"(?:(?<![^\W_])|(?=[A-Z]))"
    r"(?i:(?:(?:first|last) )?(?P<verb>published|posted|updated|modified)|date)"
    r"(?i: on| at)?[\s:–-]*"
)
LABEL = re.compile(_LABEL)
YEAR = re.compile(r"\d{4}")  # in every date
LABEL_END = re.compile(_LABEL + "$")
# Marks and a reading time, but not the outlet 15min.
BETWEEN = re.compile(
    r"[\s·•|,;()\[\]/–-]*(?:\d+(?: min(?:ute)?s?\.?| ?min(?:ute)?s?\.? read)[\s·•|,;()]*)?$", re.I
)
WRAPPED = re.compile(r"[\[(]([^\[\]()]*)[\])]")  # [2021.01.27 17:30]
NAME_IN_BRACKETS = re.compile(r"\((?![^()]*(?:\d{4}|\d min|min read))[^()]+\)$")  # X Y (BNS)
# Dates and times that tell no day for sure, word by word: 01/02/2021 5:30 PM, 2 hours ago.
AGO = re.compile(
    r"(?:(?:about|over|almost) )?(?:an?|\d+) ?(?:h|(?:sec|min|hr|second|minute|hour|day)s?) ago"
    r"|(?:today|yesterday),? (?:at )?\d\d?[:.]\d\d",
    re.I,
)
# A time, or a day whose year and month may be guessed only.
CLOCK = r"\d{1,4}([./-])\d{1,2}\1\d{1,4}|\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:[ap]m)?"
BESIDE_CLOCK = re.compile(
    rf"{CLOCK}|\d{{1,4}}(?:st|nd|rd|th)?|[ap]\.?m\.?|at|val\.?|hrs?|h|uhr|[-–+]|(?-i:[A-Z]{{2,4}})"
    r"|(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?",
    re.I,
)
SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class Stamp:
    """`dates` are as printed, each with whether it is labelled as one of an update.

    `is_glued`: no space between the names and what follows them, as no sentence has it.
    """

    names: str
    dates: tuple[tuple[str, bool], ...]
    is_glued: bool = False
    is_labelled: bool = False

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
        return self.dates[0][1]

    @property
    def first(self) -> datetime | date | None:
        """The first date, None where there is no such."""
        try:
            return parse_date(self.dates[0][0])
        except UnreadableError:
            return None


def read_stamp(line: str) -> Stamp | None:
    """The dates that a line ends in, with labels and reading times among them; None without."""
    rest = " ".join(line.split())
    if wrapped := WRAPPED.fullmatch(rest):
        rest = wrapped[1]
    if len(rest) > LONGEST_LINE or not YEAR.search(rest):
        return None
    label = LABEL.match(rest)
    alone = rest[label.end() :] if label else rest
    if is_date_shaped(alone):
        return Stamp("", ((alone, _is_update(label)),), is_labelled=label is not None)
    dates: list[tuple[str, bool]] = []
    before, is_labelled = rest, False
    while (start := ending_date(rest := _without_marks(before))) is not None:
        label = LABEL_END.search(rest, 0, start)
        dates.insert(0, (rest[start:], _is_update(label)))
        is_labelled = is_labelled or label is not None
        before = rest[: label.start() if label else start]
    if not dates or len(rest) > LONGEST_NAMES:
        return None
    if is_unsure(rest) and is_date_shaped(timed := f"{dates[0][0]} {rest}"):  # 17:30, 27 May 2021
        rest, dates[0] = "", (timed, dates[0][1])
    is_sentence = SENTENCE_END.search(rest) and len(rest.split()) > 2
    is_glued = before != "" and before == rest and not is_sentence
    return Stamp(rest, tuple(dates), is_glued, is_labelled)


def is_unsure(line: str) -> bool:
    """Whether a line is a date or a time, and still tells no day for sure."""
    if len(line) > LONGEST_UNSURE:
        return False
    label = LABEL.match(line)
    bare = line[label.end() :] if label else line
    if AGO.fullmatch(bare):
        return True
    words = re.split(r"[\s,·|()\[\]]+", bare.strip(" ,·|()[]"))
    has_clock = any(re.fullmatch(CLOCK, word, re.I) for word in words)
    return has_clock and all(map(BESIDE_CLOCK.fullmatch, words))


def _without_marks(text: str) -> str:
    """What stands before dates, without the marks between it and them."""
    bare = text.rstrip()
    return bare if NAME_IN_BRACKETS.search(bare) else BETWEEN.sub("", text)


def _is_update(label: re.Match[str] | None) -> bool:
    return label is not None and (label["verb"] or "").lower() in {"updated", "modified"}

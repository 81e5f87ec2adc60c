"""What stands above an article's text, as far as it was found."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from corpus.dates import parse_date
from corpus.errors import UnreadableError
from corpus.lines.boilerplate import is_between, is_furniture
from corpus.lines.byline import Byline
from corpus.lines.dated import AGO, SENTENCE_END, Stamp, is_unsure, read_stamp

LONGEST_TITLE = 250  # characters; a longer first line is a paragraph
LOOK_AHEAD = 3  # lines between a headline and its byline: a standfirst, a photo's credit
MOST_LINES = 20  # of a header
SHORTEST_PARAGRAPH = 60  # characters, where no full stop shows it

ADDRESS = re.compile(r"(?:(?:url|link|source):? )?<?(?:https?://|www\.)\S+", re.I)


@dataclass(slots=True)
class Header:
    """`is_dated`: a date stood in the byline, so that no other line can be it."""

    title: str = ""
    published: datetime | date | None = None
    updated: datetime | date | None = None
    byline: Byline | None = None
    section: str | None = None
    is_dated: bool = False

    def take_dates(self, stamp: Stamp) -> None:
        for text, is_update in stamp.dates:
            self._take_date(text, is_update=is_update)

    def _take_date(self, text: str, *, is_update: bool) -> None:
        """The first date is that of publication; a later one that of a new version."""
        try:
            again = parse_date(text)
        except UnreadableError as error:
            if self.published is None and not is_update:
                raise UnreadableError(f"the date line cannot be read: {error}") from error
            return  # there is a good one, or there must be
        if self.published is None and not is_update:
            self.published = again
            return
        is_day = self.published is not None and not isinstance(self.published, datetime)
        if is_day and not is_update and day_of(again) == self.published:
            self.published = again  # now with its time
        elif self.updated is None or _local(again) > _local(self.updated):
            self.updated = again

    def is_same_day(self, stamp: Stamp) -> bool:
        """Whether a stamp's day is that of publication, or that is not known yet."""
        if self.published is None or stamp.first is None:
            return self.published is None
        return day_of(stamp.first) == day_of(self.published)

    def why_undated(self, lines: Sequence[str]) -> str:
        """Why no date of publication was found in these lines."""
        if self.updated:
            return "only the date of an update is given, not that of publication"
        top = [line for line in lines if line][:MOST_LINES]
        if unsure := next(filter(is_unsure, top), None):
            return f"the date line cannot be read: {unsure}"
        return "no date line such as 2021.01.27 17:30 at the top"

    def new_version(self) -> datetime | date | None:
        """The date of the update, if it is one: later than the publication."""
        if self.published and self.updated and _local(self.updated) > _local(self.published):
            return self.updated
        return None


def join_time(lines: Sequence[str]) -> list[str]:
    """The lines, the first day and the time of day below it in one: it stays a single line."""
    joined = list(lines)
    filled = [number for number, line in enumerate(lines) if line][:MOST_LINES]
    for number, below in pairwise(filled):
        if stamp := read_stamp(lines[number]):
            timed = read_stamp(both := f"{lines[number]} {lines[below]}")
            is_time = timed is not None and timed.has_time and timed.names == stamp.names
            if is_time and not stamp.has_time and read_stamp(lines[below]) is None:
                joined[number], joined[below] = both, ""
            break
    return joined


def is_of_page(line: str) -> bool:
    """Whether a line of the header is of the page: a button, an address, `2 hours ago`."""
    is_told = ADDRESS.fullmatch(line) or AGO.fullmatch(line)
    return is_furniture(line) or is_between(line) or bool(is_told)


def day_of(moment: datetime | date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _local(moment: datetime | date) -> tuple[date, int]:
    """The day and the minute as printed; a plain date before every minute of its day."""
    minute = moment.hour * 60 + moment.minute if isinstance(moment, datetime) else -1
    return day_of(moment), minute


def is_paragraph(line: str) -> bool:
    """Whether a line looks like one of the text, and not like a headline, a subhead or a name."""
    return len(line) >= SHORTEST_PARAGRAPH or SENTENCE_END.search(line) is not None

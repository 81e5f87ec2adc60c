"""What stands above an article's text, as far as it was found."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import pairwise

from corpus.errors import UnreadableError
from corpus.lines.byline import Byline
from corpus.lines.dated import SENTENCE_END, DatedLine, PrintedDate
from corpus.lines.line import Line

LONGEST_TITLE = 250  # characters; a longer first line is a paragraph
LOOK_AHEAD = 3  # lines between a headline and its byline: a standfirst, a photo's credit
MOST_LINES = 20  # of a header
SHORTEST_PARAGRAPH = 60  # characters, where no full stop shows it


@dataclass(slots=True)
class Header:
    """`is_dated`: a date stood in the byline, so that no other line can be it."""

    title: str = ""
    published: PrintedDate | None = None
    updated: PrintedDate | None = None
    byline: Byline | None = None
    section: str | None = None
    is_dated: bool = False

    @property
    def moment(self) -> datetime | date | None:
        """When it was published, as far as that is known."""
        return self.published.value if self.published else None

    def take_dates(self, dated: DatedLine) -> None:
        for printed in dated.dates:
            self._take_date(printed)

    def _take_date(self, printed: PrintedDate) -> None:
        """The first date is that of publication; a later one that of a new version."""
        if printed.value is None:
            if self.published is None and not printed.is_update:
                raise UnreadableError(f"the date line cannot be read: {printed.fault}")
            return  # there is a good one, or there must be
        if self.published is None and not printed.is_update:
            self.published = printed
            return
        is_day = self.moment is not None and not isinstance(self.moment, datetime)
        if is_day and not printed.is_update and day_of(printed.value) == self.moment:
            self.published = printed  # now with its time
        elif self.updated is None or _is_later(printed.value, self.updated.value):
            self.updated = printed

    def is_same_day(self, dated: DatedLine) -> bool:
        """Whether a line's day is that of publication, or that is not known yet."""
        if self.moment is None or dated.first is None:
            return self.moment is None
        return day_of(dated.first) == day_of(self.moment)

    def why_undated(self, lines: Sequence[Line]) -> str:
        """Why no date of publication was found in these lines."""
        if self.updated:
            return "only the date of an update is given, not that of publication"
        top = [line for line in lines if line.text][:MOST_LINES]
        if unsure := next((line.text for line in top if line.is_unsure), None):
            return f"the date line cannot be read: {unsure}"
        return "no date line such as 2021.01.27 17:30 at the top"


def join_time(lines: Sequence[Line]) -> list[Line]:
    """The lines, the first day and the time of day below it in one: it stays a single line."""
    joined = list(lines)
    filled = [number for number, line in enumerate(lines) if line.text][:MOST_LINES]
    for number, below in pairwise(filled):
        if dated := lines[number].dated:
            if not dated.has_time and lines[below].dated is None:
                both = replace(lines[number], text=f"{lines[number].text} {lines[below].text}")
                if both.dated and both.dated.has_time and both.dated.names == dated.names:
                    joined[number], joined[below] = both, replace(lines[below], text="")
            break
    return joined


def day_of(moment: datetime | date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _is_later(again: datetime | date, before: datetime | date | None) -> bool:
    return before is None or _local(again) > _local(before)


def _local(moment: datetime | date) -> tuple[date, int]:
    """The day and the minute as printed; a plain date before every minute of its day."""
    minute = moment.hour * 60 + moment.minute if isinstance(moment, datetime) else -1
    return day_of(moment), minute


def is_paragraph(line: str) -> bool:
    """Whether a line looks like one of the text, and not like a headline, a subhead or a name."""
    return len(line) >= SHORTEST_PARAGRAPH or SENTENCE_END.search(line) is not None

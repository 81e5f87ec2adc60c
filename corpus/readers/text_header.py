"""What stands above an article's text, as far as it was found."""

from dataclasses import dataclass
from datetime import date, datetime

from corpus.bylines import Byline
from corpus.dates import parse_date
from corpus.errors import UnreadableError
from corpus.stamps import SENTENCE_END, Stamp

LONGEST_TITLE = 250  # characters; a longer first line is a paragraph
LOOK_AHEAD = 3  # lines between a headline and its byline: a standfirst, a photo's credit
MOST_LINES = 20  # of a header
SHORTEST_PARAGRAPH = 60  # characters, where no full stop shows it


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
        if self.published is None and not is_update:
            self.published = parse_date(text)
            return
        try:
            again = parse_date(text)
        except UnreadableError:
            return  # there is a good one
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

    def new_version(self) -> datetime | date | None:
        """The date of the update, if it is one: later than the publication."""
        if self.published and self.updated and _local(self.updated) > _local(self.published):
            return self.updated
        return None


def day_of(moment: datetime | date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _local(moment: datetime | date) -> tuple[date, int]:
    """The day and the minute as printed; a plain date before every minute of its day."""
    minute = moment.hour * 60 + moment.minute if isinstance(moment, datetime) else -1
    return day_of(moment), minute


def is_paragraph(line: str) -> bool:
    """Whether a line looks like one of the text, and not like a headline, a subhead or a name."""
    return len(line) >= SHORTEST_PARAGRAPH or SENTENCE_END.search(line) is not None

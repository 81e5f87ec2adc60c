"""What every reader takes and gives."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from corpus.article import UNKNOWN_OUTLET, Article

__all__ = ["UNKNOWN_OUTLET", "Defaults", "Read", "Reader", "Rejected"]


@dataclass(frozen=True, slots=True)
class Defaults:
    """What the keeper says of a whole import, where the input itself does not."""

    source: str | None = None
    timezone: ZoneInfo | None = None

    def in_zone(self, moment: datetime | date) -> tuple[datetime | date, bool]:
        """A local time in the outlet's zone, and False; without a zone its day, and True."""
        if not isinstance(moment, datetime) or moment.tzinfo is not None:
            return moment, False
        if self.timezone is None:
            return moment.date(), True
        # With its offset spelt out, so that it says the same wherever it is read.
        return datetime.fromisoformat(moment.replace(tzinfo=self.timezone).isoformat()), False


@dataclass(frozen=True, slots=True)
class Read:
    """One article. `no_source`: no outlet is named anywhere; `no_zone`: a time was left out."""

    article: Article
    no_source: bool = False
    no_zone: bool = False


@dataclass(frozen=True, slots=True)
class Rejected:
    """One input that was not taken. `line` counts from 1, in formats of lines."""

    path: Path
    line: int | None
    reason: str


# The third argument is called with the bytes consumed of the file as it lies on disk.
Reader = Callable[[Path, Defaults, Callable[[int], None]], Iterator[Read | Rejected]]

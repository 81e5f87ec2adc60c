"""A time that names no zone, or a false one, by the clock that fresh articles tell."""

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from corpus.collect.state.clocks import SLACK, Clocks, Said
from corpus.dates import parse_date
from corpus.errors import UnreadableError
from corpus.pages import Evidence, PageArticle

THESE_DAYS = timedelta(days=3)  # for which a clock is what it is now
SAID = {Evidence.LOCAL: Said.LOCAL, Evidence.UTC: Said.UTC}
PLACE = "by the clock of fresh articles"


@dataclass(frozen=True, slots=True)
class Shown:
    """A local time as a page prints it, and what the page says of it."""

    said: Said
    printed: datetime


def shown_time(read: PageArticle) -> Shown | None:
    """The page's time, where nothing on it is sure of what it means."""
    said = SAID.get(read.date_evidence)
    if said is None:
        return None
    try:
        moment = parse_date(read.draft.published)
    except UnreadableError:
        return None
    if not isinstance(moment, datetime) or moment.utcoffset():
        return None
    return Shown(said, moment.replace(tzinfo=None))


def by_clock(shown: Shown, clocks: Clocks, fetched: datetime) -> datetime | None:
    """The moment of a time of these days; None where the clock is not known."""
    ahead = clocks.by(shown.said)
    if ahead is None:
        return None
    moment = shown.printed.replace(tzinfo=timezone(ahead))
    return moment if -SLACK <= fetched - moment < THESE_DAYS else None

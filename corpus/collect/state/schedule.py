"""When an address is asked next: pure reckoning, no clock of its own."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from corpus.article import instant

# An article's page is asked again when it is so old: papers mend what they printed soon after.
AGES = (
    timedelta(hours=1),
    timedelta(hours=6),
    timedelta(days=1),
    timedelta(days=3),
    timedelta(days=14),
)
AT_LEAST = timedelta(minutes=30)  # between two of these
# After one failure, two, and so on: within a collection, then in the next ones, then not again.
RETRIES = (
    timedelta(seconds=2),
    timedelta(seconds=15),
    timedelta(minutes=15),
    timedelta(hours=2),
    timedelta(hours=12),
    timedelta(days=2),
    timedelta(days=7),
)
SLOW = 4  # of these, the first that what will hardly be mended soon is asked again after
JITTER = 0.25  # of a wait, either way, so that not all is asked again at one moment
# What a listing says changed, and had not, is believed again after so long; fourfold each time.
DOUBT = timedelta(hours=1)
LONGEST_DOUBT = timedelta(days=30)


def next_visit(published: datetime | date, now: datetime) -> datetime | None:
    """When an article's page is asked again, unless a listing says before that it changed."""
    moments = (instant(published) + age for age in AGES)
    return next((moment for moment in moments if moment >= now + AT_LEAST), None)


def retry(
    failures: int, now: datetime, random: Callable[[], float], *, is_slow: bool = False
) -> datetime | None:
    """When to ask again after so many failures in a row, 1 or more; None for never.

    `random` gives numbers from 0 to 1.
    """
    place = failures - 1 + (SLOW if is_slow else 0)
    if place >= len(RETRIES):
        return None
    return now + RETRIES[place] * (1 + JITTER * (2 * random() - 1))


def believed_from(asked: datetime, idle: int) -> datetime:
    """From when on it is believed that a page changed which was asked, `idle` times in vain."""
    if idle == 0:
        return asked
    return asked + min(DOUBT * float(4 ** min(idle - 1, 10)), LONGEST_DOUBT)

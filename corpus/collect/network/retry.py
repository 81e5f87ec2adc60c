"""When to ask again."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from secrets import SystemRandom

DAY = 86_400.0  # seconds
LONGEST_WAIT = DAY

_random = SystemRandom()


def retry_after(header: str | None, now: datetime) -> float | None:
    """The seconds that a header Retry-After asks for, at most a day; it may name a moment instead.

    None without one, and for one that cannot be read.
    """
    told = (header or "").strip()
    if told.isascii() and told.isdigit():
        return min(float(told[:9]), LONGEST_WAIT)
    try:
        moment = parsedate_to_datetime(told)
    except (ValueError, OverflowError, IndexError):
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return min(max((aware - now).total_seconds(), 0.0), LONGEST_WAIT)


def backoff(failures: int, first: float = 60.0, longest: float = DAY) -> float:
    """How many seconds to wait after so many failures in a row, 1 or more: twice as long each time.

    Between half and whole, by chance, so that what failed together is not asked for together.
    """
    whole = min(first * 2.0 ** min(failures - 1, 60), longest)
    return whole * _random.uniform(0.5, 1.0)

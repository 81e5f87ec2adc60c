"""Holes in an archive: days without an article where the outlet usually has some.

An outlet's rhythm is that of the year before a run of empty days or of the year behind it,
whichever had less: on which share of its Mondays, Tuesdays and so on it had an article; one more
day without is counted to each, as nobody can be sure of a day that never failed (after Laplace's
rule of succession). The run's probability is the product over its days, as if one said nothing of
the next. A run less probable than `RARE` is a hole: two days of a daily, two issues of a weekly,
and no weekend of a paper that has none.

Source: Laplace, Essai philosophique sur les probabilités (1814).
"""

import sqlite3
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from math import log

from msgspec import Struct

from corpus.archive.rows import stored_day

RARE = 1 / 1000
YEAR = 364  # days, whole weeks
WEEK = 7


class Gap(Struct, frozen=True):
    """Days without an article of an outlet, the first and the last of them.

    `expected`: on how many of them it would usually have had one.
    """

    source: str
    first: date
    last: date
    expected: float

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


def find_gaps(connection: sqlite3.Connection) -> list[Gap]:
    """The holes of every outlet, between its first and its last day; the earliest first."""
    days: dict[str, list[int]] = {}
    rows = connection.execute(
        "SELECT DISTINCT name, day FROM tally WHERE kind IN ('day', 'doubtful day') ORDER BY 1, 2"
    )
    for source, text in rows:
        day = stored_day(text)
        if day is not None:
            days.setdefault(source, []).append(day.toordinal())
    found = [gap for source in days for gap in gaps_between(source, days[source])]
    return sorted(found, key=lambda gap: (gap.first, gap.source))


def gaps_between(source: str, days: Sequence[int]) -> Iterator[Gap]:
    """The holes between an outlet's days (`date.toordinal`), which are in order."""
    by_weekday: list[list[int]] = [[] for _ in range(WEEK)]
    for day in days:
        by_weekday[day % WEEK].append(day)
    for before, after in pairwise(days):
        if after - before == 1:
            continue
        shares = [
            _share(held, weekday, (before, after), (days[0], days[-1]))
            for weekday, held in enumerate(by_weekday)
        ]
        run = range(before + 1, after)
        counts = [_of_weekday(weekday, run.start, run.stop) for weekday in range(WEEK)]
        rarity = sum(count * log(1 - share) for count, share in zip(counts, shares, strict=True))
        if rarity < log(RARE):
            expected = sum(count * share for count, share in zip(counts, shares, strict=True))
            first, last = date.fromordinal(before), date.fromordinal(after)
            yield Gap(source, first + timedelta(1), last - timedelta(1), expected)


def is_hole_up_to(days: Sequence[int], today: int) -> bool:
    """Whether the days between an outlet's last one and today are a hole, by its rhythm before."""
    if not days or today - days[-1] <= 1:
        return False
    last, first = days[-1], max(days[-1] - YEAR + 1, days[0])
    rarity = 0.0
    for weekday in range(WEEK):
        held = sum(day % WEEK == weekday for day in days if day >= first)
        share = held / (_of_weekday(weekday, first, last + 1) + 1)
        rarity += _of_weekday(weekday, last + 1, today) * log(1 - share)
    return rarity < log(RARE)


def _share(
    held: Sequence[int], weekday: int, run: tuple[int, int], whole: tuple[int, int]
) -> float:
    """On which share of one weekday around a run the outlet had an article; below 1.

    `held` are its days of that weekday; of `run` and `whole` both ends have articles.
    """
    sides = (
        (max(run[0] - YEAR + 1, whole[0]), run[0] + 1),
        (run[1], min(run[1] + YEAR, whole[1] + 1)),
    )
    return min(
        (bisect_left(held, end) - bisect_left(held, start)) / (_of_weekday(weekday, start, end) + 1)
        for start, end in sides
    )


def _of_weekday(weekday: int, start: int, end: int) -> int:
    """How many days from `start` to before `end` have a remainder by seven."""
    return (end - 1 - weekday) // WEEK - (start - 1 - weekday) // WEEK

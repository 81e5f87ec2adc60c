"""Counts by day → the bars of a timeline."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from statistics import median

from retrieval.timeline.holes import Holes
from retrieval.timeline.periods import Step, periods
from retrieval.timeline.timeline import Bar

STRAY = 0.0005  # of all articles may lie before the time shown, and behind it
LOST = 0.01  # of those that are counted may lie there
THIN = 20  # articles printed, fewer of which say nothing where half of the bars have twice as many
BURST = 5  # articles of one day, from which on it is what its bar is about,
BURST_SHARE = 0.2  # if it has so much of them

Days = Mapping[date, int]  # how many articles each has


def span(printed: Days, counted: Days, doubtful: Days) -> tuple[date, date] | None:
    """The first and the last day to be shown; None where nothing was printed.

    Days of which every date is doubtful do not count, nor a few stray articles long before the
    others, or behind them.
    """
    sure = sorted(day for day in printed if printed[day] > doubtful.get(day, 0)) or sorted(printed)
    if not sure:
        return None
    return _behind_stray(sure, printed, counted), _behind_stray(sure[::-1], printed, counted)


def _behind_stray(days: Sequence[date], printed: Days, counted: Days) -> date:
    most, most_counted = STRAY * sum(printed.values()), LOST * sum(counted.values())
    seen, seen_counted = 0, 0
    for day in days:
        seen += printed[day]
        seen_counted += counted.get(day, 0)
        if seen > most or seen_counted > most_counted:
            return day
    return days[-1]


def bars(
    shown: tuple[date, date], step: Step, counted: Days, printed: Days, holes: Holes
) -> tuple[Bar, ...]:
    """All of the time shown, also where nothing was printed."""
    cut = list(periods(*shown, step))
    firsts = [first for first, _ in cut]
    articles, all_printed = _summed(counted, firsts, shown), _summed(printed, firsts, shown)
    made = [
        Bar(first, last, articles[place], all_printed[place], holes.missing(first, last))
        for place, (first, last) in enumerate(cut)
    ]
    usual = median(bar.printed for bar in made)
    thin = min(THIN, usual / 2)
    return tuple(replace(bar, is_thin=bar.printed < thin) for bar in made)


def busiest(counted: Days, bar: Bar) -> tuple[date, date]:
    """The day of a bar on which most was printed, if that is much of it; else all its days."""
    days = {day: count for day, count in counted.items() if bar.first <= day <= bar.last}
    top = max(days, key=lambda day: (days[day], -day.toordinal()), default=bar.first)
    is_burst = days.get(top, 0) >= max(BURST, BURST_SHARE * bar.articles)
    return (top, top) if is_burst else (bar.first, bar.last)


def _summed(days: Days, firsts: Sequence[date], shown: tuple[date, date]) -> list[int]:
    sums = [0] * len(firsts)
    for day, count in days.items():
        if shown[0] <= day <= shown[1]:
            sums[bisect_right(firsts, day) - 1] += count
    return sums

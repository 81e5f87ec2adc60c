"""Spans of days cut into days, weeks, months or years of the calendar."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum


class Step(StrEnum):
    DAY = "day"
    WEEK = "week"  # from Monday
    MONTH = "month"
    YEAR = "year"


DAYS = {Step.DAY: 1, Step.WEEK: 7, Step.MONTH: 30.44, Step.YEAR: 365.25}
LONGEST = {Step.DAY: 62, Step.WEEK: 371, Step.MONTH: 25 * 366}  # days that are cut so
ENOUGH = 4  # articles printed in a period on average, fewer of which tell nothing
LEAST_BARS = 3  # unless finer ones tell nothing either


def step_for(first: date, last: date, printed: int) -> Step:
    """So fine that there is something to see, so coarse that it is no noise.

    `printed`: how many articles were, in all.
    """
    days = (last - first).days + 1
    fitting = [step for step in Step if days <= LONGEST.get(step, days)]
    telling = [step for step in fitting if printed * DAYS[step] >= ENOUGH * days]
    seen = [step for step in telling if days >= LEAST_BARS * DAYS[step]]
    return (seen or fitting)[0]


def periods(first: date, last: date, step: Step) -> Iterator[tuple[date, date]]:
    """First and last day of each; the outermost ones begin and end with the span."""
    start = first
    while True:
        ahead = _days_to_end(start, step)
        if (last - start).days <= ahead:
            yield start, last
            return
        end = start + timedelta(ahead)
        yield start, end
        start = end + timedelta(1)


def _days_to_end(day: date, step: Step) -> int:
    """How many days of its period follow a day."""
    if step is Step.DAY:
        return 0
    if step is Step.WEEK:
        return 6 - day.weekday()
    if step is Step.MONTH:
        return monthrange(day.year, day.month)[1] - day.day
    return (date(day.year, 12, 31) - day).days

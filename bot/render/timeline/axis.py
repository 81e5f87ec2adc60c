"""The days below a timeline's bars: as many as have room."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.render.english.timeline import brief_day_name, brief_month_name
from bot.render.timeline.lettering import width
from retrieval.timeline.periods import Step
from retrieval.timeline.timeline import Bar

SIZE = 14.0
APART = 12.0  # between two texts, at least
WIDE = 16.0  # a bar below which a text stands; else it stands below where the bar begins
EVERY_DAYS = (1, 2, 5, 10)
EVERY_MONTHS = (1, 3, 6)
EVERY_YEARS = (1, 2, 5, 10, 20, 50, 100)


@dataclass(frozen=True, slots=True)
class Mark:
    """A text around `x`, and where on the axis it belongs."""

    x: float
    tick: float
    text: str


def marks(bars: Sequence[Bar], step: Step, left: float, slot: float) -> list[Mark]:
    """The finest texts that stand apart; bars begin at `left` and are `slot` wide."""
    right = left + slot * len(bars)
    for texts in _finest_first(bars, step):
        found = []
        for place, text in texts.items():
            tick = left + slot * (place + (0.5 if slot >= WIDE else 0))
            found.append(Mark(min(tick, right - width(text, SIZE) / 4), tick, text))
        if found and all(_are_apart(*pair) for pair in pairwise(found)):
            return found
    return []


def _are_apart(one: Mark, other: Mark) -> bool:
    return other.x - one.x >= (width(one.text, SIZE) + width(other.text, SIZE)) / 2 + APART


def _finest_first(bars: Sequence[Bar], step: Step) -> list[dict[int, str]]:
    """Texts by the place of their bar."""
    tried = []
    if step is Step.DAY:
        for every in EVERY_DAYS:
            tried.append({n: brief_day_name(bars[n].first) for n in range(0, len(bars), every)})
    months = _beginnings(bars, [(bar.last.year, bar.last.month) for bar in bars], step)
    if step is not Step.YEAR:
        for every in EVERY_MONTHS:
            tried.append(
                _months(bars, [n for n in months if (bars[n].last.month - 1) % every == 0])
            )
    years = _beginnings(bars, [(bar.last.year, 0) for bar in bars], step)
    for every in EVERY_YEARS:
        kept = [n for n in years if bars[n].last.year % every == 0]
        tried.append({n: f"{bars[n].last.year:04}" for n in kept})
    return tried


def _beginnings(bars: Sequence[Bar], units: Sequence[tuple[int, int]], step: Step) -> list[int]:
    """The bars with which a month or a year begins."""
    changed = [place for place in range(1, len(bars)) if units[place] != units[place - 1]]
    first, (_, month) = bars[0].first, units[0]
    is_begun = step is Step.YEAR or (first.day == 1 and (month or first.month == 1))
    return [0, *changed] if is_begun else changed


def _months(bars: Sequence[Bar], places: Sequence[int]) -> dict[int, str]:
    """The year stands with the first, and with each January."""
    texts = {}
    for place in places:
        day = bars[place].last
        is_named = place == places[0] or day.month == 1
        texts[place] = brief_month_name(day, with_year=is_named)
    return texts

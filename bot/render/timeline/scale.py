"""What a timeline's highest line stands for, and the lines below it."""

from collections.abc import Sequence
from math import ceil, floor, log10

from retrieval.timeline.timeline import Bar

STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)  # between lines, times a power of ten
LINES = 4  # at most


def top_of(bars: Sequence[Bar]) -> float:
    """The share at the top: above 0, and not that of bars that say nothing if there are others."""
    sure = [bar.share for bar in bars if bar.articles and not (bar.is_thin or bar.is_hole)]
    return max(sure or [bar.share for bar in bars], default=0.0) or 1.0


def lines_up_to(top: float) -> list[float]:
    """Round shares from 0 to the first that is not below `top`, or to all there is."""
    rough = top / LINES
    power = 10.0 ** floor(log10(rough))
    step = next(one for one in (each * power for each in STEPS) if one >= rough * (1 - 1e-9))
    count = ceil(top / step * (1 - 1e-9))
    return [min(round(place * step, 9), 1.0) for place in range(count + 1)]

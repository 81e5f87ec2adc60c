"""Which bars of a timeline stand out.

Bars are held against one another by the lower end of the interval that their share lies in, so
that one article of two is no higher than thirty of a hundred.

Source: Wilson, Probable Inference, the Law of Succession, and Statistical Inference (1927).
"""

from collections.abc import Sequence
from math import sqrt

from retrieval.timeline.timeline import Bar

Z = 1.28  # the share lies above the lower end nine times of ten
MOST = 5
LEAST = 0.12  # of the highest one's lower end
SURE = 4  # articles; fewer are a peak only where no bar has twice as many
APART = 0.04  # of all bars: what is nearer belongs to the same wave


def peaks(bars: Sequence[Bar]) -> list[int]:
    """The places of at most `MOST` bars, in order; none where no article was counted."""
    counted = [place for place, bar in enumerate(bars) if bar.articles]
    most = max((bar.articles for bar in bars), default=0)
    sure = [
        place
        for place in counted
        if (bars[place].articles >= SURE or bars[place].articles > most / 2)
        and not (bars[place].is_thin or bars[place].is_hole)
    ]
    usual = sum(bar.articles for bar in bars) / max(sum(bar.printed for bar in bars), 1)
    apart = max(1, round(APART * len(bars)))
    lower = {place: _lower(bars[place]) for place in sure or counted}
    highest = max(lower.values(), default=0.0)
    taken: list[int] = []
    for place in sorted(lower, key=lambda place: (-lower[place], place)):
        is_top = lower[place] >= max(lower.get(place - 1, 0.0), lower.get(place + 1, 0.0))
        is_high = lower[place] >= max(usual, LEAST * highest) or not taken
        if is_top and is_high and all(abs(place - other) > apart for other in taken):
            taken.append(place)
    return sorted(taken[:MOST])


def _lower(bar: Bar) -> float:
    """The lower end of the interval for the share of articles; 0 where nothing was printed."""
    if not bar.printed:
        return 0.0
    n, share = bar.printed, bar.share
    spread = Z * sqrt(share * (1 - share) / n + Z * Z / (4 * n * n))
    return (share + Z * Z / (2 * n) - spread) / (1 + Z * Z / n)

"""Two runs of words, one laid along the other: where they differ, word by word."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

ONE = 100  # a word added or taken away
OTHER = 101  # one in another's place; of two readings that are equal, more words are the same


class Change(NamedTuple):
    """Words `said[first:end]` stand where `printed[other:other_end]` do; either may be empty."""

    first: int
    end: int
    other: int
    other_end: int

    @property
    def missing(self) -> int:
        """How many more words are said than printed."""
        return self.end - self.first - (self.other_end - self.other)


class Alignment(NamedTuple):
    """`said` lies along `printed[start:end]`, apart from `changes`."""

    start: int
    end: int
    changes: list[Change]


def align(said: Sequence[str], printed: Sequence[str]) -> Alignment:
    """The part of `printed` that needs fewest words changed, added or taken away; the last of them.

    What stands in front of that part and behind it costs nothing. Neither run may be empty.

    Source: Sellers, The Theory and Computation of Evolutionary Distances (1980).
    """
    costs = _costs(said, printed)
    row = costs[-1]
    end = len(row) - 1 - int(np.argmin(row[::-1]))
    start, changes = _traced(costs, said, printed, end)
    return Alignment(start, end, changes)


def _costs(said: Sequence[str], printed: Sequence[str]) -> NDArray[np.int32]:
    """Shape (said + 1, printed + 1): what the first words of each cost."""
    ids = {word: number for number, word in enumerate(dict.fromkeys([*said, *printed]))}
    along = np.array([ids[word] for word in printed])
    steps = np.arange(len(printed) + 1, dtype=np.int32) * ONE
    costs = np.zeros((len(said) + 1, len(printed) + 1), dtype=np.int32)
    for place, word in enumerate(said, 1):
        before, row = costs[place - 1], costs[place]
        row[0] = place * ONE
        np.minimum(before[:-1] + (along != ids[word]) * OTHER, before[1:] + ONE, out=row[1:])
        row[:] = np.minimum.accumulate(row - steps) + steps  # words that only `printed` has
    return costs


def _traced(
    costs: NDArray[np.int32], said: Sequence[str], printed: Sequence[str], end: int
) -> tuple[int, list[Change]]:
    """Back from the end: where the part begins, and the changes in their order."""
    here, there = len(said), end
    changes: list[Change] = []
    while here:
        was, was_there = here, there
        cost = costs[here, there]
        is_other = there > 0 and said[here - 1] != printed[there - 1]
        if there and cost == costs[here - 1, there - 1] + is_other * OTHER:
            here, there = here - 1, there - 1
        elif there and cost == costs[here, there - 1] + ONE:
            there -= 1
        else:
            here -= 1
        if cost != costs[here, there]:
            changes.append(_joined(changes, Change(here, was, there, was_there)))
    return there, changes[::-1]


def _joined(changes: list[Change], change: Change) -> Change:
    """With the change right behind it, which is taken out."""
    if changes and changes[-1].first == change.end and changes[-1].other == change.other_end:
        behind = changes.pop()
        return Change(change.first, behind.end, change.other, behind.other_end)
    return change

"""Which part of what an archive usually prints is missing in some days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from corpus.archive.elsewhere.facts import Counts
from corpus.archive.gaps import Gap
from retrieval.question.question import Scope


@dataclass(frozen=True, slots=True)
class Holes:
    """`shares`: of each outlet that has gaps, which part of the articles are its."""

    gaps: Sequence[Gap] = ()
    shares: dict[str, float] | None = None

    def between(self, first: date, last: date) -> tuple[Gap, ...]:
        """The gaps that reach into some days, both included."""
        return tuple(gap for gap in self.gaps if gap.first <= last and gap.last >= first)

    def missing(self, first: date, last: date) -> float:
        """About which share of what is usually printed in these days is not there, 0 to 1."""
        days = (last - first).days + 1
        lost = sum(
            (self.shares or {}).get(gap.source, 0.0)
            * ((min(gap.last, last) - max(gap.first, first)).days + 1)
            for gap in self.between(first, last)
        )
        return min(1.0, lost / days)


def holes_of(counts: Counts, scope: Scope) -> Holes:
    """Those of the outlets that are looked at."""
    held = {name: count for name, count in counts.holdings.sources.items() if scope.admits(name)}
    whole = sum(held.values())
    return Holes(
        [gap for gap in counts.gaps if gap.source in held],
        {name: count / whole for name, count in held.items()},
    )

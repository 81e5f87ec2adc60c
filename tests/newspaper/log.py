"""What the newspaper's server saw, and which rules of good manners were broken."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

WINDOW = 10  # requests over which a rate is taken, as single ones jitter on their way
LEEWAY = 0.9
CONTACT = re.compile(r"https?://|\S@\S")


@dataclass(frozen=True, slots=True)
class Asked:
    """One request. `at`: `time.monotonic`; `beside`: how many others were being answered then.

    `known`: whether an earlier answer gave this address an ETag; `failed`: the answer was no
    whole one, so that asking again is no wonder; `run`: which collection it belongs to.
    """

    path: str
    at: float
    agent: str
    beside: int
    is_conditional: bool
    known: bool
    status: int
    failed: bool
    run: int


def broken_rules(log: Sequence[Asked], *, interval: float) -> list[str]:
    """A line for each rule broken. `interval`: seconds that have to lie between two requests."""
    return [*_manners(log), *_pace(log, interval), *_repetitions(log)]


def _manners(log: Sequence[Asked]) -> Iterator[str]:
    seen_robots = False
    for asked in log:
        seen_robots |= asked.path == "/robots.txt"
        if not seen_robots:
            yield f"asked before robots.txt: {asked.path}"
        if asked.path.startswith("/private/") or "?print=" in asked.path:
            yield f"forbidden by robots.txt: {asked.path}"
        if asked.beside:
            yield f"{asked.beside + 1} at once: {asked.path}"
        if "backissue" not in asked.agent.lower() or not CONTACT.search(asked.agent):
            yield f"no name and contact: {asked.agent!r}"
        if asked.known and not asked.is_conditional:
            yield f"not conditional: {asked.path}"


def _pace(log: Sequence[Asked], interval: float) -> Iterator[str]:
    for one, other in pairwise(log):
        if other.at - one.at < interval * LEEWAY / 2:
            yield f"{other.at - one.at:.3f} s after another: {other.path}"
    for first, last in zip(log, log[WINDOW:], strict=False):
        if last.at - first.at < interval * LEEWAY * WINDOW:
            yield f"{WINDOW} in {last.at - first.at:.3f} s, up to {last.path}"


def _repetitions(log: Sequence[Asked]) -> Iterator[str]:
    done: set[tuple[int, str]] = set()
    for asked in log:
        if (asked.run, asked.path) in done:
            yield f"asked again in one run: {asked.path}"
        if not asked.failed:
            done.add((asked.run, asked.path))

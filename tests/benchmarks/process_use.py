"""What a process and those it has started use, as Linux counts it."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

A_SECOND = os.sysconf("SC_CLK_TCK")


class Cpu(NamedTuple):
    """Seconds so far: of the process's first thread, of its others, of processes it has started."""

    first: float
    others: float
    started: float


def cpu_seconds(process: int) -> Cpu:
    first = _ticks(Path(f"/proc/{process}/task/{process}/stat"))
    own, *started = (_ticks(Path(f"/proc/{one}/stat")) for one in _family(process))
    return Cpu(first / A_SECOND, (own - first) / A_SECOND, sum(started) / A_SECOND)


def resident_mb(process: int) -> float:
    """Memory; what they share is counted for each."""
    return sum(_resident_kb(one) for one in _family(process)) / 1024


def _family(process: int) -> Iterator[int]:
    yield process
    for thread in Path(f"/proc/{process}/task").iterdir():
        for child in (thread / "children").read_text().split():
            yield from _family(int(child))


def _ticks(stat: Path) -> int:
    fields = stat.read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def _resident_kb(process: int) -> int:
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next((int(line.split()[1]) for line in lines if line.startswith("VmRSS")), 0)

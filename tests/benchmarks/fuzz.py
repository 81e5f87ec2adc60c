"""Broken inputs of every kind, to every reader: no crash, no hang, no endless memory.

    python tests/benchmarks/fuzz.py --cases 100000

Each case is made of a sound input by its number alone, so that `--only NUMBER` tries it again.
Told are the cases that a reader crashed on, that took longer than two seconds of a processor,
and that ended the process, as one does that takes more than 10 seconds or 2 GB. The exit code is 1
where there is one.
"""

import argparse
import resource
import signal
import sys
import traceback
from collections import Counter
from multiprocessing import Process, Queue, Value
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path
from queue import Empty

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.fuzz.readers import case, try_case

MEMORY = 2 << 30  # bytes
HANGS = 10  # seconds
Told = tuple[int, str]


def work(first: int, end: int, step: int, at: "Synchronized[int]", told: "Queue[Told]") -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    for number in range(first, end, step):
        at.value = number
        signal.setitimer(signal.ITIMER_VIRTUAL, HANGS)  # its signal ends the process
        try:
            outcome = try_case(number)
        except Exception as error:
            ours = [
                f"{Path(frame.filename).name}:{frame.lineno}"
                for frame in traceback.extract_tb(error.__traceback__)
                if "site-packages" not in frame.filename and frame.filename.endswith(".py")
            ]
            outcome = f"BROKEN {type(error).__name__}: {error} ({' '.join(ours[-4:])})"
        told.put((number, outcome))
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    told.put((-1, str(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)))


class Worker:
    """A process at every `step`-th case; another one goes on where it died."""

    def __init__(self, first: int, end: int, step: int, told: "Queue[Told]") -> None:
        self._end, self._step, self._told = end, step, told
        self._at: Synchronized[int] = Value("q", first)
        self._start(first)

    def _start(self, first: int) -> None:
        arguments = (first, self._end, self._step, self._at, self._told)
        self._process = Process(target=work, args=arguments, daemon=True)
        self._process.start()

    def died_at(self) -> int | None:
        """The case that ended it; it goes on with the next."""
        if self._process.is_alive() or not self._process.exitcode:
            return None
        number = int(self._at.value)
        self._start(number + self._step)
        return number


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--only", type=int)
    wanted = parser.parse_args()
    if wanted.only is not None:
        kind, data = case(wanted.only)
        sys.stdout.write(f"{kind}, {len(data):,} bytes: {data[:300]!r}\n{try_case(wanted.only)}\n")
        return
    told: Queue[Told] = Queue()
    end = wanted.first + wanted.cases
    workers = [
        Worker(wanted.first + offset, end, wanted.workers, told) for offset in range(wanted.workers)
    ]
    outcomes: Counter[str] = Counter()
    broken = ended = peak = 0
    while ended < len(workers):
        try:
            number, outcome = told.get(timeout=1)
        except Empty:
            for dead in filter(None, (worker.died_at() for worker in workers)):
                broken += 1
                sys.stdout.write(f"{dead}: BROKEN, it ended the process\n")
            continue
        if number < 0:
            ended, peak = ended + 1, max(peak, int(outcome) * 1024)
        elif outcome.startswith("BROKEN"):
            broken += 1
            sys.stdout.write(f"{number}: {outcome[:300]}\n")
            sys.stdout.flush()
        else:
            outcomes[outcome] += 1
    counts = ", ".join(f"{count:,} {outcome}" for outcome, count in outcomes.most_common())
    sys.stdout.write(f"{wanted.cases:,} cases: {counts}; {broken} broken; {peak / 1e6:.0f} MB\n")
    sys.exit(1 if broken else 0)


if __name__ == "__main__":
    main()

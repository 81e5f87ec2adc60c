"""Collect a generated newspaper with all that goes wrong with one, kill the collector, compare.

    python tests/benchmarks/newspaper.py --articles 5000 --kills 20

The exit code is 1 where an article is lost, doubled or wrong, or a rule of the paper was broken.
"""

import argparse
import json
import sys
import tempfile
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[2]))

from corpus.archive.archive import Archive
from tests.newspaper.comparing import differences
from tests.newspaper.killing import IN_FLIGHT, CollectCommand, asked_again, kill_often
from tests.newspaper.server import Newspaper

SHOWN = 20  # differences, and broken rules
NEW = 3  # articles that are printed between two collections


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--articles", type=int, default=5000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--rate", type=float, default=200.0)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        faults = _once(wanted, Path(folder, "once")) + _killed(wanted, Path(folder, "killed"))
    sys.exit(1 if faults else 0)


def _once(wanted: argparse.Namespace, folder: Path) -> int:
    """Undisturbed: collected, collected again, and again after the paper went on."""
    command = CollectCommand(folder, wanted.rate)
    with _paper(wanted) as paper:
        command.add(paper)
        faults = _collect(command, paper, "first")
        faults += _collect(command, paper, "second")
        unconditional = [one for one in paper.requests_of(2) if not one.is_conditional]
        faults += _show("asked without a condition", [one.path for one in unconditional])
        paper.go_on(new=NEW)
        faults += _collect(command, paper, "third, the paper having gone on")
        return faults + _show("rules broken", paper.broken_rules())


def _killed(wanted: argparse.Namespace, folder: Path) -> int:
    """Killed at random moments, and begun again."""
    command = CollectCommand(folder, wanted.rate)
    with _paper(wanted) as paper:
        command.add(paper)
        requests = max(2 * wanted.articles // (wanted.kills + 1), 1)
        killed = kill_often(command, paper, wanted.kills, requests=requests, seed=wanted.seed)
        faults = _collect(command, paper, f"after {killed} kills")
        again = asked_again(paper.log)
        sys.stdout.write(f"asked again: {again}, {IN_FLIGHT} in flight at each kill\n")
        unavoidable = ("asked again", "not conditional")  # for what was in flight
        rules = [line for line in paper.broken_rules() if not line.startswith(unavoidable)]
        return faults + _show("rules broken", rules) + (again > killed * IN_FLIGHT)


def _paper(wanted: argparse.Namespace) -> Newspaper:
    return Newspaper(wanted.articles, seed=wanted.seed, crawl_delay=1 / wanted.rate)


def _collect(command: CollectCommand, paper: Newspaper, name: str) -> int:
    """One collection, told. Returns the number of differences."""
    before = len(paper.log)
    started = perf_counter()
    ran = command.run()
    seconds = perf_counter() - started
    told = json.loads(ran.stdout.splitlines()[-1]) if ran.stdout else ran.stderr
    requests = len(paper.log) - before
    sys.stdout.write(
        f"{name}: {seconds:.1f} s, exit code {ran.returncode}, {requests:,} requests, {told}\n"
    )
    with Archive(command.archive) as archive:
        faults = differences(archive, paper)
    paper.next_run()
    return _show(f"differences of {len(paper.articles()):,} articles", faults)


def _show(name: str, lines: list[str]) -> int:
    sys.stdout.write(f"  {name}: {len(lines)}\n")
    sys.stdout.writelines(f"    {line}\n" for line in lines[:SHOWN])
    sys.stdout.flush()
    return len(lines)


if __name__ == "__main__":
    main()

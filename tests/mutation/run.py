"""Change the code in one place at a time, and see whether the tests of its room notice.

    pip install '.[test,evaluate,mutation]' && python tests/mutation/run.py
    python tests/mutation/run.py retrieval/question bot/render --sample 150 --seed 1

The changes are cosmic-ray's (its own runner has no sample, no choice of tests by file and starts
Python anew for each change). They are made in a copy of the tree, never in this one. `rooms.toml`
says which tests hold which code. A mutant is killed when a test fails or takes far too long; what
survives is listed with its line, before and after. The exit code is 1 when the tests fail
without any change.
"""

import argparse
import gc
import multiprocessing
import os
import random
import resource
import shutil
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from compileall import compile_dir
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from difflib import ndiff
from importlib import import_module
from math import ceil
from pathlib import Path
from py_compile import PycInvalidationMode
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.mutation.mutants import ROOT, Mutant, Part, changed, mutants_by_room

TREE = ("bot", "corpus", "retrieval", "tests", "README.md", "pyproject.toml")
# Loaded once; each mutant's process is forked from this one, and loads the project's own.
LOADED_BEFORE = (
    "hypothesis", "ir_measures", "msgspec", "numpy", "pytest", "rank_bm25",
    "rapidfuzz.process", "rich.console", "rich.table", "sentencex", "Stemmer", "tantivy",
    "telegram.ext", "typer", "wordfreq", "hypothesis.extra.pytestplugin",
)  # fmt: skip
EXAMPLES = 30  # of a property, for each mutant
# A mutant may take so many times what the tests take without a change, and so many seconds more.
# Of the processor's time little, as that is the same beside other work; of the clock's much.
PROCESSOR = (4, 5.0)
CLOCK = (10, 30.0)
FORK = multiprocessing.get_context("fork")


@dataclass(frozen=True, slots=True)
class Seconds:
    processor: float
    clock: float


@dataclass(frozen=True, slots=True)
class Trial:
    mutant: Mutant
    outcome: str
    change: str


def copy_of_the_tree(folder: Path) -> Path:
    """Its bytecode is valid for the very same source only, whatever the time of the change."""
    copy = folder / f"copy-{os.getpid()}"
    for name in TREE:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, copy / name)
    compile_dir(copy, quiet=2, invalidation_mode=PycInvalidationMode.CHECKED_HASH)
    return copy


def enter_a_copy(folder: Path) -> None:
    os.chdir(copy_of_the_tree(folder))
    for name in LOADED_BEFORE:
        import_module(name)
    gc.freeze()  # what is loaded is here to stay


def try_out(mutant: Mutant, limits: Seconds) -> Trial:
    file = Path(mutant.file)
    source = file.read_text("utf-8")
    mutated = changed(source, mutant)
    lines = ndiff(source.splitlines(), mutated.splitlines())
    change = "\n".join(f"    {line}" for line in lines if line[0] in "+-")
    file.write_text(mutated, "utf-8")
    try:
        return Trial(mutant, outcome_of(mutant.part, limits), change)
    finally:
        file.write_text(source, "utf-8")


def outcome_of(part: Part, limits: Seconds | None = None) -> str:
    process = FORK.Process(target=run_tests, args=(part, limits))
    process.start()
    process.join(limits.clock if limits else None)
    if process.exitcode is None:
        os.killpg(process.pid or 0, signal.SIGKILL)
        process.join()
        return "too slow"
    if process.exitcode == -signal.SIGXCPU:
        return "too slow"
    return "survived" if process.exitcode == 0 else "killed"


def run_tests(part: Part, limits: Seconds | None) -> None:
    """In a process of its own, which ends with pytest's exit code."""
    os.setsid()
    if limits:
        seconds = ceil(limits.processor)
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    with Path("tests.log").open("w", encoding="utf-8") as log:
        for stream in (1, 2):
            os.dup2(log.fileno(), stream)
    sys.path.insert(0, str(Path.cwd()))
    for name in [name for name in sys.modules if name.split(".")[0] == "tests"]:
        del sys.modules[name]  # not of the copy
    import pytest  # noqa: PLC0415 (loaded in the parent)
    from hypothesis import HealthCheck, Phase, settings  # noqa: PLC0415

    settings.register_profile(
        "mutation",
        max_examples=EXAMPLES,
        derandomize=True,
        database=None,
        deadline=None,
        phases=(Phase.explicit, Phase.generate),
        suppress_health_check=list(HealthCheck),
    )
    settings.load_profile("mutation")
    chosen = ["-k", f"not ({part.without})"] if part.without else []
    base = f"--basetemp={Path.cwd() / 'temporary'}"
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    options = ["-x", "-q", "--tb=short", "--assert=plain", "-pno:cacheprovider", base, *chosen]
    options += ["-p_hypothesis_pytestplugin", "--override-ini=addopts=--import-mode=importlib"]
    os._exit(pytest.main([*options, *part.tests]))


def limits_of(part: Part) -> Seconds:
    """By what a part's tests take as it is. Ends the run where they fail or are none."""
    if not part.tests:
        sys.exit(f"no tests hold {part.code[0]}")
    started, before = perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    if outcome_of(part) != "survived":
        log = Path("tests.log").read_text("utf-8")
        sys.exit(f"the tests of {part.room} fail without a change:\n{log}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    clock = perf_counter() - started
    return Seconds(PROCESSOR[0] * processor + PROCESSOR[1], CLOCK[0] * clock + CLOCK[1])


def trials_of(mutants: Sequence[Mutant], pool: ProcessPoolExecutor) -> list[Trial]:
    """Every mutant tried out, by file and line."""
    parts = list(dict.fromkeys(mutant.part for mutant in mutants))
    limits = dict(zip(parts, pool.map(limits_of, parts), strict=True))
    trials = []
    for trial in pool.map(try_out, mutants, [limits[mutant.part] for mutant in mutants]):
        trials.append(trial)
        if sys.stderr.isatty() or len(trials) % 50 == 0:
            end = "\r" if sys.stderr.isatty() else "\n"
            sys.stderr.write(f"{len(trials)} of {len(mutants)} tried{end}")
    return sorted(trials, key=lambda trial: (trial.mutant.file, trial.mutant.line))


def summary(room: str, trials: Sequence[Trial], seconds: float) -> str:
    counts = Counter(trial.outcome for trial in trials)
    score = 1 - counts["survived"] / len(trials)
    return (
        f"{room}: {len(trials)} tried, {counts['killed']} killed, {counts['too slow']} too slow, "
        f"{counts['survived']} survived: {score:.1%} in {seconds:.0f} s\n"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("paths", nargs="*", help="rooms or files; every room without")
    parser.add_argument("--sample", type=int, help="mutants a room; all without")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    wanted = parser.parse_args()
    scores = []
    with (
        tempfile.TemporaryDirectory() as folder,
        ProcessPoolExecutor(wanted.jobs, FORK, enter_a_copy, (Path(folder),)) as pool,
    ):
        for room, mutants in mutants_by_room(wanted.paths).items():
            count = min(wanted.sample or len(mutants), len(mutants))
            started = perf_counter()
            trials = trials_of(random.Random(wanted.seed).sample(mutants, count), pool)
            for trial in trials:
                if trial.outcome == "survived":
                    sys.stdout.write(f"{trial.mutant.file}:{trial.mutant.line}\n{trial.change}\n")
            scores.append(summary(room, trials, perf_counter() - started))
            sys.stdout.write(f"{scores[-1]}\n")
            sys.stdout.flush()
    sys.stdout.writelines(scores)


if __name__ == "__main__":
    main()

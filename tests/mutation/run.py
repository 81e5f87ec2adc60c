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
import shutil
import signal
import sys
import tempfile
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from compileall import compile_dir
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from difflib import ndiff
from importlib import import_module
from pathlib import Path
from py_compile import PycInvalidationMode
from time import perf_counter

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator
from parso.tree import NodeOrLeaf

ROOT = Path(__file__).parents[2]
ROOMS = Path(__file__).with_name("rooms.toml")
TREE = ("bot", "corpus", "retrieval", "tests", "README.md", "pyproject.toml")
# Loaded once; each mutant's process is forked from this one, and loads the project's own.
LOADED_BEFORE = (
    "hypothesis", "ir_measures", "msgspec", "numpy", "pydantic_settings", "pytest", "rank_bm25",
    "rapidfuzz.process", "rich.console", "rich.table", "sentencex", "Stemmer", "tantivy",
    "telegram.ext", "typer", "wordfreq", "hypothesis.extra.pytestplugin",
)  # fmt: skip
# One change in each direction; those that only raise TypeError tell nothing about the tests.
OPERATORS = tuple(
    f"core/{name}"
    for name in """
    NumberReplacer AddNot ReplaceAndWithOr ReplaceOrWithAnd ReplaceTrueWithFalse
    ReplaceFalseWithTrue ReplaceUnaryOperator_Delete_Not ReplaceUnaryOperator_Delete_USub
    ReplaceContinueWithBreak ReplaceBreakWithContinue ZeroIterationForLoop ExceptionReplacer
    ReplaceComparisonOperator_Eq_NotEq ReplaceComparisonOperator_NotEq_Eq
    ReplaceComparisonOperator_Lt_LtE ReplaceComparisonOperator_Lt_GtE
    ReplaceComparisonOperator_LtE_Lt ReplaceComparisonOperator_LtE_Gt
    ReplaceComparisonOperator_Gt_GtE ReplaceComparisonOperator_Gt_LtE
    ReplaceComparisonOperator_GtE_Gt ReplaceComparisonOperator_GtE_Lt
    ReplaceComparisonOperator_Is_IsNot ReplaceComparisonOperator_IsNot_Is
    ReplaceBinaryOperator_Add_Sub ReplaceBinaryOperator_Sub_Add ReplaceBinaryOperator_Mul_Div
    ReplaceBinaryOperator_Div_Mul ReplaceBinaryOperator_FloorDiv_Mul
    ReplaceBinaryOperator_Mod_Mul ReplaceBinaryOperator_Pow_Mul
    ReplaceBinaryOperator_BitOr_BitAnd ReplaceBinaryOperator_BitAnd_BitOr
    """.split()
)
EXAMPLES = 30  # of a property, for each mutant
PATIENCE = 4  # times what the tests take without a change
SPARE = 5.0  # seconds more
FORK = multiprocessing.get_context("fork")


@dataclass(frozen=True, slots=True)
class Part:
    """Files of a room and the tests that hold them, by path from the root."""

    room: str
    code: tuple[str, ...]
    tests: tuple[str, ...]
    without: str


@dataclass(frozen=True, slots=True)
class Mutant:
    """`occurrence`: which of the places in the file that the operator could change."""

    part: Part
    file: str
    operator: str
    occurrence: int
    line: int


@dataclass(frozen=True, slots=True)
class Trial:
    mutant: Mutant
    outcome: str
    change: str


def parts_of(rooms: Path) -> list[Part]:
    with rooms.open("rb") as file:
        tables = tomllib.load(file)["part"]
    return [
        Part(
            table["room"],
            _paths(table["code"], table.get("but", [])),
            _paths(table["tests"], table.get("but_tests", [])),
            table.get("without", ""),
        )
        for table in tables
    ]


def _paths(patterns: Sequence[str], but: Sequence[str]) -> tuple[str, ...]:
    """In the order of the patterns, as the tests likeliest to fail stand first."""
    left_out = {path for pattern in but for path in ROOT.glob(pattern)}
    found = dict.fromkeys(path for pattern in patterns for path in sorted(ROOT.glob(pattern)))
    return tuple(path.relative_to(ROOT).as_posix() for path in found if path not in left_out)


def mutants_of(part: Part) -> Iterator[Mutant]:
    for file in part.code:
        nodes = list(ast_nodes(get_ast((ROOT / file).read_text("utf-8"))))
        for name in OPERATORS:
            operator, occurrence = get_operator(name)(), 0
            for node in nodes:
                for _ in operator.mutation_positions(node):
                    if not _is_no_behaviour(node):
                        yield Mutant(part, file, name, occurrence, node.start_pos[0])
                    occurrence += 1


def _is_no_behaviour(node: NodeOrLeaf) -> bool:
    """An annotation, a decorator or class's arguments (`frozen=True`), a star of parameters.

    And what cosmic-ray stumbles over: the dot in `except msgspec.MsgspecError`.
    """
    if node.type == "except_clause" and "." in node.get_code():
        return True
    if node.type == "operator" and node.parent.type in ("parameters", "param"):
        return True
    while (parent := node.parent) is not None:
        index = parent.children.index(node) if node in parent.children else 0
        before = parent.children[index - 1] if index else None
        is_head = parent.type == "decorator" or (parent.type == "classdef" and before == "(")
        is_type = parent.type in ("tfpdef", "annassign") and before == ":"
        if is_head or is_type or (parent.type == "funcdef" and before == "->"):
            return True
        node = parent
    return False


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


def try_out(mutant: Mutant, seconds: float) -> Trial:
    file = Path(mutant.file)
    source = file.read_text("utf-8")
    changed = mutate_code(source, get_operator(mutant.operator)(), mutant.occurrence)
    lines = ndiff(source.splitlines(), (changed or "").splitlines())
    change = "\n".join(f"    {line}" for line in lines if line[0] in "+-")
    file.write_text(changed or "", "utf-8")
    try:
        return Trial(mutant, outcome_of(mutant.part, seconds), change)
    finally:
        file.write_text(source, "utf-8")


def outcome_of(part: Part, seconds: float | None = None) -> str:
    process = FORK.Process(target=run_tests, args=(part,))
    process.start()
    process.join(seconds)
    if process.exitcode is None:
        os.killpg(process.pid or 0, signal.SIGKILL)
        process.join()
        return "too slow"
    return "survived" if process.exitcode == 0 else "killed"


def run_tests(part: Part) -> None:
    """In a process of its own, which ends with pytest's exit code."""
    os.setsid()
    with Path("tests.log").open("w", encoding="utf-8") as log:
        for stream in (1, 2):
            os.dup2(log.fileno(), stream)
    sys.path.insert(0, str(Path.cwd()))
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
    options += ["-p_hypothesis_pytestplugin"]
    os._exit(pytest.main([*options, *part.tests]))


def seconds_unchanged(part: Part) -> float:
    """What a part's tests take as it is. Ends the run where there are none, or where they fail."""
    if not part.tests:
        sys.exit(f"no tests hold {part.code[0]}")
    started = perf_counter()
    if outcome_of(part) != "survived":
        log = Path("tests.log").read_text("utf-8")
        sys.exit(f"the tests of {part.room} fail without a change:\n{log}")
    return perf_counter() - started


def trials_of(mutants: Sequence[Mutant], pool: ProcessPoolExecutor) -> list[Trial]:
    """Every mutant tried out, by file and line."""
    parts = list(dict.fromkeys(mutant.part for mutant in mutants))
    seconds = dict(zip(parts, pool.map(seconds_unchanged, parts), strict=True))
    limits = [PATIENCE * seconds[mutant.part] + SPARE for mutant in mutants]
    trials = []
    for trial in pool.map(try_out, mutants, limits):
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


def mutants_by_room(chosen: Sequence[str]) -> dict[str, list[Mutant]]:
    """Those in files whose path begins as one of the chosen; all where nothing is chosen."""
    mutants: dict[str, list[Mutant]] = defaultdict(list)
    for part in parts_of(ROOMS):
        files = [file for file in part.code if not chosen or file.startswith(tuple(chosen))]
        mutants[part.room] += mutants_of(replace(part, code=tuple(files)))
    return {room: every for room, every in mutants.items() if every}


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

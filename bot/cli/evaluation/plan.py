"""What is to be measured, what to compare with, and the files to read and write."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bot.errors import SettingsError
from retrieval.engines.registry import ENGINES
from retrieval.evaluation.outcomes import Outcome, read_outcomes
from retrieval.evaluation.qrels import library


@dataclass(frozen=True, slots=True)
class EvaluationPlan:
    """What to ask and where to write it.

    `against` is an engine's name or a file that an earlier `save` wrote.
    """

    judged: Path
    engine: str
    qrels: Path | None = None
    run: Path | None = None
    save: Path | None = None
    against: str | None = None
    with_asked_at: bool = True
    as_of: bool = False
    before: int = 0
    misses: bool = False


def check(plan: EvaluationPlan) -> None:
    """Raises SettingsError before anything is asked, which may take minutes."""
    if plan.as_of and not plan.with_asked_at:
        raise SettingsError("--as-of goes by asked_at, which --without-asked-at ignores; take one")
    if plan.before and (plan.qrels or not plan.with_asked_at):
        raise SettingsError("--before goes with neither --qrels nor --without-asked-at")
    for path in (plan.run, plan.save):
        if path is not None and not path.absolute().parent.is_dir():
            raise SettingsError(f"{path} cannot be written: there is no such folder")
    _check_outputs(plan)
    if plan.qrels is not None:
        library()


def _check_outputs(plan: EvaluationPlan) -> None:
    """Raises SettingsError where a file to be written is one to be read, or both are one."""
    taken = [path.resolve() for path in (plan.judged, plan.qrels) if path]
    taken += [Path(plan.against).resolve()] if plan.against else []
    for path in (plan.run, plan.save):
        if path is None:
            continue
        if any(path.resolve() == other or _is_same(path, other) for other in taken):
            raise SettingsError(f"{path} would be written over what this command needs")
        taken.append(path.resolve())


def _is_same(path: Path, other: Path) -> bool:
    return path.is_file() and other.is_file() and path.samefile(other)


def saved_outcomes(against: str | None) -> list[Outcome] | None:
    """What was saved under that name; None where it is an engine's. Raises SettingsError."""
    if against is None or against in ENGINES:
        return None
    if not Path(against).is_file():
        engines = ", ".join(ENGINES)
        raise SettingsError(
            f"--against {against}: neither an engine ({engines}) nor a file that --save wrote"
        )
    return read_outcomes(Path(against))


def write_lines(path: Path | None, lines: Iterable[str]) -> None:
    if path is None:
        return
    try:
        with path.open("w", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in lines)
    except OSError as error:
        raise SettingsError(f"{path} cannot be written: {error.strerror}") from error

"""The `evaluate` command: what to ask, what to compare with, what to write."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.progress import track

from bot.errors import SettingsError
from bot.opening import Opened, indexing
from bot.render.as_json import print_json
from bot.render.measured import Measured, measured_json, print_measured
from corpus.archive.archive import Archive
from retrieval.answering import Answerer
from retrieval.engines.registry import ENGINES
from retrieval.evaluation.measures import (
    compare,
    measure,
)
from retrieval.evaluation.outcomes import (
    DEPTH,
    Asking,
    Judged,
    Outcome,
    ask_all,
    read_judged,
    read_outcomes,
    run_lines,
    saved_lines,
)
from retrieval.evaluation.qrels import DEPTH as GRADED_DEPTH
from retrieval.evaluation.qrels import Qrels, graded, judged_by, library, read_qrels
from retrieval.index.index import Index


@dataclass(frozen=True, slots=True)
class Plan:
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
    misses: bool = False


@dataclass(frozen=True, slots=True)
class Questions:
    """What any engine is asked, and how; `qrels` is empty where there are none."""

    archive: Archive
    judged: Sequence[Judged]
    asking: Asking
    qrels: Qrels
    errors: Console

    def ask(self, answerer: Answerer, engine: str) -> list[Outcome]:
        asked = ask_all(answerer, self.archive, self.judged, self.asking)
        outcomes = list(_tracked(asked, len(self.judged), engine, self.errors))
        return graded(outcomes, self.qrels) if self.qrels else outcomes

    def ask_engine(self, engine: str) -> list[Outcome]:
        """Ask an engine other than the one that is open."""
        with indexing(self.archive, self.errors) as advance:
            index = Index(self.archive, engine, advance=advance)
        try:
            return self.ask(Answerer(self.archive, index), engine)
        finally:
            index.close()


def evaluate_questions(
    opened: Opened, plan: Plan, consoles: tuple[Console, Console], *, json: bool
) -> None:
    """Ask all judged questions and print the measures to the first console."""
    output, errors = consoles
    _check(plan)
    questions = _questions(opened.archive, plan, errors)
    _count_missing(questions, errors)
    others = _saved(plan.against)
    outcomes = questions.ask(opened.answerer, plan.engine)
    _write(plan.run, run_lines(outcomes, plan.engine))
    _write(plan.save, saved_lines(outcomes))
    comparison = None
    if plan.against is not None:
        others = questions.ask_engine(plan.against) if others is None else others
        comparison = compare(outcomes, others)
        if not comparison.questions:
            raise SettingsError(f"--against {plan.against}: it has none of these questions")
    measured = Measured(
        engine=plan.engine,
        measures=measure(outcomes),
        against=plan.against or "",
        comparison=comparison,
        missed=[outcome for outcome in outcomes if outcome.is_missed] if plan.misses else None,
    )
    if json:
        print_json(output, measured_json(measured))
    else:
        print_measured(output, measured)


def _check(plan: Plan) -> None:
    """Raises SettingsError before anything is asked, which may take minutes."""
    if plan.as_of and not plan.with_asked_at:
        raise SettingsError("--as-of goes by asked_at, which --without-asked-at ignores; take one")
    for path in (plan.run, plan.save):
        if path is not None and not path.absolute().parent.is_dir():
            raise SettingsError(f"{path} cannot be written: there is no such folder")
    _check_outputs(plan)
    if plan.qrels is not None:
        library()


def _check_outputs(plan: Plan) -> None:
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


def _questions(archive: Archive, plan: Plan, errors: Console) -> Questions:
    judged = read_judged(plan.judged)
    qrels = {} if plan.qrels is None else read_qrels(plan.qrels)
    return Questions(
        archive=archive,
        judged=judged_by(qrels, judged) if plan.qrels else judged,
        asking=Asking(GRADED_DEPTH if plan.qrels else DEPTH, plan.with_asked_at, plan.as_of),
        qrels=qrels,
        errors=errors,
    )


def _count_missing(questions: Questions, errors: Console) -> None:
    """Say how many articles judged right cannot be found: the wrong archive, perhaps."""
    wanted = {article for judged in questions.judged for article in judged.articles}
    missing = sum(not questions.archive.holds(article) for article in wanted)
    if missing:
        errors.print(
            f"{missing:,} of the {len(wanted):,} articles judged right are not in this archive.",
            soft_wrap=True,
        )


def _saved(against: str | None) -> list[Outcome] | None:
    """What was saved under that name; None where it is an engine's. Raises SettingsError."""
    if against is None or against in ENGINES:
        return None
    if not Path(against).is_file():
        engines = ", ".join(ENGINES)
        raise SettingsError(
            f"--against {against}: neither an engine ({engines}) nor a file that --save wrote"
        )
    return read_outcomes(Path(against))


def _tracked(
    outcomes: Iterable[Outcome], total: int, engine: str, errors: Console
) -> Iterable[Outcome]:
    return track(
        outcomes,
        description=f"asking {engine}",
        total=total,
        console=errors,
        transient=True,
        disable=not errors.is_terminal,
    )


def _write(path: Path | None, lines: Iterable[str]) -> None:
    if path is None:
        return
    try:
        with path.open("w", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in lines)
    except OSError as error:
        raise SettingsError(f"{path} cannot be written: {error.strerror}") from error

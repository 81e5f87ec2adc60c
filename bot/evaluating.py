"""The `evaluate` command: a table for people, JSON for programs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.progress import track
from rich.table import Table

from bot.errors import SettingsError
from bot.opening import Opened, indexing
from bot.render.as_json import Json, print_json
from corpus.archive import Archive
from retrieval.answering import Answerer
from retrieval.engines import ENGINES
from retrieval.evaluation import (
    DEPTH,
    FIRST,
    Asking,
    Judged,
    Outcome,
    ask_all,
    read_judged,
    read_outcomes,
    run_lines,
    saved_lines,
)
from retrieval.evaluation_qrels import DEPTH as GRADED_DEPTH
from retrieval.evaluation_qrels import Qrels, graded, judged_by, library, read_qrels
from retrieval.index import Index
from retrieval.measures import (
    EXACT,
    RESAMPLES,
    Comparison,
    Difference,
    Interval,
    Measures,
    compare,
    measure,
)

WIDTH = 100  # of tables in a pipe
SHOWN = {  # measures by name, as people read them
    "fidelity": "texts true to the archive",
    "date_accuracy": "dates true to the archive",
    "source_accuracy": "sources true to the archive",
    "answerable_strong": "answerable, strong",
    "unanswerable_strong": "unanswerable, strong",
    "auc_confidence": "AUC by confidence",
    "auc_labels": "AUC by label",
}


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
    missed = [outcome for outcome in outcomes if outcome.is_missed] if plan.misses else None
    measures = measure(outcomes)
    if json:
        print_json(output, _json(measures, plan, comparison, missed))
        return
    if not output.is_terminal:
        output = Console(file=output.file, width=WIDTH, highlight=False, emoji=False)
    output.print(_table(measures, plan.engine))
    output.print(f"x to y: 95 % of {RESAMPLES:,} resamples of the questions", style="dim")
    if comparison is not None:
        output.print()
        output.print(_comparison_table(comparison, plan))
    if missed is not None:
        _print_misses(missed, len(outcomes), output)


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


def _json(
    measures: Measures,
    plan: Plan,
    comparison: Comparison | None,
    missed: Sequence[Outcome] | None,
) -> dict[str, Json]:
    shown: dict[str, Json] = {
        "engine": plan.engine,
        "questions": measures.questions,
        **measures.values,
        "strengths": {name: dict(counts) for name, counts in measures.strengths.items()},
        "p50_ms": measures.p50_ms,
        "p99_ms": measures.p99_ms,
        "intervals": dict(measures.intervals),
    }
    if comparison is not None:
        shown["against"] = {
            "name": plan.against,
            "questions": comparison.questions,
            "differences": {
                name: {
                    "this": difference.this,
                    "that": difference.that,
                    "difference": difference.value,
                    "interval": difference.interval,
                    "shown": difference.is_shown,
                }
                for name, difference in comparison.differences.items()
            },
        }
    if missed is not None:
        shown["misses"] = [_missed_json(outcome) for outcome in missed]
    return shown


def _missed_json(outcome: Outcome) -> dict[str, Json]:
    judged = outcome.judged
    return {
        "id": outcome.name,
        "question": judged.question,
        "asked_at": judged.asked_at,
        "answerable": judged.answerable,
        "articles": judged.articles,
        "answers": judged.answers,
        "strength": outcome.strength,
        "confidence": outcome.confidence,
        "article_place": outcome.article_place,
        "answer_place": outcome.answer_place,
        "found": [article for article, _ in outcome.found[:FIRST]],
        "quote": outcome.first,
    }


def _table(measures: Measures, engine: str) -> Table:
    table = Table(box=None, show_header=False)
    table.add_column(style="dim")
    table.add_column(justify="right")
    table.add_column(style="dim")
    table.add_row("engine", engine)
    table.add_row("questions", f"{measures.questions:,}")
    for name, value in measures.values.items():
        if value is not None:
            interval = measures.intervals.get(name)
            shown = _floored(value) if name in EXACT else f"{value:.3f}"
            table.add_row(_shown(name), shown, _between(interval) if interval else "")
    for name, counts in measures.strengths.items():
        if any(counts.values()):
            shown = ", ".join(f"{count:,} {strength}" for strength, count in counts.items())
            table.add_row(name, shown)
    table.add_row("milliseconds p50 / p99", f"{measures.p50_ms:.1f} / {measures.p99_ms:.1f}")
    return table


def _comparison_table(comparison: Comparison, plan: Plan) -> Table:
    questions = f"{comparison.questions:,} questions"
    table = Table(questions, box=None, header_style="dim")
    for title in (plan.engine, Path(plan.against or "").name, "difference"):
        table.add_column(escape(title), justify="right")
    table.add_column("95 %", style="dim")
    table.add_column("")
    for name, difference in comparison.differences.items():
        table.add_row(
            _shown(name),
            f"{difference.this:.3f}",
            f"{difference.that:.3f}",
            f"{difference.value:+.3f}",
            _between(difference.interval, "+.3f"),
            _verdict(difference),
        )
    return table


def _verdict(difference: Difference) -> str:
    if not difference.is_shown:
        return "no difference shown"
    return "higher" if difference.value > 0 else "lower"


def _print_misses(missed: Sequence[Outcome], questions: int, output: Console) -> None:
    output.print(f"\n{len(missed):,} of {questions:,} questions missed among the first {FIRST}")
    for outcome in missed:
        judged = outcome.judged
        came = f"{outcome.strength} {outcome.confidence:.2f}: {outcome.first or 'nothing'}"
        lines = [
            f"\n{outcome.name}  {judged.question}" + _asked(judged),
            f"  came    {came}",
            f"          {', '.join(article for article, _ in outcome.found[:FIRST])}",
            f"  wanted  {_wanted(judged)}",
        ]
        if outcome.is_located:
            lines.append(f"  first right article: {outcome.article_place or 'none'}")
        if outcome.is_worded:
            lines.append(f"  first quote with the answer: {outcome.answer_place or 'none'}")
        text = "\n".join(line for line in lines if line.strip())
        output.print(text, markup=False, soft_wrap=True)


def _asked(judged: Judged) -> str:
    return f" (asked at {judged.asked_at})" if judged.asked_at else ""


def _wanted(judged: Judged) -> str:
    if not judged.answerable:
        return "no answer: the archive has none"
    articles = ", ".join(judged.articles[:FIRST]) + (" …" if len(judged.articles) > FIRST else "")
    return " in ".join(part for part in (" | ".join(judged.answers), articles) if part)


def _shown(name: str) -> str:
    return SHOWN.get(name, name.replace("_", " "))


def _between(interval: Interval, form: str = ".3f") -> str:
    low, high = interval
    return f"{low:{form}} to {high:{form}}"


def _floored(value: float) -> str:
    """Three digits; what is not quite 1 does not look like it."""
    return f"{int(value * 1000) / 1000:.3f}"

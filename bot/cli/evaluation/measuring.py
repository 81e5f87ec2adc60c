"""Asks the judged questions, measures the answers and prints the measures."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import typer
from rich.progress import track

from bot.cli.archives import IndexedArchive
from bot.cli.consoles import ERRORS, OUTPUT
from bot.cli.entry_point import UNUSABLE
from bot.cli.evaluation.plan import EvaluationPlan, check, saved_outcomes, write_lines
from bot.cli.keeping.index_progress import indexing
from bot.errors import SettingsError
from bot.render.as_json import print_json
from bot.render.english.keeper.measures import missing_line
from bot.render.evaluation.measured import Early, Measured, measured_json
from bot.render.evaluation.tables import print_measured
from corpus.archive.archive import Archive
from retrieval.answering import Answerer
from retrieval.engines.opensearch.address import ClusterAddress
from retrieval.evaluation.asking import DEPTH, Asking, ask_all, in_archive
from retrieval.evaluation.judged import Judged, read_judged
from retrieval.evaluation.measures import compare, measure
from retrieval.evaluation.outcomes import Outcome, run_lines, saved_lines
from retrieval.evaluation.qrels import DEPTH as GRADED_DEPTH
from retrieval.evaluation.qrels import Qrels, graded, judged_by, read_qrels
from retrieval.index.index import Index


@dataclass(frozen=True, slots=True)
class Questions:
    """What any engine is asked, and how; `qrels` is empty where there are none."""

    archive: Archive
    judged: Sequence[Judged]
    asking: Asking
    qrels: Qrels
    cluster: ClusterAddress | None = None

    def ask(self, answerer: Answerer, engine: str) -> list[Outcome]:
        asked = ask_all(answerer, self.archive, self.judged, self.asking)
        outcomes = list(_tracked(asked, len(self.judged), engine))
        return graded(outcomes, self.qrels) if self.qrels else outcomes

    def ask_engine(self, engine: str) -> list[Outcome]:
        """Ask an engine other than the one that is open."""
        with indexing(self.archive) as advance:
            index = Index(self.archive, engine, advance=advance, cluster=self.cluster)
        try:
            return self.ask(Answerer(self.archive, index), engine)
        finally:
            index.close()


def measure_and_print(opened: IndexedArchive, plan: EvaluationPlan, *, json: bool) -> None:
    """Ask all judged questions and print the measures."""
    check(plan)
    questions = _questions(opened.archive, plan)
    if opened.archive.is_empty():
        raise typer.Exit(UNUSABLE)  # who opened it said so
    _count_missing(questions)
    others = saved_outcomes(plan.against)
    outcomes = questions.ask(opened.answerer, plan.engine)
    if not outcomes:
        raise SettingsError(f"--before {plan.before}: every question is answered already then")
    write_lines(plan.run, run_lines(outcomes, plan.engine))
    write_lines(plan.save, saved_lines(outcomes))
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
        early=Early(plan.before, len(questions.judged) - len(outcomes)) if plan.before else None,
    )
    if json:
        print_json(OUTPUT, measured_json(measured))
    else:
        print_measured(OUTPUT, measured)


def _questions(archive: Archive, plan: EvaluationPlan) -> Questions:
    judged = list(in_archive(read_judged(plan.judged), archive))
    qrels = {} if plan.qrels is None else read_qrels(plan.qrels)
    return Questions(
        archive=archive,
        judged=judged_by(qrels, judged) if plan.qrels else judged,
        asking=Asking(
            limit=GRADED_DEPTH if plan.qrels else DEPTH,
            with_asked_at=plan.with_asked_at,
            as_of=plan.as_of,
            before=plan.before,
        ),
        qrels=qrels,
    )


def _count_missing(questions: Questions) -> None:
    """Say how many articles judged right cannot be found: the wrong archive, perhaps."""
    wanted = {article for judged in questions.judged for article in judged.articles}
    missing = sum(not questions.archive.holds(article) for article in wanted)
    if missing:
        ERRORS.print(missing_line(missing, len(wanted)), soft_wrap=True)


def _tracked(outcomes: Iterable[Outcome], total: int, engine: str) -> Iterable[Outcome]:
    return track(
        outcomes,
        description=f"asking {engine}",
        total=total,
        console=ERRORS,
        transient=True,
        disable=not ERRORS.is_terminal,
    )

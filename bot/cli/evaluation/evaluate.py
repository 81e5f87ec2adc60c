"""The `evaluate` command."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.archives import open_with_index
from bot.cli.options import ArchiveOption, EngineOption, JsonOption, chosen_engine
from bot.settings import load

MOST_DAYS = 36525  # a hundred years

QrelsOption = Annotated[
    Path | None,
    typer.Option("--qrels", metavar="FILE", help="Graded judgements, as BEIR or TREC has them."),
]
RunOption = Annotated[
    Path | None, typer.Option("--run", metavar="FILE", help="Write a TREC run file.")
]
SaveOption = Annotated[
    Path | None,
    typer.Option("--save", metavar="FILE", help="Write each question's outcome, for --against."),
]
AgainstOption = Annotated[
    str | None,
    typer.Option(
        "--against", metavar="ENGINE|FILE", help="Compare with an engine or what --save wrote."
    ),
]

BeforeOption = Annotated[
    int,
    typer.Option(
        "--before",
        metavar="DAYS",
        min=0,
        max=MOST_DAYS,
        help="Ask so many days before asked_at, as of then, what the archive cannot answer yet.",
    ),
]


def evaluate(  # noqa: PLR0913 (a command's options are its parameters)
    judged: Annotated[Path, typer.Argument(metavar="JUDGED.jsonl", help="Judged questions.")],
    *,
    archive: ArchiveOption = None,
    engine: EngineOption = None,
    qrels: QrelsOption = None,
    run: RunOption = None,
    save: SaveOption = None,
    against: AgainstOption = None,
    as_of: Annotated[
        bool, typer.Option("--as-of", help="Hide what was published after a question's asked_at.")
    ] = False,
    before: BeforeOption = 0,
    without_asked_at: Annotated[
        bool, typer.Option("--without-asked-at", help="Ask all questions as of now.")
    ] = False,
    show_misses: Annotated[
        bool, typer.Option("--show-misses", help="List what was not found, and what came.")
    ] = False,
    json: JsonOption = False,
) -> None:
    """Measure the answers to judged questions."""
    from bot.cli.evaluation.measuring import measure_and_print  # noqa: PLC0415 (start-up time)
    from bot.cli.evaluation.plan import EvaluationPlan  # noqa: PLC0415 (likewise)

    settings = load()
    plan = EvaluationPlan(
        judged=judged,
        engine=chosen_engine(settings, engine),
        qrels=qrels,
        run=run,
        save=save,
        against=against,
        with_asked_at=not without_asked_at,
        as_of=as_of,
        before=before,
        misses=show_misses,
    )
    with open_with_index(settings, archive, plan.engine) as opened:
        measure_and_print(opened, plan, json=json)

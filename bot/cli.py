"""The command line: one function a command. What an error looks like is in `door.py`."""

import logging
import sys
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer
from rich.console import Console

from bot import asking, keeping
from bot.door import complain, through_the_door
from bot.errors import SettingsError
from bot.names import as_text
from bot.opening import open_answerer, open_archive
from bot.settings import Settings, load
from bot.settings import zone as zone_named
from retrieval.engines.registry import ENGINES, kind_of
from retrieval.errors import EngineUnavailableError

NOTHING_FOUND = 1
PLAIN = "backissue: %(message)s"  # of what is logged

app = typer.Typer(
    name="backissue",
    help="Ask a news archive a question; get it answered in the paper's own words.",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
output = Console(highlight=False, emoji=False)
errors = Console(stderr=True, highlight=False, emoji=False)


def path(given: str) -> Path:
    """An argument that names a file or a folder; of an unset variable nothing is left."""
    if not given:
        raise typer.BadParameter("it is empty")
    return Path(given)


def text(given: str) -> str:
    """An argument of words, cleaned; the name is what the help calls it."""
    return as_text(given)


ArchiveOption = Annotated[
    Path | None,
    typer.Option(
        "--archive",
        metavar="DIR",
        parser=path,
        help="The archive's folder; else the one in BACKISSUE_ARCHIVE.",
    ),
]
EngineOption = Annotated[
    str | None, typer.Option("--engine", help=f"One of: {', '.join(ENGINES)}.")
]
ArticleArgument = Annotated[
    str, typer.Argument(parser=text, help="The article's id, as `ask --json` gives it.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]


@app.callback()
def options(
    debug: Annotated[bool, typer.Option("--debug", help="Show tracebacks and logs.")] = False,
) -> None:
    level, form = (logging.DEBUG, logging.BASIC_FORMAT) if debug else (logging.WARNING, PLAIN)
    logging.basicConfig(level=level, format=form, stream=sys.stderr)
    for name in ("httpx", "httpcore", "telegram"):  # their INFO lines show the bot's token
        logging.getLogger(name).setLevel(logging.WARNING)


@app.command("import")
def import_(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATH...", parser=path, help="Files or folders."),
    ],
    archive: ArchiveOption = None,
    source: Annotated[
        str | None,
        typer.Option("--source", parser=text, help="The outlet, where the files do not name it."),
    ] = None,
    timezone: Annotated[
        str | None,
        typer.Option("--timezone", help="The outlet's zone for local times, e.g. Europe/Vilnius."),
    ] = None,
    report: Annotated[
        Path | None,
        typer.Option("--report", metavar="FILE", help="Write what was not taken, as JSON Lines."),
    ] = None,
) -> None:
    """Take articles into the archive: .txt, .jsonl, .jsonl.gz, .jsonl.xz, or folders of them."""
    settings = load()
    plan = keeping.Plan(
        paths=tuple(paths),
        source=source,
        timezone=_zone(timezone or settings.timezone, "--timezone"),
        report=report,
    )
    raise typer.Exit(keeping.import_articles(settings, archive, plan, output, errors))


@app.command()
def ask(
    question: Annotated[
        list[str],
        typer.Argument(
            metavar="QUESTION", parser=text, help="The question, or - to read one a line."
        ),
    ],
    archive: ArchiveOption = None,
    engine: EngineOption = None,
    limit: Annotated[int, typer.Option("--limit", min=1, max=100, help="Quotes at most.")] = 3,
    asked_at: Annotated[
        str | None, typer.Option("--asked-at", metavar="ISO", help="When it is asked, if not now.")
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="D", help="2021, 2021-03 or 2021-03-14.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="D", help="The last day, likewise.")
    ] = None,
    source: Annotated[
        list[str] | None,
        typer.Option("--source", parser=text, help="Only this outlet or agency; repeatable."),
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show what each term gave each quote.")
    ] = False,
    json: JsonOption = False,
) -> None:
    """Answer a question in the archive's own words."""
    settings = load()
    asked = " ".join(question)
    zone = _zone(settings.timezone)
    moment = asking.moment(asked_at, zone) if asked_at else None
    if asked == "-" and sys.stdin is None:
        raise SettingsError("there is no standard input to read questions from")
    with open_answerer(settings, archive, _engine(settings, engine), errors) as opened:
        scope = asking.scope_of(opened.archive, since, until, source or ())
        wanted = asking.Wanted(limit, moment, scope, explain, json, zone)
        if asked == "-":
            failed = asking.ask_many(
                opened.answerer, asking.lines(sys.stdin.buffer), wanted, (output, errors)
            )
            raise typer.Exit(NOTHING_FOUND if failed else 0)
        answer = asking.ask_one(opened.answerer, asked, wanted, output)
    raise typer.Exit(asking.exit_code(answer))


@app.command()
def shell(archive: ArchiveOption = None, engine: EngineOption = None) -> None:
    """Ask again and again, with history; :help lists what else it knows."""
    from bot.shell import run  # noqa: PLC0415 (start-up time of the other commands)

    settings = load()
    with open_archive(settings, archive, errors) as opened:
        run(opened, _engine(settings, engine), output, errors)


@app.command()
def serve(archive: ArchiveOption = None, engine: EngineOption = None) -> None:
    """Run the Telegram bot, with the token in BACKISSUE_TELEGRAM_TOKEN."""
    from bot.serving import run  # noqa: PLC0415 (start-up time of the other commands)

    settings = load()
    with open_answerer(settings, archive, _engine(settings, engine), errors) as opened:
        run(settings, opened)


@app.command()
def evaluate(
    judged: Annotated[Path, typer.Argument(metavar="JUDGED.jsonl", help="Judged questions.")],
    archive: ArchiveOption = None,
    engine: EngineOption = None,
    qrels: Annotated[
        Path | None,
        typer.Option(
            "--qrels", metavar="FILE", help="Graded judgements, as BEIR or TREC has them."
        ),
    ] = None,
    run: Annotated[
        Path | None, typer.Option("--run", metavar="FILE", help="Write a TREC run file.")
    ] = None,
    save: Annotated[
        Path | None,
        typer.Option(
            "--save", metavar="FILE", help="Write each question's outcome, for --against."
        ),
    ] = None,
    against: Annotated[
        str | None,
        typer.Option(
            "--against", metavar="ENGINE|FILE", help="Compare with an engine or what --save wrote."
        ),
    ] = None,
    as_of: Annotated[
        bool, typer.Option("--as-of", help="Hide what was published after a question's asked_at.")
    ] = False,
    without_asked_at: Annotated[
        bool, typer.Option("--without-asked-at", help="Ask all questions as of now.")
    ] = False,
    show_misses: Annotated[
        bool, typer.Option("--show-misses", help="List what was not found, and what came.")
    ] = False,
    json: JsonOption = False,
) -> None:
    """Measure the answers to judged questions."""
    from bot.evaluating import Plan, evaluate_questions  # noqa: PLC0415 (start-up time)

    settings = load()
    named = _engine(settings, engine)
    plan = Plan(
        judged=judged,
        engine=named,
        qrels=qrels,
        run=run,
        save=save,
        against=against,
        with_asked_at=not without_asked_at,
        as_of=as_of,
        misses=show_misses,
    )
    with open_answerer(settings, archive, named, errors) as opened:
        evaluate_questions(opened, plan, (output, errors), json=json)


@app.command()
def stats(archive: ArchiveOption = None, json: JsonOption = False) -> None:
    """Count what the archive holds."""
    settings = load()
    with open_archive(settings, archive, errors) as opened:
        keeping.show_stats(opened, settings.engine, output, json=json)


@app.command()
def show(
    article: ArticleArgument,
    archive: ArchiveOption = None,
    json: JsonOption = False,
) -> None:
    """Print one article whole."""
    settings = load()
    with open_archive(settings, archive, errors) as opened:
        found = keeping.show_article(opened, article, output, json=json)
    raise typer.Exit(_found(found, article))


@app.command()
def remove(
    article: ArticleArgument,
    archive: ArchiveOption = None,
) -> None:
    """Erase one article, all its versions, from archive and index."""
    settings = load()
    raise typer.Exit(_found(keeping.remove_article(settings, archive, article, output), article))


@app.command()
def reindex(archive: ArchiveOption = None, engine: EngineOption = None) -> None:
    """Build the index anew; the old one serves until the new one is whole."""
    settings = load()
    keeping.rebuild(settings, archive, _engine(settings, engine), output, errors)


def _found(found: bool, article: str) -> int:
    if not found:
        complain(errors, f"there is no article {article} in the archive")
    return 0 if found else NOTHING_FOUND


def _engine(settings: Settings, named: str | None) -> str:
    engine = named or settings.engine
    try:
        kind_of(engine)
    except EngineUnavailableError as error:
        raise SettingsError(str(error)) from error
    return engine


def _zone(name: str | None, option: str = "BACKISSUE_TIMEZONE") -> ZoneInfo | None:
    try:
        return zone_named(name) if name else None
    except ValueError as error:
        raise SettingsError(f"{option}: {error}") from error


def main() -> None:
    """Run a command; every error leaves as one line and an exit code."""
    sys.exit(through_the_door(app, output, errors))

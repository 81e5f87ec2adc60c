"""The `import` command."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.articles.importing import ImportPlan, import_articles
from bot.cli.articles.undoing import undo_run
from bot.cli.options import ArchiveOption, chosen_zone, path, text
from bot.errors import SettingsError
from bot.settings import load
from corpus.errors import UnreadableError
from corpus.readers.records.field_names import FieldNames, field_names

NamesOption = Annotated[
    list[str] | None,
    typer.Option(
        "--map",
        metavar="FIELD=NAME,…",
        parser=text,
        help="What the fields are called, e.g. published=date,text=body or text=meta.body.",
    ),
]
AgainOption = Annotated[bool, typer.Option("--again", help="Also take in what was removed before.")]
UndoOption = Annotated[
    int | None,
    typer.Option("--undo", metavar="RUN", help="Take back what a run brought: `list --runs`."),
]


def import_(  # noqa: PLR0913 (a command's options are its parameters)
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="PATH...", parser=path, help="Files or folders."),
    ] = None,
    *,
    archive: ArchiveOption = None,
    source: Annotated[
        str | None,
        typer.Option("--source", parser=text, help="The outlet, where the files do not name it."),
    ] = None,
    timezone: Annotated[
        str | None,
        typer.Option("--timezone", help="The outlet's zone for local times, e.g. Europe/Vilnius."),
    ] = None,
    names: NamesOption = None,
    report: Annotated[
        Path | None,
        typer.Option("--report", metavar="FILE", help="Write what was not taken, as JSON Lines."),
    ] = None,
    again: AgainOption = False,
    undo: UndoOption = None,
) -> None:
    """Take articles in: .txt .jsonl .csv .html .warc, each also .gz or .xz, or folders."""
    settings = load()
    if bool(paths) == (undo is not None):
        raise SettingsError("name files or folders to import, or a run to undo with --undo RUN")
    if undo is not None:
        undo_run(settings, archive, undo)
        return
    plan = ImportPlan(
        paths=tuple(paths or ()),
        source=source,
        timezone=chosen_zone(timezone or settings.timezone, "--timezone"),
        report=report,
        fields=_field_names(names or []),
        again=again,
    )
    raise typer.Exit(import_articles(settings, archive, plan))


def _field_names(told: list[str]) -> FieldNames:
    try:
        return field_names(told)
    except UnreadableError as error:
        raise SettingsError(f"--map: {error}") from error

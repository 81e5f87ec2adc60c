"""The `list` command."""

from typing import Annotated

import typer

from bot.cli.archives import open_archive
from bot.cli.articles.criteria import (
    FaultOption,
    RunOption,
    SinceOption,
    SourceOption,
    TitleOption,
    UntilOption,
    criteria_of,
)
from bot.cli.consoles import OUTPUT, print_error
from bot.cli.options import ArchiveOption, JsonOption
from bot.render.as_json import print_json
from bot.render.english.keeper.origins import NO_RUNS, NONE_LIKE_THAT
from bot.render.origins import listed_json, print_listed, print_runs, runs_json
from bot.settings import load


def list_(  # noqa: PLR0913 (a command's options are its parameters)
    *,
    archive: ArchiveOption = None,
    source: SourceOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    title: TitleOption = None,
    run: RunOption = None,
    fault: FaultOption = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="At most so many.")] = 50,
    runs: Annotated[
        bool, typer.Option("--runs", help="Imports and collections instead of articles.")
    ] = False,
    json: JsonOption = False,
) -> None:
    """List articles, the last changed first: where they came from, when, and what is odd."""
    criteria = criteria_of(source, (since, until), title=title, run=run, fault=fault)
    with open_archive(load(), archive) as opened:
        if runs:
            known = opened.origins.runs(run)
            print_json(OUTPUT, runs_json(known)) if json else print_runs(OUTPUT, known)
            found = bool(known)
        else:
            total = opened.origins.count(criteria)
            listed = list(opened.origins.articles(criteria, limit))
            if json:
                print_json(OUTPUT, listed_json(listed, total))
            else:
                print_listed(OUTPUT, listed, total)
            found = total > 0
    if not found:
        print_error(NO_RUNS if runs else NONE_LIKE_THAT)
    raise typer.Exit(0 if found else 1)

"""The `check` command."""

from time import perf_counter
from typing import Annotated

import typer

from bot.cli.archives import chosen_folder, opened_archive
from bot.cli.consoles import OUTPUT
from bot.cli.keeping.progress import counting, working
from bot.cli.options import ArchiveOption, EngineOption, JsonOption, chosen_engine
from bot.render.as_json import print_json
from bot.render.keeping import checked_json, print_checked
from bot.settings import load
from corpus.archive.keeping.checking import check as check_archive
from retrieval.errors import EngineUnavailableError
from retrieval.index.checking import IndexChecked, IndexState, check_index


def check(
    archive: ArchiveOption = None,
    engine: EngineOption = None,
    json: JsonOption = False,
    mend: Annotated[
        bool,
        typer.Option(
            "--mend", help="Let damaged articles be replaced when they are imported again."
        ),
    ] = False,
) -> None:
    """Read everything that is stored and hold it against its digests; name what is damaged.

    The file's own structure is checked too, and whether the index has the same articles and
    passages. Nothing is changed without --mend. The exit code is 1 where anything is wrong, and 3
    where the index cannot be reached.
    """
    settings = load()
    chosen = chosen_engine(settings, engine)
    started = perf_counter()
    with opened_archive(chosen_folder(settings, archive)) as opened:
        with working() as begin:
            advance = counting(begin("checking", "articles"), opened)
            found = check_archive(opened.connections, advance)
        fault: EngineUnavailableError | None = None
        try:
            index = check_index(opened, chosen, settings.cluster)
        except EngineUnavailableError as error:
            index, fault = IndexChecked(chosen, IndexState.UNREACHABLE), error
        if mend and found.can_be_mended:
            from corpus.archive.keeping.mending import (  # noqa: PLC0415 (few need it)
                let_in_again,
            )

            with opened.writing():
                let_in_again(opened, found.damaged)
    seconds = perf_counter() - started
    if json:
        print_json(OUTPUT, checked_json(found, index))
    else:
        print_checked(OUTPUT, found, index, seconds)
    if fault:
        raise fault
    raise typer.Exit(0 if found.is_sound and index.is_sound else 1)

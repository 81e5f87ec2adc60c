"""The `timeline` command."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.askable import open_to_ask
from bot.cli.consoles import OUTPUT
from bot.cli.keeping.places import OverwriteOption, check_free
from bot.cli.options import (
    ArchiveOption,
    EngineOption,
    JsonOption,
    chosen_engine,
    chosen_zone,
    path,
    text,
)
from bot.cli.questions.how_to_ask import asked_time
from bot.render.as_json import print_json
from bot.settings import load
from corpus.archive.keeping.new_files import in_place_of

PngOption = Annotated[
    Path | None, typer.Option("--png", metavar="FILE", parser=path, help="Draw a picture, too.")
]
CsvOption = Annotated[
    Path | None, typer.Option("--csv", metavar="FILE", parser=path, help="Write numbers, too.")
]


def timeline(  # noqa: PLR0913 (a command's options are its parameters)
    question: Annotated[
        list[str], typer.Argument(metavar="QUESTION", parser=text, help="What is to be counted.")
    ],
    *,
    archive: ArchiveOption = None,
    engine: EngineOption = None,
    asked_at: Annotated[
        str | None, typer.Option("--asked-at", metavar="ISO", help="When it is asked, if not now.")
    ] = None,
    png: PngOption = None,
    csv: CsvOption = None,
    overwrite: OverwriteOption = False,
    json: JsonOption = False,
) -> None:
    """Show how much was printed about something, month by month, as a share of all that was.

    An article counts that has the question's words in its headline or among the first 200 behind
    it; "exact words" may stand anywhere. The highest months have a headline beside them. Times,
    outlets and all else that `ask` understands narrow what is counted.
    """
    from bot.render.timeline.as_json import timeline_json, write_csv  # noqa: PLC0415 (start-up)
    from bot.render.timeline.terminal import print_timeline  # noqa: PLC0415 (likewise)
    from retrieval.timeline.timelines import Timelines  # noqa: PLC0415 (likewise)

    settings = load()
    zone = chosen_zone(settings.timezone)
    moment = datetime.now().astimezone() if asked_at is None else asked_time(asked_at, zone)
    for file in (png, csv):
        if file is not None:
            check_free(file, overwrite=overwrite)
    with open_to_ask(settings, archive, chosen_engine(settings, engine)) as opened:
        made = Timelines(opened.store, opened.index).of(" ".join(question), asked_at=moment)
    if csv is not None and made.bars:
        with in_place_of(csv) as new, new.open("w", encoding="utf-8", newline="") as lines:
            write_csv(lines, made)
    if png is not None and made.bars:
        from bot.render.timeline.picture import png_of  # noqa: PLC0415 (it loads resvg)

        with in_place_of(png) as new:
            new.write_bytes(png_of(made))
    if json:
        print_json(OUTPUT, timeline_json(made))
    else:
        print_timeline(OUTPUT, made)
    raise typer.Exit(0 if made.bars else 1)

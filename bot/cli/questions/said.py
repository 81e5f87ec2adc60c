"""The `said` command."""

from typing import Annotated

import typer

from bot.cli.askable import open_to_ask
from bot.cli.consoles import OUTPUT
from bot.cli.options import ArchiveOption, EngineOption, JsonOption, chosen_engine, text
from bot.render.as_json import print_json, said_json
from bot.settings import load


def said(
    quote: Annotated[
        list[str],
        typer.Argument(metavar="QUOTE", parser=text, help="The words that are said to be printed."),
    ],
    archive: ArchiveOption = None,
    engine: EngineOption = None,
    json: JsonOption = False,
) -> None:
    """Say whether a quote was printed, word for word: where first; else the nearest.

    Case, diacritics, white space, quotation marks, commas and dashes are no difference; an
    ellipsis in the quote stands for words left out. With the nearest it says which words differ.
    """
    from bot.render.said import print_said  # noqa: PLC0415 (start-up time of other commands)
    from retrieval.verbatim.checking import Checker, Verdict  # noqa: PLC0415 (likewise)

    settings = load()
    with open_to_ask(settings, archive, chosen_engine(settings, engine)) as opened:
        checked = Checker(opened.store, opened.index).check(" ".join(quote))
    if json:
        print_json(OUTPUT, said_json(checked))
    else:
        print_said(OUTPUT, checked)
    raise typer.Exit(1 if checked.verdict is Verdict.ABSENT else 0)

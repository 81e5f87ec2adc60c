"""The `ask` command: one question, or many from standard input."""

import sys
from typing import Annotated

import typer

from bot.cli.askable import open_to_ask
from bot.cli.consoles import OUTPUT
from bot.cli.options import (
    ArchiveOption,
    EngineOption,
    JsonOption,
    chosen_engine,
    chosen_zone,
    text,
)
from bot.cli.questions.how_to_ask import HowToAsk, answer_to, asked_time, scope_of
from bot.cli.questions.question_lines import ask_lines, lines_of
from bot.errors import SettingsError
from bot.render.as_json import answer_json, print_json
from bot.render.terminal import print_answer
from bot.settings import load
from retrieval.answer import Answer, Strength
from retrieval.verbatim.chronology import Order

FROM_STANDARD_INPUT = "-"

OrderOption = Annotated[
    Order,
    typer.Option(
        "--order",
        help="The best first; or by day, the newest or the oldest first, all that answers half "
        'as well as the best, and of "exact words" all passages that have them.',
    ),
]


def ask(  # noqa: PLR0913 (a command's options are its parameters)
    question: Annotated[
        list[str],
        typer.Argument(
            metavar="QUESTION", parser=text, help="The question, or - to read one a line."
        ),
    ],
    *,
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
    order: OrderOption = Order.BEST,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show what each term gave each quote.")
    ] = False,
    json: JsonOption = False,
) -> None:
    """Answer a question in the archive's own words."""
    settings = load()
    asked = " ".join(question)
    zone = chosen_zone(settings.timezone)
    time = asked_time(asked_at, zone) if asked_at is not None else None
    if asked == FROM_STANDARD_INPUT and sys.stdin is None:
        raise SettingsError("there is no standard input to read questions from")
    with open_to_ask(settings, archive, chosen_engine(settings, engine)) as opened:
        scope = scope_of(opened.store, since, until, source or ())
        how = HowToAsk(limit, time, scope, explain, json, zone, order)
        if asked == FROM_STANDARD_INPUT:
            not_understood = ask_lines(opened.answerer, lines_of(sys.stdin.buffer), how)
            raise typer.Exit(1 if not_understood else 0)
        answer = answer_to(opened.answerer, asked, time, how)
        _print(answer, json)
    raise typer.Exit(1 if answer.strength is Strength.NONE else 0)


def _print(answer: Answer, json: bool) -> None:
    if json:
        print_json(OUTPUT, answer_json(answer))
    else:
        print_answer(OUTPUT, answer)

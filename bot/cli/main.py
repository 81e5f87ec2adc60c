"""The list of commands, and the program that runs one of them."""

import logging
import sys
from collections.abc import Sequence
from pkgutil import resolve_name
from typing import Annotated, NoReturn

import typer

from bot.cli.entry_point import exit_code_of
from bot.cli.values import PlainCommand, PlainGroup

# A command is one line here and a function in a file of its own, loaded when it is asked for.
COMMANDS = {
    "import": "bot.cli.articles.import_:import_",
    "sources": "bot.cli.collecting.sources:sources",
    "collect": "bot.cli.collecting.collect:collect",
    "ask": "bot.cli.questions.ask:ask",
    "said": "bot.cli.questions.said:said",
    "timeline": "bot.cli.questions.timeline:timeline",
    "shell": "bot.cli.questions.shell:shell",
    "serve": "bot.cli.serve:serve",
    "evaluate": "bot.cli.evaluation.evaluate:evaluate",
    "stats": "bot.cli.archive.stats:stats",
    "gaps": "bot.cli.archive.gaps:gaps",
    "list": "bot.cli.articles.list_:list_",
    "show": "bot.cli.articles.show:show",
    "export": "bot.cli.keeping.export:export",
    "backup": "bot.cli.keeping.backup:backup",
    "restore": "bot.cli.keeping.restore:restore",
    "check": "bot.cli.keeping.check:check",
    "remove": "bot.cli.articles.remove:remove",
    "reindex": "bot.cli.archive.reindex:reindex",
}
LOG_FORMAT = "backissue: %(message)s"


def options(
    debug: Annotated[bool, typer.Option("--debug", help="Show tracebacks and logs.")] = False,
) -> None:
    level, form = (logging.DEBUG, logging.BASIC_FORMAT) if debug else (logging.WARNING, LOG_FORMAT)
    logging.basicConfig(level=level, format=form, stream=sys.stderr)
    for name in ("httpx", "httpcore", "telegram"):  # their INFO lines show the bot's token
        logging.getLogger(name).setLevel(logging.WARNING)


def build(arguments: Sequence[str] = ()) -> typer.Typer:
    """The program; with only the command that the arguments name, where they name one."""
    app = typer.Typer(
        name="backissue",
        cls=PlainGroup,
        help="Ask a news archive a question; get it answered in the paper's own words.",
        add_completion=False,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(options)
    first = next((one for one in arguments if not one.startswith("-")), "")
    for name, place in COMMANDS.items():
        if name == first or first not in COMMANDS:
            command = resolve_name(place)
            if isinstance(command, typer.Typer):
                app.add_typer(command, name=name)
            else:
                app.command(name, cls=PlainCommand)(command)
    return app


def run(app: typer.Typer) -> NoReturn:
    """Run a command; every error leaves as one line and an exit code."""
    sys.exit(exit_code_of(app))


def main() -> None:
    run(build(sys.argv[1:]))

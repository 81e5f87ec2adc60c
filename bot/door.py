"""The door of the command line: what an error looks like outside, and its exit code."""

import os
import sys
from io import TextIOWrapper

import typer
from rich.console import Console

from bot.errors import BotError
from corpus.errors import CorpusError
from retrieval.errors import JudgedQuestionsError, RetrievalError, UnknownSourceError

WRONG_USAGE = 2
UNUSABLE = 3
INTERRUPTED = 130


def complain(errors: Console, message: str) -> None:
    """One line, whatever the message holds."""
    line = " ".join(message.split())
    errors.print(f"backissue: {line}", soft_wrap=True, markup=False, style="red")


def through_the_door(app: typer.Typer, output: Console, errors: Console) -> int:
    """Run a command; its exit code. Errors become one line, or with --debug a traceback."""
    debug = "--debug" in sys.argv[1:]
    _show_what_can_be_shown()
    try:
        code = app(standalone_mode=False)
        _flush()
    except typer.TyperException as error:
        code = _usage(error, output, errors)
    except BrokenPipeError:  # the reader of the output went away
        code = 0
    except Exception as error:
        if debug:
            raise
        complain(errors, _message(error))
        code = _code(error)
    if code == INTERRUPTED:  # typer's word for KeyboardInterrupt
        complain(errors, "stopped; what was stored so far stays")
    _let_go_of_output()
    return code if isinstance(code, int) else 0


def _show_what_can_be_shown() -> None:
    """A character that the output's encoding has not becomes a question mark, not an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def _flush() -> None:
    if sys.stdout is not None:
        sys.stdout.flush()


def _let_go_of_output() -> None:
    """Where it cannot be written, write the rest nowhere, or leaving would fail once more."""
    try:
        _flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _usage(error: typer.TyperException, output: Console, errors: Console) -> int:
    message = error.format_message() if isinstance(error, typer.BadParameter) else str(error)
    if message.startswith("Usage:"):  # no command was given: this is the help
        output.print(message, markup=False, soft_wrap=True)
    elif message:  # else the help was given already
        complain(errors, f"{message.rstrip('.')}; see: backissue --help")
    return WRONG_USAGE


def _message(error: Exception) -> str:
    if isinstance(error, BotError | RetrievalError | CorpusError):
        return str(error)
    if isinstance(error, OSError) and error.strerror:
        what = f"{error.filename} cannot be used" if error.filename else "the output is cut off"
        return f"{what}: {error.strerror}"
    return f"{type(error).__name__}: {error} (a fault of the program; --debug shows where)"


def _code(error: Exception) -> int:
    if isinstance(error, BotError | JudgedQuestionsError | UnknownSourceError):
        return WRONG_USAGE
    return UNUSABLE

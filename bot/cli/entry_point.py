"""Runs a command: an error becomes one line and an exit code."""

import os
import sys
from io import TextIOWrapper

import typer

from bot.cli.consoles import OUTPUT, print_error
from bot.errors import BotError, InUseError
from corpus.errors import CorpusError, NoSuchRunError, OutletFileError
from retrieval.errors import JudgedQuestionsError, RetrievalError, UnknownSourceError

WRONG_USAGE = 2
UNUSABLE = 3
INTERRUPTED = 130
USAGE_ERRORS = (
    BotError,
    JudgedQuestionsError,
    UnknownSourceError,
    NoSuchRunError,
    OutletFileError,
)
NO_SUCH_OPTION = "No such option"
DASHED = "put words that begin with a dash behind --, all of them, and options before it"


def exit_code_of(app: typer.Typer) -> int:
    """Run the command that the arguments name. With --debug, an error shows its traceback."""
    debug = "--debug" in sys.argv[1:]
    _replace_what_cannot_be_shown()
    try:
        code = app(standalone_mode=False)
        _flush()
    except typer.TyperException as error:
        code = _usage(error)
    except BrokenPipeError:  # the reader of the output went away
        code = 0
    except Exception as error:
        if debug:
            raise
        print_error(_message(error))
        code = _code(error)
    if code == INTERRUPTED:  # typer's word for KeyboardInterrupt
        print_error("stopped; what was stored so far stays")
    _drop_what_cannot_be_written()
    return code if isinstance(code, int) else 0


def _replace_what_cannot_be_shown() -> None:
    """A character that the output's encoding has not becomes a question mark, not an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def _flush() -> None:
    if sys.stdout is not None:
        sys.stdout.flush()


def _drop_what_cannot_be_written() -> None:
    """Where it cannot be written, write the rest nowhere, or leaving would fail once more."""
    try:
        _flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _usage(error: typer.TyperException) -> int:
    message = error.format_message() if isinstance(error, typer.BadParameter) else str(error)
    if message.startswith("Usage:"):  # no command was given: this is the help
        OUTPUT.print(message, markup=False, soft_wrap=True)
    elif message.startswith(NO_SUCH_OPTION) and {"ask", "said"}.intersection(sys.argv[1:]):
        print_error(f"{message.rstrip('.')}; {DASHED}")
    elif message:  # else the help was given already
        print_error(f"{message.rstrip('.')}; see: backissue --help")
    return WRONG_USAGE


def _message(error: Exception) -> str:
    if isinstance(error, BotError | RetrievalError | CorpusError):
        return str(error)
    if isinstance(error, OSError) and error.strerror:
        what = f"{error.filename} cannot be used" if error.filename else "the output is cut off"
        return f"{what}: {error.strerror}"
    return f"{type(error).__name__}: {error} (a fault of the program; --debug shows where)"


def _code(error: Exception) -> int:
    if isinstance(error, InUseError):
        return UNUSABLE
    return WRONG_USAGE if isinstance(error, USAGE_ERRORS) else UNUSABLE

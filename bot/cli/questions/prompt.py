"""The lines that a person types, with history; or those of a pipe."""

import sys
from collections.abc import Iterator

import platformdirs
from prompt_toolkit import PromptSession
from prompt_toolkit.history import FileHistory, History, InMemoryHistory

from bot.cli.consoles import OUTPUT


def typed_lines() -> Iterator[str]:
    if not sys.stdin.isatty():
        yield from sys.stdin
        return
    OUTPUT.print("Ask the archive. :help lists what else there is, :quit leaves.", style="dim")
    prompt: PromptSession[str] = PromptSession("ask> ", history=_history())
    while True:
        try:
            yield prompt.prompt()
        except KeyboardInterrupt:
            continue
        except EOFError:
            return


def _history() -> History:
    """Kept for this user alone, unless the folder cannot be written to."""
    folder = platformdirs.user_state_path("backissue")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / "history"
        file.touch(mode=0o600)
    except OSError:
        return InMemoryHistory()
    return FileHistory(str(file))

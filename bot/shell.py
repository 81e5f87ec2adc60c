"""Ask again and again: a prompt with history, and a few commands that begin with a colon."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

import platformdirs
from prompt_toolkit import PromptSession
from prompt_toolkit.history import FileHistory, History, InMemoryHistory
from rich.console import Console

from bot.opening import indexing
from bot.render.terminal import print_answer
from corpus.archive.archive import Archive
from retrieval.answer import Answer
from retrieval.answering import Answerer
from retrieval.engines.registry import ENGINES
from retrieval.index.index import Index

MORE = 3  # quotes a page

HELP = """\
Type a question. Beside that:
  :more            more quotes for the last question
  :explain         what each term gave each quote, from now on; again to stop
  :engine NAME     answer with another engine ({engines})
  :quit            leave (also Ctrl-D)"""


@dataclass(frozen=True, slots=True)
class _Asked:
    """The last question and how many of its quotes were asked for."""

    text: str
    at: datetime
    limit: int


class Shell:
    """One session over one archive."""

    def __init__(self, archive: Archive, engine: str, output: Console, errors: Console) -> None:
        self._archive = archive
        self._output = output
        self._errors = errors
        self._explain = False
        self._asked: _Asked | None = None
        self._open(engine)

    def _open(self, engine: str) -> None:
        with indexing(self._archive, self._errors) as advance:
            self._index = Index(self._archive, engine, advance=advance)
        self._answerer = Answerer(self._archive, self._index)

    def close(self) -> None:
        self._index.close()

    def take(self, line: str) -> bool:
        """Do what one line says; False to leave."""
        command, _, rest = line.partition(" ")
        if command in (":quit", ":q", ":exit"):
            return False
        commands = {":more": self._more, ":explain": self._toggle, ":help": self._help}
        if command == ":engine":
            self._switch(rest.strip())
        elif command in commands:
            commands[command]()
        elif command.startswith(":"):
            self._output.print(f"There is no {command}; :help lists what there is.", markup=False)
        else:
            self._asked = _Asked(line, datetime.now().astimezone(), MORE)
            print_answer(self._output, self._answer(self._asked))
        return True

    def _answer(self, asked: _Asked) -> Answer:
        return self._answerer.ask(
            asked.text, asked_at=asked.at, limit=asked.limit, explain=self._explain
        )

    def _more(self) -> None:
        if self._asked is None:
            self._output.print("Ask something first.")
            return
        shown = self._asked.limit
        asked = replace(self._asked, limit=shown + MORE)
        answer = self._answer(asked)
        if len(answer.quotes) <= shown:
            self._output.print("There are no more.")
            return
        self._asked = asked
        print_answer(self._output, answer, first=shown + 1)

    def _toggle(self) -> None:
        self._explain = not self._explain
        self._output.print(f"Explanations are {'on' if self._explain else 'off'}.")
        if self._explain and self._asked is not None:
            print_answer(self._output, self._answer(self._asked))

    def _switch(self, engine: str) -> None:
        if engine not in ENGINES:
            self._output.print(f"Engines: {', '.join(ENGINES)}.")
            return
        self._index.close()
        self._open(engine)
        self._output.print(f"Answering with {engine}.")

    def _help(self) -> None:
        self._output.print(HELP.format(engines=", ".join(ENGINES)), markup=False)


def run(archive: Archive, engine: str, output: Console, errors: Console) -> None:
    """Read lines until :quit or the end of input."""
    session = Shell(archive, engine, output, errors)
    try:
        for line in _lines(output):
            if line.strip() and not session.take(line.strip()):
                break
    finally:
        session.close()


def _lines(output: Console) -> Iterator[str]:
    if not sys.stdin.isatty():
        yield from sys.stdin
        return
    output.print("Ask the archive. :help lists what else there is, :quit leaves.", style="dim")
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

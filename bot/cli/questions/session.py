"""Ask again and again: questions, and a few commands that begin with a colon."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import datetime

from rich.console import Console

from bot.cli.keeping.index_progress import indexing
from bot.cli.questions.how_to_ask import HowToAsk, answer_to
from bot.cli.questions.prompt import typed_lines
from bot.render.terminal import print_answer
from corpus.archive.archive import Archive
from retrieval.answer import Answer
from retrieval.answering import Answerer
from retrieval.cluster.opening import published_on
from retrieval.engines.opensearch.address import ClusterAddress
from retrieval.engines.registry import ENGINES
from retrieval.index.index import Index
from retrieval.index.snapshot import Served
from retrieval.question.question import Scope
from retrieval.verbatim.chronology import Order

Opening = Callable[[str], tuple[Served, Answerer]]

MORE = 3  # quotes a page

HELP = """\
Type a question. Beside that:
  :more            more quotes for the last question
  :explain         what each term gave each quote, from now on; again to stop
  :order ORDER     best, newest or oldest first
  :engine NAME     answer with another engine ({engines})
  :quit            leave (also Ctrl-D)"""


@dataclass(frozen=True, slots=True)
class LastQuestion:
    """What was asked last, when, and how many of its quotes were asked for."""

    text: str
    at: datetime
    limit: int


class Shell:
    """One session over one archive, or over what lies on a cluster."""

    def __init__(
        self, opening: Opening, engine: str, output: Console, engines: Collection[str] = ENGINES
    ) -> None:
        """`opening` opens one of the `engines`."""
        self._opening = opening
        self._engines = engines
        self._output = output
        self._explain = False
        self._order = Order.BEST
        self._last: LastQuestion | None = None
        self._open(engine)

    def _open(self, engine: str) -> None:
        self._index, self._answerer = self._opening(engine)

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
        elif command == ":order":
            self._put_in_order(rest.strip())
        elif command in commands:
            commands[command]()
        elif command.startswith(":"):
            self._output.print(f"There is no {command}; :help lists what there is.", markup=False)
        else:
            self._last = LastQuestion(line, datetime.now().astimezone(), MORE)
            print_answer(self._output, self._answer(self._last))
        return True

    def _answer(self, asked: LastQuestion) -> Answer:
        how = HowToAsk(asked.limit, asked.at, Scope(), self._explain, json=False, order=self._order)
        return answer_to(self._answerer, asked.text, asked.at, how)

    def _more(self) -> None:
        if self._last is None:
            self._output.print("Ask something first.")
            return
        shown = self._last.limit
        asked = replace(self._last, limit=shown + MORE)
        answer = self._answer(asked)
        if len(answer.quotes) <= shown:
            self._output.print("There are no more.")
            return
        self._last = asked
        print_answer(self._output, answer, first=shown + 1)

    def _toggle(self) -> None:
        self._explain = not self._explain
        self._output.print(f"Explanations are {'on' if self._explain else 'off'}.")
        if self._explain and self._last is not None:
            print_answer(self._output, self._answer(self._last))

    def _put_in_order(self, order: str) -> None:
        if order not in list(Order):
            self._output.print(f"Orders: {', '.join(Order)}.")
            return
        self._order = Order(order)
        self._output.print(f"The {order} first.")
        if self._last is not None:
            print_answer(self._output, self._answer(self._last))

    def _switch(self, engine: str) -> None:
        if engine not in self._engines:
            self._output.print(f"Engines: {', '.join(self._engines)}.")
            return
        self._index.close()
        self._open(engine)
        self._output.print(f"Answering with {engine}.")

    def _help(self) -> None:
        self._output.print(HELP.format(engines=", ".join(self._engines)), markup=False)


def opening_of(archive: Archive, cluster: ClusterAddress | None = None) -> Opening:
    """The engines over an archive."""

    def opened(engine: str) -> tuple[Served, Answerer]:
        with indexing(archive) as advance:
            index = Index(archive, engine, advance=advance, cluster=cluster)
        return index, Answerer(archive, index)

    return opened


def opening_on(cluster: ClusterAddress) -> Opening:
    """The one engine over what lies on a cluster."""

    def opened(_engine: str) -> tuple[Served, Answerer]:
        published = published_on(cluster)
        return published, Answerer(published.store, published)

    return opened


def run(session: Shell) -> None:
    """Read lines until :quit or the end of input."""
    try:
        for line in typed_lines():
            if line.strip() and not session.take(line.strip()):
                break
    finally:
        session.close()

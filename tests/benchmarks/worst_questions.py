"""What the worst messages cost: milliseconds of CPU, by kind, the worst last.

    python tests/benchmarks/worst_questions.py ARCHIVE [--seed N] [--limit MS]

Each is asked and held against the archive as a claim, after a first time that warms up. Ends with
1 where one costs more than `--limit`. On a machine that does other work all of it takes longer: so
a plain question is timed beside them.
"""

import argparse
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from time import thread_time

from rich.console import Console
from rich.table import Table

from corpus.archive.archive import Archive
from retrieval.answering import Answerer
from retrieval.index.index import Index
from retrieval.text.word_frequency import words_of
from tests.worst_messages import messages

ASKED_AT = datetime(2022, 5, 1, tzinfo=UTC)
PLAIN = "Who is the president of Ukraine?"
TIMES = 2
COMMON = 20_000  # of a language's words


def milliseconds(ask: Callable[[], object]) -> float:
    """Of this thread, the best of `TIMES`."""
    ask()
    taken = []
    for _ in range(TIMES):
        started = thread_time()
        ask()
        taken.append(1000 * (thread_time() - started))
    return min(taken)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("archive", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limit", type=float, default=250.0, help="milliseconds")
    wanted = parser.parse_args()
    words = [word for word in list(words_of("en"))[:COMMON] if word.isalpha()]
    with Archive(wanted.archive) as archive:
        index = Index(archive, "tantivy")
        answerer = Answerer(archive, index)

        def asked(text: str) -> float:
            return milliseconds(lambda: answerer.ask(text, asked_at=ASKED_AT))

        def checked(text: str) -> float:
            return milliseconds(lambda: answerer.check(text, asked_at=ASKED_AT))

        costs = {
            kind: (asked(text), checked(text))
            for kind, text in (
                {"a plain question": PLAIN} | messages(words, seed=wanted.seed)
            ).items()
        }
        index.close()
    table = Table("kind", "asked, ms", "as a claim, ms", box=None)
    for kind, (ask, check) in sorted(costs.items(), key=lambda item: max(item[1])):
        table.add_row(kind, f"{ask:.0f}", f"{check:.0f}")
    Console().print(table)
    if max(map(max, costs.values())) > wanted.limit:
        raise SystemExit(1)


if __name__ == "__main__":
    main()

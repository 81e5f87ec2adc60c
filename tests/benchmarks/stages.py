"""Where the milliseconds of an answer go.

    python tests/benchmarks/stages.py ARCHIVE --questions JUDGED.jsonl

Each part is called as `Answerer.ask` calls it, one question after another; means in milliseconds.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from rich.console import Console
from rich.table import Table

from corpus.archive.archive import Archive
from retrieval.answering import Answerer
from retrieval.article_store import ArchiveStore, ArticleStore
from retrieval.candidates import find
from retrieval.evaluation.judged import Judged, read_judged
from retrieval.index.index import Index
from retrieval.ranking.evidence import Evidences
from retrieval.ranking.stages import READ, first_stage, second_stage

DEFAULT = "tantivy"


class Clock:
    """Seconds by part."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        started = perf_counter()
        yield
        self.seconds[name] += perf_counter() - started


def ask(
    answerer: Answerer, store: ArticleStore, index: Index, judged: Judged, clock: Clock
) -> None:
    asked_at = datetime.fromisoformat(judged.asked_at) if judged.asked_at else datetime.now(UTC)
    asked_at = asked_at if asked_at.tzinfo else asked_at.replace(tzinfo=UTC)
    with clock.part("understand the question"):
        question = answerer.understand(judged.question, asked_at)
    view = index.snapshot().view
    with clock.part("search"):
        found = find(question, view)
    with clock.part("first stage"):
        evidences = Evidences(question, found)
        first = first_stage(found, evidences, READ)
    with clock.part("read the texts"):
        passages = store.passages(one.number for one in first)
    with clock.part("second stage"):
        second_stage(first, passages, evidences)
    with clock.part("all of it, with spelling, quotes and copies"):
        answerer.ask(judged.question, asked_at=asked_at)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("archive", type=Path)
    parser.add_argument("--questions", type=Path, required=True, help="JSON Lines with `question`")
    wanted = parser.parse_args()
    judged = read_judged(wanted.questions)[:1000]
    with Archive(wanted.archive) as archive:
        index = Index(archive, DEFAULT)
        store = ArchiveStore(archive)
        answerer = Answerer(store, index)
        for clock in (Clock(), Clock()):  # the first time is to warm up
            for one in judged:
                ask(answerer, store, index, one, clock)
        index.close()
    table = Table("part", "ms", box=None)
    for part, seconds in clock.seconds.items():
        table.add_row(part, f"{1000 * seconds / len(judged):.2f}")
    Console().print(table)


if __name__ == "__main__":
    main()

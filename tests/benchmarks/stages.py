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
from corpus.article import place_of
from retrieval.answering import Answerer, narrowed, search_of
from retrieval.evaluation.outcomes import Judged, read_judged
from retrieval.index.index import Index
from retrieval.question.question import understand
from retrieval.ranking.features import Passage, information
from retrieval.ranking.stages import (
    CANDIDATES,
    NEARER_CANDIDATES,
    READ,
    first_stage,
    second_stage,
    union,
)

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


def ask(answerer: Answerer, archive: Archive, index: Index, judged: Judged, clock: Clock) -> None:
    asked_at = datetime.fromisoformat(judged.asked_at) if judged.asked_at else datetime.now(UTC)
    asked_at = asked_at if asked_at.tzinfo else asked_at.replace(tzinfo=UTC)
    with clock.part("understand the question"):
        question = understand(judged.question, asked_at)
    search = search_of(question)
    with clock.part("search all of the archive"):
        found = index.engine.search(search, CANDIDATES)
    with clock.part("search what is timely"):
        if len(found.hits) >= CANDIDATES:
            nearer = index.engine.search(narrowed(search, question), NEARER_CANDIDATES)
            found = union(found, nearer)
    with clock.part("first stage"):
        weights = information(found, question)
        first = first_stage(found, question, weights, READ)
    with clock.part("read the texts"):
        texts = archive.paragraphs(one.number for one in first)
        headings = archive.headings({place_of(number)[0] for number in texts})
    passages = {
        number: Passage(text, heading.title, (heading.source, heading.agency or ""))
        for number, text in texts.items()
        if (heading := headings.get(place_of(number)[0]))
    }
    with clock.part("second stage"):
        second_stage(first, passages, question, weights)
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
        answerer = Answerer(archive, index)
        for clock in (Clock(), Clock()):  # the first time is to warm up
            for one in judged:
                ask(answerer, archive, index, one, clock)
        index.close()
    table = Table("part", "ms", box=None)
    for part, seconds in clock.seconds.items():
        table.add_row(part, f"{1000 * seconds / len(judged):.2f}")
    Console().print(table)


if __name__ == "__main__":
    main()

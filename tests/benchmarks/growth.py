"""How an answer slows down as an archive grows: generated archives side by side.

    python tests/benchmarks/growth.py ARCHIVE --questions JUDGED.jsonl --sizes 1000000 10000000

A generated article is the first half of one article of ARCHIVE and the second half of another,
both taken at random, with headline and day of the first. Every question is asked of all archives
in turn, in one process; of several times the shortest counts.
"""

import argparse
import json
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from random import Random
from statistics import median

from rich.console import Console
from rich.table import Table

from corpus.archive.archive import Archive
from corpus.article import Article
from retrieval.answering import Answerer
from retrieval.index.index import Index

TIMES = 4  # the first time is to warm up
BATCH = 500  # articles
SEED = 20210127


def generated(articles: list[Article], size: int) -> Iterator[Article]:
    """Articles with `size` paragraphs in all, or some more."""
    random = Random(SEED)
    held = number = 0
    while held < size:
        one, other = random.choice(articles), random.choice(articles)
        begun = one.paragraphs[: (len(one.paragraphs) + 1) // 2]
        ended = other.paragraphs[(len(other.paragraphs) + 1) // 2 :]
        article = replace(one, id=f"generated-{number}", url=None, paragraphs=begun + ended)
        yield article
        held += len(article.paragraphs)
        number += 1


def fill(folder: Path, articles: list[Article], size: int) -> Archive:
    archive = Archive(folder, create=True)
    made = generated(articles, size)
    with archive.writing():
        while batch := list(islice(made, BATCH)):
            archive.add(batch)
    return archive


def times(answerers: list[Answerer], questions: list[str]) -> list[list[float]]:
    """Milliseconds by answerer and question."""
    best = [[float("inf")] * len(questions) for _ in answerers]
    for _ in range(TIMES):
        for place, question in enumerate(questions):
            for answerer, mine in zip(answerers, best, strict=True):
                took = answerer.ask(question, asked_at=datetime.now(UTC)).took_ms
                mine[place] = min(mine[place], took)
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("archive", type=Path)
    parser.add_argument("--questions", type=Path, required=True, help="JSON Lines with `question`")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000_000, 10_000_000])
    wanted = parser.parse_args()
    lines = wanted.questions.read_text("utf-8").splitlines()
    questions = [json.loads(line)["question"] for line in lines][:200]
    with Archive(wanted.archive) as archive:
        found = (change.article for change in archive.changes_since(0))
        articles = [article for article in found if article is not None]
    table = Table("passages", "p50 ms", "p99 ms", "p50 beside the first", box=None)
    with tempfile.TemporaryDirectory() as temporary:
        archives = [fill(Path(temporary, str(size)), articles, size) for size in wanted.sizes]
        indexes = [Index(archive, "tantivy") for archive in archives]
        pairs = zip(archives, indexes, strict=True)
        measured = times([Answerer(archive, index) for archive, index in pairs], questions)
        for index, took in zip(indexes, measured, strict=True):
            last = sorted(took)[int((len(took) - 1) * 0.99)]
            ratio = median(took) / median(measured[0])
            table.add_row(f"{index.passage_count():,}", f"{median(took):.2f}", f"{last:.2f}",
                          f"{ratio:.2f}")  # fmt: skip
            index.close()
        for archive in archives:
            archive.close()
    Console().print(table)


if __name__ == "__main__":
    main()

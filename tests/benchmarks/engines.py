"""Engines side by side on the passages of an archive: build, size, memory, start, answers.

    pip install '.[bench]'
    python tests/benchmarks/engines.py ARCHIVE --questions JUDGED.jsonl --sizes 20000 100000 1000000

Every engine gets the same terms and gives its ten best passages. Each one is built, and then
opened and asked, in processes of its own, so that start and memory (peak resident set while
answering) are its own. Milliseconds are per question, measured one after another.
"""

import argparse
import gc
import json
import multiprocessing
import resource
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import islice
from multiprocessing.queues import Queue
from pathlib import Path
from random import Random
from time import perf_counter

from rich.console import Console
from rich.table import Table

from corpus.archive.archive import Archive
from retrieval.question.understand import understand
from retrieval.text.analyser import analyser

BEST = 10
PATIENCE = 60.0  # seconds of questions, at most, for one engine at one size
AT_LEAST = 10  # questions, however long they take
SEED = 20210127

Ask = Callable[[list[str]], object]


def passages_of(file: Path) -> Iterator[list[str]]:
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            yield line.split()


class RankBm25:
    """In memory: what it builds cannot be kept, so that a start is a build."""

    name = "rank-bm25"

    def build(self, passages: Path, folder: Path) -> None:
        (folder / "passages").write_bytes(passages.read_bytes())

    def open(self, folder: Path) -> Ask:
        import numpy as np
        from rank_bm25 import BM25Okapi

        model = BM25Okapi(list(passages_of(folder / "passages")), k1=1.2, b=0.75)
        return lambda terms: np.argsort(model.get_scores(terms))[::-1][:BEST]


class Tantivy:
    name = "tantivy"

    def build(self, passages: Path, folder: Path) -> None:
        index = self._index(folder)
        writer = index.writer(128_000_000, 1)
        import tantivy

        for terms in passages_of(passages):
            writer.add_document(tantivy.Document(body=" ".join(terms)))
        writer.commit()
        writer.wait_merging_threads()

    def open(self, folder: Path) -> Ask:
        import tantivy

        index = self._index(folder)
        schema, searcher = index.schema, index.searcher()

        def ask(terms: list[str]) -> object:
            query = tantivy.Query.boolean_query(
                [
                    (tantivy.Occur.Should, tantivy.Query.term_query(schema, "body", term))
                    for term in terms
                ]
            )
            return searcher.search(query, BEST, count=False).hits

        return ask

    def _index(self, folder: Path):  # type: ignore[no-untyped-def]
        import tantivy

        builder = tantivy.SchemaBuilder()
        builder.add_text_field("body", tokenizer_name="terms", index_option="position")
        index = tantivy.Index(builder.build(), path=str(folder))
        whitespace = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
        index.register_tokenizer("terms", whitespace)
        return index


class Bm25s:
    name = "bm25s"
    backend = "numpy"

    def build(self, passages: Path, folder: Path) -> None:
        import bm25s

        model = bm25s.BM25(method="lucene", k1=1.2, b=0.75, backend=self.backend)
        model.index(list(passages_of(passages)), show_progress=False)
        model.save(str(folder))

    def open(self, folder: Path) -> Ask:
        import bm25s

        model = bm25s.BM25.load(str(folder), mmap=True)
        model.backend = self.backend
        if self.backend == "numba":
            model.activate_numba_scorer()
        known = model.vocab_dict

        def ask(terms: list[str]) -> object:
            kept = [term for term in terms if term in known]
            return model.retrieve([kept], k=BEST, show_progress=False) if kept else None

        return ask


class Bm25sNumba(Bm25s):
    name = "bm25s + numba"
    backend = "numba"


class Fts5:
    name = "SQLite FTS5"

    def build(self, passages: Path, folder: Path) -> None:
        database = sqlite3.connect(folder / "fts.sqlite3")
        with database:
            database.execute("CREATE VIRTUAL TABLE passage USING fts5 (body, content='')")
            database.executemany(
                "INSERT INTO passage (rowid, body) VALUES (?, ?)",
                (
                    (number, " ".join(terms))
                    for number, terms in enumerate(passages_of(passages), 1)
                ),
            )
            database.execute("INSERT INTO passage (passage) VALUES ('optimize')")
        database.close()

    def open(self, folder: Path) -> Ask:
        database = sqlite3.connect(folder / "fts.sqlite3")

        def ask(terms: list[str]) -> object:
            query = " OR ".join(f'"{term}"' for term in terms)
            return database.execute(
                "SELECT rowid FROM passage WHERE passage MATCH ? ORDER BY rank LIMIT ?",
                (query, BEST),
            ).fetchall()

        return ask


ENGINES = {kind.name: kind for kind in (RankBm25, Tantivy, Bm25s, Bm25sNumba, Fts5)}


def build(name: str, passages: Path, folder: Path, results: "Queue[float]") -> None:
    started = perf_counter()
    ENGINES[name]().build(passages, folder)
    results.put(perf_counter() - started)


def answer(name: str, folder: Path, questions: list[list[str]], results: "Queue[float]") -> None:
    """Puts seconds until the first answer, peak megabytes, p50 and p99 ms, questions asked."""
    started = perf_counter()
    ask = ENGINES[name]().open(folder)
    ask(questions[0])
    start = perf_counter() - started
    gc.collect()
    times: list[float] = []
    until = perf_counter() + PATIENCE
    for terms in questions:
        if len(times) >= AT_LEAST and perf_counter() > until:
            break
        began = perf_counter()
        ask(terms)
        times.append((perf_counter() - began) * 1000)
    times.sort()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    middle, last = times[len(times) // 2], times[min(len(times) - 1, int(len(times) * 0.99))]
    for value in (start, memory, middle, last, float(len(times))):
        results.put(value)


def run(target: Callable[..., None], count: int, *arguments: object) -> list[float]:
    """Run in a new process and collect `count` numbers."""
    context = multiprocessing.get_context("spawn")
    results = context.Queue()
    process = context.Process(target=target, args=(*arguments, results))
    process.start()
    values = [results.get() for _ in range(count)]
    process.join()
    return values


def write_passages(archive: Archive, size: int, file: Path) -> int:
    """The first `size` passages with any terms, one a line. Returns how many there were."""

    def lines() -> Iterator[str]:
        for change in archive.changes_since(0):
            if change.article is not None:
                terms = analyser(change.article.language).terms
                for paragraph in change.article.paragraphs:
                    line = " ".join(terms(paragraph))
                    if line:
                        yield line

    written = 0
    with file.open("w", encoding="utf-8") as out:
        for line in islice(lines(), size):
            out.write(line + "\n")
            written += 1
    return written


def questions_of(file: Path) -> list[list[str]]:
    texts = [json.loads(line)["question"] for line in file.read_text("utf-8").splitlines()]
    questions = [list(understand(text, datetime.now(UTC)).terms) for text in texts]
    questions = [terms for terms in questions if terms]
    Random(SEED).shuffle(questions)
    return questions[:1000]


def size_of(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("archive", type=Path)
    parser.add_argument("--questions", type=Path, required=True, help="JSON Lines with `question`")
    parser.add_argument("--sizes", type=int, nargs="+", default=[20_000, 100_000, 1_000_000])
    parser.add_argument("--engines", nargs="+", choices=ENGINES, default=list(ENGINES))
    wanted = parser.parse_args()
    if not wanted.questions.is_file() or not wanted.archive.is_dir():
        sys.exit("the archive and the file of questions must exist")
    questions = questions_of(wanted.questions)
    columns = ("passages", "engine", "build s", "disk MB", "memory MB", "start s", "p50 ms",
               "p99 ms", "questions")  # fmt: skip
    table = Table(*columns, box=None)
    console = Console(width=120)
    with tempfile.TemporaryDirectory() as temporary, Archive(wanted.archive) as archive:
        for size in wanted.sizes:
            file = Path(temporary, f"passages-{size}")
            written = write_passages(archive, size, file)
            for name in wanted.engines:
                folder = Path(temporary, f"{name}-{size}")
                folder.mkdir()
                (took,) = run(build, 1, name, file, folder)
                start, memory, p50, p99, count = run(answer, 5, name, folder, questions)
                row = (f"{written:,}", name, f"{took:.1f}", f"{size_of(folder):,.0f}",
                       f"{memory:,.0f}", f"{start:.2f}", f"{p50:.2f}", f"{p99:.2f}",
                       f"{count:.0f}")  # fmt: skip
                table.add_row(*row)
                console.print(*row)
    console.print(table)


if __name__ == "__main__":
    main()

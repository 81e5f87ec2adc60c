"""The whole program on a real archive: import, start, answers, memory; engine beside engine.

    python tests/benchmarks/answering.py ARTICLES.jsonl.xz --questions QUESTIONS.jsonl

Imports into an archive of its own, through the command line. Answers are asked through
`Answerer.ask`, three quotes each, one after another, in a process of their own; memory is that
process's resident set after the last question, mapped index pages included, and without them.
"""

import argparse
import json
import multiprocessing
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from multiprocessing.queues import Queue
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter, sleep

from rich.console import Console
from rich.table import Table

from corpus.archive.archive import Archive
from retrieval.answering import Answerer
from retrieval.index.index import Index

PATIENCE = 90.0  # seconds of questions, at most, for one engine
STARTS = 5
SEED = 20210127


def backissue(*arguments: str | Path) -> float:
    """Run the program. Returns seconds; exit code 1 (something rejected, nothing found) is fine."""
    script = Path(sys.executable).with_name("backissue")
    started = perf_counter()
    ran = subprocess.run([script, *arguments], capture_output=True, check=False)
    if ran.returncode not in {0, 1}:
        sys.exit(ran.stderr.decode())
    return perf_counter() - started


def resident(field: str) -> float:
    """Megabytes of this process, by the kernel's count."""
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith(field):
            return int(line.split()[1]) / 1024
    return 0.0


def answer_all(folder: Path, engine: str, questions: list[str], numbers: "Queue[float]") -> None:
    """Puts: seconds to open, p50 and p99 ms, megabytes in all and without mapped files, count."""
    started = perf_counter()
    with Archive(folder) as archive:
        index = Index(archive, engine)
        answerer = Answerer(archive, index)
        answerer.ask(questions[0], asked_at=datetime.now(UTC))
        opened = perf_counter() - started
        times: list[float] = []
        until = perf_counter() + PATIENCE
        for question in questions:
            if perf_counter() > until:
                break
            times.append(answerer.ask(question, asked_at=datetime.now(UTC)).took_ms)
        index.close()
    times.sort()
    middle, last = times[len(times) // 2], times[int((len(times) - 1) * 0.99)]
    for value in (opened, middle, last, resident("VmRSS"), resident("RssAnon"), len(times)):
        numbers.put(value)


def one_more(folder: Path, line: Path, numbers: "Queue[float]") -> None:
    """Puts: seconds from the start of an import of one article until it is answered from."""
    with Archive(folder) as archive:
        index = Index(archive, "tantivy")
        answerer = Answerer(archive, index)
        script = Path(sys.executable).with_name("backissue")
        started = perf_counter()
        with subprocess.Popen(
            [script, "import", line, "--archive", folder], stdout=subprocess.DEVNULL
        ):
            while not holds_one_more(answerer):
                sleep(0.005)
            numbers.put(perf_counter() - started)
        index.close()


def holds_one_more(answerer: Answerer) -> bool:
    answer = answerer.ask("quaggamire lighthouse", asked_at=datetime.now(UTC))
    return any(quote.article.id == "one-more" for quote in answer.quotes)


def run(target: Callable[..., None], count: int, *arguments: object) -> list[float]:
    """Run in a new process and collect `count` numbers."""
    context = multiprocessing.get_context("spawn")
    numbers = context.Queue()
    process = context.Process(target=target, args=(*arguments, numbers))
    process.start()
    values = [numbers.get() for _ in range(count)]
    process.join()
    return values


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("articles", type=Path)
    parser.add_argument("--questions", type=Path, required=True, help="JSON Lines with `question`")
    parser.add_argument("--engines", nargs="+", default=["tantivy", "rank-bm25"])
    wanted = parser.parse_args()
    lines = wanted.questions.read_text("utf-8").splitlines()
    questions = [json.loads(line)["question"] for line in lines]
    questions = Random(SEED).sample(questions, min(1000, len(questions)))
    table = Table("", *wanted.engines, box=None)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary, "archive")
        first = backissue("import", wanted.articles, "--archive", folder)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        again = backissue("import", wanted.articles, "--archive", folder)
        line = Path(temporary, "one-more.jsonl")
        line.write_text(
            '{"id": "one-more", "title": "A lighthouse", "published": "2026-01-01", '
            '"source": "Harbour News", "text": "The lighthouse of Quaggamire was lit."}\n',
            "utf-8",
        )
        (more,) = run(one_more, 1, folder, line)
        rows: list[list[str]] = []
        for engine in wanted.engines:
            ask = ("ask", questions[0], "--archive", folder, "--engine", engine)
            starts = STARTS if engine == "tantivy" else 1
            start = median(backissue(*ask) for _ in range(starts))
            opened, p50, p99, memory, own, count = run(answer_all, 6, folder, engine, questions)
            rows.append([f"{start:.2f}", f"{opened:.2f}", f"{p50:.1f}", f"{p99:.1f}",
                         f"{memory:,.0f}", f"{own:,.0f}", f"{count:.0f}"])  # fmt: skip
    names = ("ask, new process, s", "open and first answer, s", "answer p50, ms", "answer p99, ms",
             "memory, MB", "  without mapped files, MB", "questions")  # fmt: skip
    for number, name in enumerate(names):
        table.add_row(name, *(row[number] for row in rows))
    console = Console(width=100)
    console.print(f"import with index {first:.1f} s, {peak:,.0f} MB; again {again:.1f} s; ", end="")
    console.print(f"one more article answered from after {more:.2f} s")
    console.print(table)


if __name__ == "__main__":
    main()

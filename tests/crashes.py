"""Imports that are killed at a random moment and run again, beside one that nobody disturbs."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from time import perf_counter

from corpus.archive.archive import FILE_NAME, Archive
from retrieval.answering import Answerer
from retrieval.index.index import Index

SOONER = 0.7  # of the seconds that were too many


def import_command(file: Path, archive: Path) -> list[str]:
    script = Path(sys.executable).with_name("backissue")
    return [str(script), "import", str(file), "--archive", str(archive)]


def undisturbed(file: Path, archive: Path) -> float:
    """Import once. Returns how many seconds it took."""
    started = perf_counter()
    subprocess.run(import_command(file, archive), check=True, capture_output=True)
    return perf_counter() - started


def killed(file: Path, archive: Path, after: float) -> float:
    """Import, and kill -9 after so many seconds. One that had ended by then, as the machine has
    become faster, is done anew and killed sooner. Returns the seconds.
    """
    process = subprocess.Popen(
        import_command(file, archive), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        return after
    shutil.rmtree(archive)
    return killed(file, archive, after * SOONER)


def content(archive: Path) -> list[tuple[object, ...]]:
    """Every row of the archive but its own name, and but which run brought it when."""
    database = sqlite3.connect(archive / FILE_NAME)
    told = "seq, article, digest, title, published, updated, source, authors, url, origin, faults"
    rows = [
        row
        for table, columns in (
            ("version", told),
            ("paragraph", "number, text"),
            ("current", "article, seq"),
            ("name", "name, article"),
            ("told", "digest, article, stored"),
            ("removed", "name"),
        )
        for row in database.execute(f"SELECT {columns} FROM {table} ORDER BY {columns}")  # noqa: S608 (own names)
    ]
    database.close()
    return rows


def answers(folder: Path, questions: Sequence[str]) -> list[tuple[object, ...]]:
    """What is quoted for each question, with scores to six digits, and the passages indexed."""
    with Archive(folder) as archive:
        index = Index(archive, "tantivy")
        answerer = Answerer(archive, index)
        found: list[tuple[object, ...]] = [(index.passage_count(),)]
        for question in questions:
            answer = answerer.ask(question, asked_at=datetime(2024, 1, 1, tzinfo=UTC), limit=10)
            found.append(
                tuple(
                    (quote.article.id, quote.text, f"{quote.score:.6g}") for quote in answer.quotes
                )
            )
        index.close()
    return found


def moments(count: int, seconds: float, seed: int) -> list[float]:
    """Moments of an import that takes `seconds`, one at random in each of `count` equal parts."""
    random = Random(seed)  # noqa: S311 (moments, not secrets)
    return [(part + random.random()) * seconds / count for part in range(count)]

"""Ask an archive random questions and look every quote up in it, character for character.

    python tests/benchmarks/fidelity.py ARCHIVE --quotes 1000000

A question is a handful of words from a random paragraph. Each quote must equal its place in the
stored paragraph, read here with plain SQL, and every highlight must be a word of the question.
Prints how many were looked up; the exit code is 1 when one was wrong.
"""

import argparse
import multiprocessing
import sqlite3
import sys
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from corpus.archive.archive import FILE_NAME, Archive
from retrieval.answer import Quote
from retrieval.answering import Answerer
from retrieval.index.index import Index
from retrieval.text.analyser import analyser
from retrieval.text.tokens import WORD

QUOTES_A_QUESTION = 30
PROCESSES = 2


class Stored:
    """The archive's tables, read past the program's own code."""

    def __init__(self, folder: Path) -> None:
        self._database = sqlite3.connect(f"file:{folder / FILE_NAME}?mode=ro", uri=True)
        self._numbers = [row[0] for row in self._database.execute("SELECT number FROM paragraph")]

    def random_text(self, random: Random) -> str:
        return self._text(random.choice(self._numbers))

    def paragraph(self, article: str, position: int) -> str:
        (seq,) = self._database.execute(
            "SELECT seq FROM current WHERE article = ?", (article,)
        ).fetchone()
        return self._text(seq * 65536 + position)

    def _text(self, number: int) -> str:
        row = self._database.execute("SELECT text FROM paragraph WHERE number = ?", (number,))
        return str(row.fetchone()[0])


def question_from(text: str, random: Random) -> str:
    words = WORD.compiled.findall(text)
    return " ".join(random.sample(words, min(len(words), random.randint(1, 8))))


def faults(quote: Quote, terms: set[str], stored: Stored) -> list[str]:
    found = []
    text = stored.paragraph(quote.article.id, quote.paragraph.position)
    if text != quote.paragraph.text or text[quote.start : quote.end] != quote.text:
        found.append("the quote is not its place in the archive")
    known = analyser(quote.article.language)
    for start, end in quote.highlights:
        if not terms.issuperset(known.terms(quote.text[start:end])):
            found.append(f"{quote.text[start:end]!r} is not a word of the question")
    return found


def look_up(folder: Path, seed: int, wanted: int) -> tuple[int, int, list[str]]:
    """Ask until `wanted` quotes came. Returns quotes, highlights, faults."""
    random = Random(seed)
    stored = Stored(folder)
    quotes = highlights = 0
    wrong: list[str] = []
    with Archive(folder) as archive:
        answerer = Answerer(archive, Index(archive, "tantivy"))
        while quotes < wanted:
            question = question_from(stored.random_text(random), random)
            answer = answerer.ask(question, asked_at=datetime.now(UTC), limit=QUOTES_A_QUESTION)
            terms = set(answer.question.terms)
            for quote in answer.quotes:
                quotes += 1
                highlights += len(quote.highlights)
                wrong += [f"{question!r}: {fault}" for fault in faults(quote, terms, stored)]
    return quotes, highlights, wrong


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("archive", type=Path)
    parser.add_argument("--quotes", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=20210127)
    wanted = parser.parse_args()
    share = -(-wanted.quotes // PROCESSES)
    tasks = [(wanted.archive, wanted.seed + number, share) for number in range(PROCESSES)]
    with multiprocessing.get_context("spawn").Pool(PROCESSES) as pool:
        results = pool.starmap(look_up, tasks)
    wrong = [fault for _, _, faults in results for fault in faults]
    sys.stdout.write(
        f"{sum(quotes for quotes, _, _ in results):,} quotes and "
        f"{sum(highlights for _, highlights, _ in results):,} highlights looked up, "
        f"{len(wrong):,} wrong\n"
    )
    sys.stdout.writelines(f"{fault}\n" for fault in wrong[:20])
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()

"""Whether claims, chatter and questions are each taken for what they are.

    python tests/benchmarks/kinds.py ARCHIVE [--questions QUESTIONS.jsonl …] [--differences]

Asks the sentences of tests/data/kinds.jsonl, and tells of other questions how many are taken for
something else. `--differences` prints every difference that is shown, to be read.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console

from corpus.archive.archive import Archive
from retrieval.answer import Answer, Strength
from retrieval.answering import Answerer
from retrieval.index.index import Index
from retrieval.question.kinds import Kind
from retrieval.question.understand import understand

OWN = Path(__file__).parents[1] / "data" / "kinds.jsonl"
SHOWN = 10  # questions taken for something else
ENGINE = "tantivy"


def texts(file: Path, kind: Kind | None = None) -> list[str]:
    read = [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]
    return [one.get("text") or one["question"] for one in read if kind in (None, one.get("kind"))]


def asked(answerer: Answerer, kind: Kind, now: datetime) -> list[Answer]:
    return [answerer.ask(text, asked_at=now) for text in texts(OWN, kind)]


def told(answers: dict[Kind, list[Answer]]) -> Iterator[str]:
    """A line a measure."""
    claims, chatter, questions = (
        answers[kind] for kind in (Kind.CLAIM, Kind.CHATTER, Kind.QUESTION)
    )
    plain = sum(answer.strength is Strength.STRONG for answer in claims)
    yield f"claims shown as plain answers: {plain} of {len(claims)}"
    yield f"claims with passages: {sum(bool(answer.quotes) for answer in claims)}"
    answered = sum(bool(answer.quotes) for answer in chatter)
    yield f"chatter answered: {answered} of {len(chatter)}"
    kinds = Counter(answer.question.kind for answer in questions)
    yield f"questions lost as chatter: {kinds[Kind.CHATTER]} of {len(questions)}"
    yield f"questions taken for claims: {kinds[Kind.CLAIM]} of {len(questions)}"


def misread(file: Path, now: datetime) -> Iterator[str]:
    """How many questions of a file are taken for something else, and the first of them."""
    all_of_them = texts(file)
    kinds = {text: understand(text, now).kind for text in all_of_them}
    wrong = {text: kind for text, kind in kinds.items() if kind is not Kind.QUESTION}
    yield f"{file.name}: {len(wrong)} of {len(all_of_them)} taken for something else"
    yield from (f"  {kind}: {text}" for text, kind in list(wrong.items())[:SHOWN])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("archive", type=Path)
    parser.add_argument("--questions", type=Path, nargs="*", default=(), help="JSON Lines")
    parser.add_argument("--differences", action="store_true")
    wanted = parser.parse_args()
    out, now = Console(soft_wrap=True, highlight=False, markup=False), datetime.now(UTC)
    with Archive(wanted.archive) as archive:
        index = Index(archive, ENGINE)
        answerer = Answerer(archive, index)
        answers = {kind: asked(answerer, kind, now) for kind in Kind}
        index.close()
    for line in told(answers):
        out.print(line)
    for file in wanted.questions:
        for line in misread(file, now):
            out.print(line)
    for answer in answers[Kind.CLAIM] if wanted.differences else ():
        for quote in answer.quotes:
            for one in quote.differences:
                out.print(f"{answer.question.text} | {one.said} → {one.printed} | {quote.text}")


if __name__ == "__main__":
    main()

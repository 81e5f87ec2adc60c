"""Do labels tell what an archive answers from what it cannot: archives of every second topic.

    python tests/benchmarks/halves.py ARTICLES.jsonl JUDGED.jsonl

The articles' titles are their topics. Two archives are made, each with every second topic, and
both are asked all questions: those about the other topics have no answer there. Prints for either
half the areas under the ROC curve of "answerable or not", by label and by confidence, the share of
unanswerable questions answered as `strong`, and of answerable ones, which are to be kept.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random

import msgspec

from corpus.archive.archive import Archive
from corpus.files import read_files
from corpus.readers import Defaults, Finished
from retrieval.answering import Answerer
from retrieval.evaluation.asking import Asking, ask_all
from retrieval.evaluation.judged import Judged, read_judged
from retrieval.evaluation.measures import Measures, measure
from retrieval.index.index import Index

SEED = 20210127
READER = Asking(limit=3)
SHOWN = {
    "auc_labels": "area by label",
    "auc_confidence": "area by confidence",
    "unanswerable_strong": "false strong",
    "answerable_strong": "kept",
}


@contextmanager
def archive_of_lines(lines: Sequence[str]) -> Iterator[tuple[Archive, Answerer]]:
    """An archive of articles, one a line of JSON, for as long as it is needed."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "articles.jsonl")
        file.write_text("".join(f"{line}\n" for line in lines), "utf-8")
        read = read_files([file], Defaults())
        with Archive(Path(folder), create=True) as archive:
            with archive.writing():
                archive.add([item.article for item in read if isinstance(item, Finished)])
            index = Index(archive, "tantivy")
            yield archive, Answerer(archive, index)
            index.close()


def lines_by_topic(articles: Path) -> dict[str, list[str]]:
    topics: dict[str, list[str]] = {}
    for line in articles.read_text("utf-8").splitlines():
        topics.setdefault(json.loads(line)["title"], []).append(line)
    return topics


def halves(articles: Path, judged: Sequence[Judged], most: int | None = None) -> list[Measures]:
    """Of either half; `most` questions of each, chosen at random."""
    topics = list(lines_by_topic(articles).values())
    measured = []
    for first in (0, 1):
        lines = [line for topic in topics[first::2] for line in topic]
        ids = {json.loads(line)["id"] for line in lines}
        asked = [
            msgspec.structs.replace(question, answerable=not ids.isdisjoint(question.articles))
            for question in judged
        ]
        chosen = asked if most is None else Random(SEED).sample(asked, min(most, len(asked)))
        with archive_of_lines(lines) as (archive, answerer):
            measured.append(measure(list(ask_all(answerer, archive, chosen, READER))))
    return measured


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("articles", type=Path)
    parser.add_argument("judged", type=Path)
    parser.add_argument("--most", type=int, help="questions of a half; all where it is not given")
    wanted = parser.parse_args()
    for number, measures in enumerate(
        halves(wanted.articles, read_judged(wanted.judged), wanted.most), 1
    ):
        shown = ", ".join(f"{label} {measures.values[name]:.3f}" for name, label in SHOWN.items())
        sys.stdout.write(f"half {number}, {measures.questions:,} questions: {shown}\n")


if __name__ == "__main__":
    main()

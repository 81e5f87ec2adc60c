"""How good the answers are, on all sets of judged questions that are given, as one table.

    python tests/benchmarks/quality.py --news ARCHIVE --natural DEV.jsonl --quiz JUDGED.jsonl
        --squad ARTICLES.jsonl JUDGED.jsonl --said CLAIMS.jsonl --most 1000

`--natural`: questions judged by patterns; `--quiz`: by articles and answers, each with the day on
which it was asked; both of the archive named by `--news`. `--squad` makes archives of its own.
`--said`: messages, each with a `kind` such as `claim` or `chatter`, to count how they are taken.
What is not given has no rows. `--most` bounds the questions of SQuAD.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[2]))

from corpus.archive.archive import Archive
from retrieval.answering import Answerer
from retrieval.evaluation.asking import Asking, ask_all
from retrieval.evaluation.judged import Judged, read_judged
from retrieval.evaluation.measures import Measures, measure
from retrieval.evaluation.outcomes import Outcome
from retrieval.index.index import Index
from tests.benchmarks.halves import SEED, archive_of_lines, halves

EARLY = 45  # days before its event
Row = tuple[str, str]


def rows_of_natural(outcomes: Sequence[Outcome]) -> Iterator[Row]:
    measures = measure(outcomes)
    asked = f"{measures.questions:,} natural questions"
    yield f"{asked}: precision of strong", shown(measures, "strong_precision")
    yield "same: coverage / right in the first three", shown(measures, "strong_coverage", "right@3")
    yield "same: right first", shown(measures, "right@1")
    yield "same: strong on the unanswerable", shown(measures, "unanswerable_strong")


def rows_of_quiz(outcomes: Sequence[Outcome]) -> Iterator[Row]:
    measures = measure(outcomes)
    yield (
        f"news quiz, {measures.questions:,}: answer in first quote / three",
        shown(measures, "answer_in_quote@1", "answer_in_quote@3"),
    )
    yield (
        "same: numbers in one form",
        shown(measures, "answer_with_numbers@1", "answer_with_numbers@3"),
    )
    yield (
        "same: quote or headline",
        shown(measures, "quote_or_headline@1", "quote_or_headline@3"),
    )
    yield "same: story@1 / @5", shown(measures, "story@1", "story@5")
    yield "same: article@1 / @5", shown(measures, "article@1", "article@5")


def rows_of_squad(articles: Path, judged: Sequence[Judged], most: int | None) -> Iterator[Row]:
    chosen = judged if most is None else Random(SEED).sample(judged, min(most, len(judged)))
    with archive_of_lines(articles.read_text("utf-8").splitlines()) as (archive, answerer):
        measures = measure(list(ask_all(answerer, archive, chosen, Asking())))
    yield (
        f"SQuAD, {measures.questions:,}: article@1 / @5",
        shown(measures, "article@1", "article@5"),
    )
    yield "same: answer @1 / @3", shown(measures, "answer_in_quote@1", "answer_in_quote@3")
    names = ("auc_labels", "unanswerable_strong", "answerable_strong")
    for half, number in zip(halves(articles, judged, most), ("one", "other"), strict=True):
        yield f"{number} half of SQuAD: area by labels, false strong, kept", shown(half, *names)


def rows_of_said(outcomes: Sequence[Outcome]) -> Iterator[Row]:
    for kind in sorted({outcome.judged.kind for outcome in outcomes}):
        of_kind = [outcome for outcome in outcomes if outcome.judged.kind == kind]
        strong = sum(outcome.is_strong for outcome in of_kind)
        quoted = sum(outcome.quotes > 0 for outcome in of_kind)
        yield (
            f"{len(of_kind):,} of kind {kind or 'unknown'}: plain answers / any quotes",
            f"{strong:,} / {quoted:,}",
        )


def shown(measures: Measures, *names: str) -> str:
    values = (measures.values[name] for name in names)
    return " / ".join("-" if value is None else f"{value:.3f}" for value in values)


def rows_of_news(wanted: argparse.Namespace) -> Iterator[Row]:
    with Archive(wanted.news) as archive:
        index = Index(archive, "tantivy")
        answerer = Answerer(archive, index)

        def came(judged: Path, asking: Asking) -> list[Outcome]:
            return list(ask_all(answerer, archive, read_judged(judged), asking))

        if wanted.natural:
            yield from rows_of_natural(came(wanted.natural, Asking()))
        if wanted.quiz:
            yield from rows_of_quiz(came(wanted.quiz, Asking()))
            early = measure(came(wanted.quiz, Asking(before=EARLY)))
            yield (
                f"same, asked {EARLY} days before, {early.questions:,} not answered then: strong",
                shown(early, "unanswerable_strong"),
            )
        if wanted.said:
            yield from rows_of_said(came(wanted.said, Asking(limit=3)))
        index.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--news", type=Path, metavar="ARCHIVE")
    for name in ("--natural", "--quiz", "--said"):
        parser.add_argument(name, type=Path, metavar="FILE")
    parser.add_argument("--squad", type=Path, nargs=2, metavar=("ARTICLES", "JUDGED"))
    parser.add_argument("--most", type=int)
    wanted = parser.parse_args()
    if not wanted.news and (wanted.natural or wanted.quiz or wanted.said):
        parser.error("--natural, --quiz and --said need --news ARCHIVE")
    sys.stdout.write("| measured | |\n|---|---|\n")
    if wanted.news:
        for row in rows_of_news(wanted):
            sys.stdout.write(f"| {' | '.join(row)} |\n")
    if wanted.squad:
        articles, judged = wanted.squad
        for row in rows_of_squad(articles, read_judged(judged), wanted.most):
            sys.stdout.write(f"| {' | '.join(row)} |\n")


if __name__ == "__main__":
    main()

r"""Learn the numbers behind `strong` and `none`, and show where to draw the line for `strong`.

    python tests/benchmarks/learn_confidence.py NEWS NATURAL.jsonl QUIZ.jsonl \
        ARTICLES.jsonl JUDGED.jsonl

NEWS is an archive, NATURAL are judged questions over it as people type them, QUIZ questions with
dates, which are asked then and, where nothing can answer them yet, `BEFORE` days earlier. The
titles of ARTICLES are their topics, and JUDGED are questions about them: archives of some topics
are made, of several sizes, for the number has to mean the same in small ones; each is asked about
its own topics and as often about others, to which it has no answer. A logistic regression on
`confidence.Signs`, right where the first quote answers; every kind of question counts by its
`WORTH`, however many there are of it. Relevance is another, on `strength.held` of the same first
passages, whether the archive was asked about its own topics. Prints the weights; and for each kind,
at each threshold, how many questions are above it, how many of these are right, and the share of
the unanswerable among the unanswerable. A question is judged by weights that saw neither it nor
its topic.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from corpus.archive.archive import Archive
from corpus.article import place_of
from corpus.files import read_files
from corpus.readers import Defaults, Finished
from retrieval.answering import Answerer
from retrieval.evaluation.judged import Judged, read_judged
from retrieval.index.index import Index
from retrieval.question.kinds.kind import Kind
from retrieval.question.question import Question, Scope
from retrieval.strength.confidence import Confidence, Signs
from retrieval.strength.relevance import held
from retrieval.text.languages.table import code_of
from tests.benchmarks.known_questions import answers, asked_at, read_known

SEED = 20210127
FOLDS = 4
MOST = 800  # questions of a quiz, of topics and size
BEFORE = 45  # days
SIZES = {"half": (24, 1), "three": (3, 5), "one": (1, 8)}  # topics an archive, and archives
WORTH = {"natural": 1.0, "quiz": 0.5, "before": 0.5, "half": 0.5, "three": 0.25, "one": 0.25}
STEPS, STEP, PENALTY = 4000, 0.5, 0.002
THRESHOLDS = (0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7)

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Examples:
    """Of the first quotes: `Signs` and what `relevance` goes by, (questions, numbers) each.

    right, answerable: (questions,) 0 or 1; fold: (questions,).
    """

    signs: Array
    held: Array
    right: Array
    answerable: Array
    fold: Array

    def of(self, chosen: NDArray[np.bool_]) -> "Examples":
        parts = (self.signs, self.held, self.right, self.answerable, self.fold)
        return Examples(*(part[chosen] for part in parts))


Row = tuple[Signs, tuple[float, ...], bool, bool, int]


def gathered(rows: Iterable[Row]) -> Examples:
    return Examples(*(np.array(part, float) for part in zip(*rows, strict=True)))


class Asked:
    """An archive that is asked for signs."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._index = Index(archive, "tantivy")
        self._answerer = Answerer(archive, self._index)

    def close(self) -> None:
        self._index.close()

    def understood(self, judged: Judged, days_before: int = 0) -> Question:
        at = asked_at(judged) - timedelta(days_before)
        scope = Scope(until=at.date()) if days_before else None
        return self._answerer.understand(judged.question, at, scope)

    def example(
        self, judged: Judged, question: Question
    ) -> tuple[Signs, tuple[float, ...], bool] | None:
        """The first quote's numbers, and whether it answers; None where nothing is found."""
        best = self._answerer.candidates(question)
        for one in best.ranked[:1]:
            seq, position = place_of(one.number)
            article = self._archive.version(seq)
            assert article is not None and one.part is not None
            text = article.paragraphs[position][one.part.start : one.part.end]
            confidence = Confidence(best.evidences, best.ranked)
            signs = confidence.signs(one, code_of(article.language))
            return signs, held(one.features), answers(judged, article.day, text)
        return None


def examples_of(archive: Archive, questions: Sequence[Judged], days_before: int = 0) -> Examples:
    """Of what can be `strong` at all: neither claims nor what asks for yes or no."""
    asked = Asked(archive)
    rows = []
    for judged in questions:
        question = asked.understood(judged, days_before)
        if question.kind is Kind.QUESTION and not question.is_yes_or_no:
            found = asked.example(judged, question)
            if found:
                fold = crc32(judged.question.encode()) % FOLDS
                rows.append((*found, judged.answerable and not days_before, fold))
    asked.close()
    return gathered(rows)


def some_of(questions: Sequence[Judged]) -> list[Judged]:
    order = np.random.default_rng(SEED).permutation(len(questions))[:MOST]
    return [questions[place] for place in order]


@dataclass(frozen=True, slots=True)
class Topic:
    """JSON lines of its articles, and the questions that they answer."""

    lines: list[str]
    questions: list[Judged]


def topics_of(articles: Path, judged: Path) -> list[Topic]:
    topics: dict[str, Topic] = {}
    topic_of = {}
    for line in articles.read_text("utf-8").splitlines():
        article = json.loads(line)
        topic_of[article["id"]] = article["title"]
        topics.setdefault(article["title"], Topic([], [])).lines.append(line)
    for question in read_judged(judged):
        topics[topic_of[question.articles[0]]].questions.append(question)
    return list(topics.values())


def by_size(topics: list[Topic], others: list[Topic], fold: int) -> dict[str, Examples]:
    """Archives of some of the topics, asked about these and about the others."""
    random = np.random.default_rng(SEED)
    found = {}
    for size, (count, archives) in SIZES.items():
        rows: list[Row] = []
        for _ in range(archives):
            inside = [topics[place] for place in random.permutation(len(topics))[:count]]
            rows += _in_and_out(inside, others, MOST // archives // 2, fold)
        found[size] = gathered(rows)
    return found


def _in_and_out(
    inside: Sequence[Topic], outside: Sequence[Topic], most: int, fold: int
) -> Iterator[Row]:
    random = np.random.default_rng(SEED)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "articles.jsonl")
        file.write_text("".join(f"{line}\n" for topic in inside for line in topic.lines), "utf-8")
        read = read_files([file], Defaults())
        with Archive(Path(folder), create=True) as archive:
            with archive.writing():
                archive.add([item.article for item in read if isinstance(item, Finished)])
            asked = Asked(archive)
            for topics, is_in in ((inside, True), (outside, False)):
                questions = [question for topic in topics for question in topic.questions]
                for place in random.permutation(len(questions))[:most]:
                    judged = questions[place]
                    found = asked.example(judged, asked.understood(judged))
                    if found:
                        signs, shares, is_right = found
                        yield signs, shares, is_right and is_in, is_in, fold
            asked.close()


def learn(kinds: dict[str, Examples]) -> Array:
    """(signs + 1,) weights of confidence, the last one constant."""
    return regression(
        np.concatenate([kind.signs for kind in kinds.values()]),
        np.concatenate([kind.right for kind in kinds.values()]),
        worths(kinds),
    )


def learn_relevance(kinds: dict[str, Examples]) -> Array:
    """(held + 1,) weights of relevance, the last one constant."""
    return regression(
        np.concatenate([kind.held for kind in kinds.values()]),
        np.concatenate([kind.answerable for kind in kinds.values()]),
        worths(kinds),
    )


def worths(kinds: dict[str, Examples]) -> Array:
    """(questions,) how much each counts."""
    return np.concatenate(
        [np.full(len(kind.right), WORTH[name] / len(kind.right)) for name, kind in kinds.items()]
    )


def regression(signs: Array, right: Array, counts: Array) -> Array:
    """(signs + 1,) weights, the last one constant."""
    counts = counts / counts.sum()
    mean, spread = signs.mean(0), signs.std(0) + 1e-9
    scaled = np.c_[(signs - mean) / spread, np.ones(len(signs))]
    shrunk = np.append(np.ones(len(mean)), 0.0)
    weights = np.zeros(scaled.shape[1])
    for _ in range(STEPS):
        wrong = (right - 1 / (1 + np.exp(-scaled @ weights))) * counts
        weights += STEP * (scaled.T @ wrong - PENALTY * shrunk * weights)
    plain = weights[:-1] / spread
    return np.append(plain, weights[-1] - plain @ mean)


def chances(kind: Examples, weights: Array) -> Array:
    """(questions,) how probable each first quote answers."""
    sure: Array = 1 / (1 + np.exp(-(kind.signs @ weights[:-1] + weights[-1])))
    return sure


def report(name: str, kind: Examples, sure: Array) -> None:
    sys.stdout.write(f"{name}: {len(sure)} questions, {kind.right.mean():.3f} answered first\n")
    for threshold in THRESHOLDS:
        above = sure >= threshold
        shares = (
            kind.right[above].mean() if above.any() else np.nan,
            (kind.right * above).sum() / max(kind.answerable.sum(), 1),
            above[kind.answerable == 1].mean() if kind.answerable.any() else np.nan,
            above[kind.answerable == 0].mean() if (kind.answerable == 0).any() else np.nan,
        )
        sys.stdout.write(
            f"  >= {threshold}: precision {shares[0]:.3f}, coverage {shares[1]:.3f}; "
            f"{shares[2]:.3f} of the answerable, {shares[3]:.3f} of the others\n"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    for name in ("news", "natural", "quiz", "articles", "judged"):
        parser.add_argument(name, type=Path)
    wanted = parser.parse_args()
    with Archive(wanted.news) as archive:
        quiz = some_of(read_known(wanted.quiz))
        kinds = {
            "natural": examples_of(archive, read_known(wanted.natural)),
            "quiz": examples_of(archive, quiz),
            "before": examples_of(archive, quiz, BEFORE),
        }
    topics = topics_of(wanted.articles, wanted.judged)
    halves = [by_size(topics[start::2], topics[1 - start :: 2], start) for start in (0, 1)]
    for name, weight in zip((*Signs._fields, "CONSTANT"), learn(kinds | halves[0]), strict=True):
        sys.stdout.write(f"    {name}={weight:.2f},\n")
    named = ", ".join(f"{weight:.2f}" for weight in learn_relevance(halves[0]))
    sys.stdout.write(f"RELEVANCE = ({named})\n")
    for name, kind in kinds.items():
        sure = np.zeros(len(kind.right))
        for fold in range(FOLDS):
            seen = {other: one.of(one.fold != fold) for other, one in kinds.items()} | halves[0]
            sure[kind.fold == fold] = chances(kind.of(kind.fold == fold), learn(seen))
        report(name, kind, sure)
    weights = learn(kinds | halves[0])
    for name, kind in halves[1].items():
        report(f"other topics, {name}", kind, chances(kind, weights))


if __name__ == "__main__":
    main()

"""Learn the weights of `retrieval/ranking/passages.py` from questions whose answers are known.

    python tests/benchmarks/learn_passages.py ARCHIVE QUESTIONS.jsonl [ARCHIVE QUESTIONS.jsonl …]

The questions are such as `known_questions.py` reads: with patterns or strings that answer, and
perhaps ids of articles. Maximises, every file alike, the logarithm of the share that a softmax over
a question's quotes gives to those with an answer, and `OF_ARTICLES` times the same for quotes of
the articles judged right, with a penalty on large weights. Prints the weights, and answer@1, @3,
article@1, @5 with four-fold cross-validation, by which no question is judged by weights that saw
it.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from corpus.archive.archive import Archive
from corpus.article import place_of
from retrieval.answering import Answerer
from retrieval.evaluation.asking import in_archive
from retrieval.evaluation.judged import Judged
from retrieval.index.index import Index
from retrieval.ranking.features import Features
from retrieval.ranking.passages import OF_PASSAGE, OF_QUOTE
from retrieval.ranking.quote_features import QuoteFeatures
from tests.benchmarks.known_questions import answers, asked_at, read_known, teaches

SEED = 20210127
FOLDS = 4
MOST = 1500  # questions of one file, chosen at random
OF_ARTICLES = 1.25
STEPS, STEP, PENALTY = 300, 0.05, 0.02
NARROW = 0.05  # a feature that varies less is not blown up to count like the others
NAMES = (*Features._fields, *QuoteFeatures._fields)
# Not BM25 of the passage, nor the nats of the question, which the shares say better; what no quote
# has that was compared; and what serves confidence alone.
KNOWN = np.array([name not in {"passage", "held", "behind", "headed", "lacks"} for name in NAMES])

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """One question's quotes.

    features: (quotes, features); has_answer, is_right: (quotes,) 0 or 1, by its words and by its
    article; article: (quotes,). `fold`: the part of the questions that it is of.
    """

    features: Array
    has_answer: Array
    is_right: Array
    article: NDArray[np.int64]
    fold: int
    teaches: bool


def examples_of(folder: Path, questions: Path) -> list[Example]:
    with Archive(folder) as archive:
        lines = [one for one in in_archive(read_known(questions), archive) if one.answerable]
        order = np.random.default_rng(SEED).permutation(len(lines))[:MOST]
        index = Index(archive, "tantivy")
        answerer = Answerer(archive, index)
        ids = {change.seq: change.id for change in archive.changes_since(0)}
        found = [_example(lines[place], answerer, archive, ids) for place in order]
        index.close()
    return found


def _example(line: Judged, answerer: Answerer, archive: Archive, ids: dict[int, str]) -> Example:
    ranked = answerer.candidates(answerer.understand(line.question, asked_at(line))).compared
    texts = archive.paragraphs({one.number for one in ranked})
    versions = {seq: archive.version(seq) for seq in {place_of(one.number)[0] for one in ranked}}
    rows, holds = [], []
    for one in ranked:
        assert one.part is not None and one.quoted is not None
        rows.append((*one.features, *one.quoted))
        article = versions[place_of(one.number)[0]]
        assert article is not None
        said = texts[one.number][one.part.start : one.part.end]
        holds.append(answers(line, article.day, said))
    articles = [place_of(one.number)[0] for one in ranked]
    return Example(
        features=np.array(rows, float).reshape(len(rows), len(NAMES)),
        has_answer=np.array(holds, float),
        is_right=np.array([ids[article] in line.articles for article in articles], float),
        article=np.array(articles, np.int64),
        fold=crc32(line.question.encode()) % FOLDS,
        teaches=teaches(line),
    )


@dataclass(frozen=True, slots=True)
class Aim:
    """What the weights are to reach: quotes of many questions, one behind the other.

    features: (quotes, features); right: (quotes,); starts, sizes: (questions,) of each one's
    quotes. `worth`: how much it counts beside the other aims.
    """

    features: Array
    right: Array
    starts: NDArray[np.int64]
    sizes: NDArray[np.int64]
    worth: float

    def slope(self, weights: Array) -> Array:
        """(features,) of the mean logarithm of the share that what is right has."""
        scores = self.features @ weights
        scores -= np.repeat(np.maximum.reduceat(scores, self.starts), self.sizes)
        share = self._shares(np.exp(scores))
        slope: Array = self.features.T @ (self._shares(share * self.right) - share)
        return slope * (self.worth / len(self.sizes))

    def _shares(self, values: Array) -> Array:
        shares: Array = values / np.repeat(np.add.reduceat(values, self.starts), self.sizes)
        return shares


def learn(files: Sequence[Sequence[Example]]) -> Array:
    """(features,) weights; those not `KNOWN` are 0."""
    every = np.concatenate([example.features for file in files for example in file])
    spread = np.maximum(every.std(0), NARROW)
    aims = [aim for file in files for aim in _aims(file, spread)]
    weights, mean, square = (np.zeros(len(NAMES)) for _ in range(3))
    for step in range(1, STEPS + 1):
        slope = sum((aim.slope(weights) for aim in aims), -PENALTY * weights)
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope**2
        corrected = np.sqrt(square / (1 - 0.99**step)) + 1e-6
        weights = weights + STEP * mean / (1 - 0.9**step) / corrected * KNOWN
    learned: Array = weights / spread
    return learned


def _aims(file: Sequence[Example], spread: Array) -> Iterator[Aim]:
    answers = [(one.features, one.has_answer) for one in file if one.teaches]
    articles = [(one.features, one.is_right) for one in file]
    for worth, examples in ((1.0, answers), (OF_ARTICLES, articles)):
        usable = [one for one in examples if one[1].any() and not one[1].all()]
        if usable:
            sizes = np.array([len(right) for _, right in usable])
            yield Aim(
                features=np.concatenate([features for features, _ in usable]) / spread,
                right=np.concatenate([right for _, right in usable]),
                starts=np.cumsum(sizes) - sizes,
                sizes=sizes,
                worth=worth,
            )


def found_at(examples: Sequence[Example], weights: Array) -> Array:
    """Counts of questions with answer@1, answer@3, article@1, article@5."""
    hits = np.zeros(4)
    for example in examples:
        order = np.argsort(-(example.features @ weights), kind="stable")
        _, first = np.unique(example.article[order], return_index=True)
        best = order[np.sort(first)]
        hits += [example.has_answer[best[:k]].any() for k in (1, 3)] + [
            example.is_right[best[:k]].any() for k in (1, 5)
        ]
    return hits


def cross_validated(files: Sequence[Sequence[Example]]) -> list[Array]:
    """`found_at` for each file, as shares of all its questions."""
    totals = [np.zeros(4) for _ in files]
    for fold in range(FOLDS):
        weights = learn([[one for one in file if one.fold != fold] for file in files])
        for place, file in enumerate(files):
            totals[place] += found_at([one for one in file if one.fold == fold], weights)
    return [total / len(file) for total, file in zip(totals, files, strict=True)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("pairs", type=Path, nargs="+", metavar="ARCHIVE QUESTIONS.jsonl")
    pairs = parser.parse_args().pairs
    files = [examples_of(*pair) for pair in zip(pairs[::2], pairs[1::2], strict=True)]
    weights = learn(files)
    for place, name in enumerate(NAMES):
        if place in {0, len(Features._fields)}:
            sys.stdout.write("OF_QUOTE\n" if place else "OF_PASSAGE\n")
        if KNOWN[place]:
            sys.stdout.write(f"    {name}={weights[place]:.2f},\n")
    stands = np.array((*OF_PASSAGE, *OF_QUOTE))
    rows = {
        "as it stands": [found_at(file, stands) / len(file) for file in files],
        "cross-validated": cross_validated(files),
    }
    for label, shares in rows.items():
        for pair, one in zip(pairs[1::2], shares, strict=True):
            sys.stdout.write(f"{label:16} {pair.stem:16} {'/'.join(f'{x:.3f}' for x in one)}\n")


if __name__ == "__main__":
    main()

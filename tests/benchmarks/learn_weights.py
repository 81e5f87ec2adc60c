"""Learn the weights of `retrieval/ranking.py` from judged questions, and say what each is worth.

    python tests/benchmarks/learn_weights.py ARCHIVE JUDGED.jsonl [ARCHIVE JUDGED.jsonl …]

Maximises, over all pairs of archive and questions alike, the logarithm of the share that a softmax
over the candidates gives to the passages of the articles judged right (ListNet's top-one
probability: Cao et al., Learning to rank, 2007), with a penalty on large weights, by Adam with a
fixed number of steps. Prints the weights; article@1 and @5 with four-fold cross-validation
(questions shuffled with a fixed seed); and the same without each feature.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.archive import Archive
from corpus.rows import place_of
from retrieval.answering import Answerer
from retrieval.evaluation import read_judged
from retrieval.index import Index
from retrieval.question import understand
from retrieval.ranking import WEIGHTS, Features

SEED = 20210127
FOLDS = 4
MOST = 1500  # questions of one set, chosen at random
STEPS, STEP, PENALTY, SHARPNESS = 120, 0.05, 0.02, 8.0
AT = (1, 5)

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """features: (passages, features); right: (passages,) 0 or 1; article: (passages,)."""

    features: Array
    right: Array
    article: NDArray[np.int64]


def examples_of(folder: Path, judged_file: Path) -> list[Example]:
    judged = [question for question in read_judged(judged_file) if question.articles]
    order = np.random.default_rng(SEED).permutation(len(judged))[:MOST]
    examples = []
    with Archive(folder) as archive:
        index = Index(archive, "tantivy")
        answerer = Answerer(archive, index)
        ids = {change.seq: change.id for change in archive.changes_since(0)}
        for place in order:
            one = judged[place]
            asked_at = datetime.fromisoformat(one.asked_at) if one.asked_at else datetime.now(UTC)
            ranked = answerer.candidates(understand(one.question, asked_at)).ranked
            articles = [place_of(passage.number)[0] for passage in ranked]
            right = [float(ids[article] in one.articles) for article in articles]
            features = [passage.features for passage in ranked] or np.zeros((0, len(WEIGHTS)))
            examples.append(
                Example(np.array(features, float), np.array(right), np.array(articles, np.int64))
            )
        index.close()
    return examples


def learn(sets: Sequence[Sequence[Example]], mask: Array) -> Array:
    """(features,) weights; those masked with 0 stay 0."""
    weights = np.array(WEIGHTS) * mask
    mean, spread = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        slope = -PENALTY * SHARPNESS * weights
        for examples in sets:
            usable = [example for example in examples if example.right.any()]
            for example in usable:
                slope += _slope(example, weights) / len(usable)
        mean = 0.9 * mean + 0.1 * slope
        spread = 0.99 * spread + 0.01 * slope**2
        corrected = np.sqrt(spread / (1 - 0.99**step)) + 1e-6
        weights = weights + STEP * mean / (1 - 0.9**step) / corrected * mask
    return weights


def _slope(example: Example, weights: Array) -> Array:
    scores = SHARPNESS * (example.features @ weights)
    share = np.exp(scores - scores.max())
    share /= share.sum()
    wanted = share * example.right
    slope: Array = SHARPNESS * (example.features.T @ (wanted / wanted.sum() - share))
    return slope


def found_at(examples: Sequence[Example], weights: Array) -> Array:
    """(len(AT),) shares of questions with a right article among the first k."""
    hits = np.zeros(len(AT))
    for example in examples:
        order = np.argsort(-(example.features @ weights), kind="stable")
        _, first = np.unique(example.article[order], return_index=True)
        best = order[np.sort(first)]
        hits += [example.right[best[:k]].any() for k in AT]
    return hits / max(len(examples), 1)


def cross_validated(sets: Sequence[Sequence[Example]], mask: Array) -> list[Array]:
    """`found_at` for each set, every question judged by weights that never saw it."""
    totals = [np.zeros(len(AT)) for _ in sets]
    for fold in range(FOLDS):
        kept = [[e for i, e in enumerate(part) if i % FOLDS != fold] for part in sets]
        weights = learn(kept, mask)
        for place, part in enumerate(sets):
            unseen = part[fold::FOLDS]
            totals[place] += found_at(unseen, weights) * len(unseen) / len(part)
    return totals


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("pairs", type=Path, nargs="+", metavar="ARCHIVE JUDGED.jsonl")
    parser.add_argument("--each", action="store_true", help="also without each feature in turn")
    wanted = parser.parse_args()
    pairs = list(zip(wanted.pairs[::2], wanted.pairs[1::2], strict=True))
    sets = [examples_of(*pair) for pair in pairs]
    everything = np.ones(len(WEIGHTS))
    learned = learn(sets, everything)
    for name, weight in zip(Features._fields, learned, strict=True):
        sys.stdout.write(f"    {name}={weight:.2f},\n")
    masks = {"as it stands": np.array(WEIGHTS)}
    for label, weights in masks.items():
        shown = "  ".join(_shown(found_at(part, weights)) for part in sets)
        sys.stdout.write(f"{label:24} {shown}\n")
    sys.stdout.write(f"{'learned, cross-validated':24} ")
    sys.stdout.write("  ".join(map(_shown, cross_validated(sets, everything))) + "\n")
    for place, name in enumerate(Features._fields if wanted.each else ()):
        mask = everything.copy()
        mask[place] = 0
        shown = "  ".join(map(_shown, cross_validated(sets, mask)))
        sys.stdout.write(f"without {name:16} {shown}\n")


def _shown(shares: Array) -> str:
    return "/".join(f"{share:.3f}" for share in shares)


if __name__ == "__main__":
    main()

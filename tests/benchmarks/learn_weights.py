"""Learn the weights of `retrieval/ranking/stages.py` from judged questions; say what each is worth.

    python tests/benchmarks/learn_weights.py ARCHIVE JUDGED.jsonl [ARCHIVE JUDGED.jsonl …]

First the weights of the first stage, which knows no texts, from all that the engine finds; then
those of the second, from what the first lets through. Maximises, over all pairs of archive and
questions alike, the logarithm of the share that a softmax over the candidates gives to the
passages of the articles judged right (ListNet's top-one probability: Cao et al., Learning to rank,
2007), with a penalty on large weights, by Adam with a fixed number of steps. Prints both; article@1
and @5 with four-fold cross-validation (questions shuffled with a fixed seed); and with `--each` the
same without each feature.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.archive.archive import Archive
from corpus.article import place_of
from retrieval.answering import Answerer
from retrieval.evaluation.judged import read_judged
from retrieval.index.index import Index
from retrieval.question.understand import understand
from retrieval.ranking.features import Features
from retrieval.ranking.stages import FIRST_STAGE, OF_ONE, READ, SECOND_STAGE

SEED = 20210127
FOLDS = 4
MOST = 800  # questions of one set, chosen at random
STEPS, STEP, PENALTY, SHARPNESS = 120, 0.05, 0.02, 8.0
AT = (1, 5)
ALL = 1000  # more passages than the engine finds
# What the engine and the calendar tell; and all but the passage's own score, which the shares of
# the question's information in it say better.
KNOWN_FIRST = np.array([weight != 0 for weight in FIRST_STAGE], float)
KNOWN_SECOND = np.array([name not in {"passage", "held"} for name in Features._fields], float)

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
            ranked = answerer.candidates(understand(one.question, asked_at), limit=ALL).ranked
            articles = [place_of(passage.number)[0] for passage in ranked]
            right = [float(ids[article] in one.articles) for article in articles]
            features = [passage.features for passage in ranked] or np.zeros((0, len(SECOND_STAGE)))
            examples.append(
                Example(np.array(features, float), np.array(right), np.array(articles, np.int64))
            )
        index.close()
    return examples


def learn(sets: Sequence[Sequence[Example]], mask: Array) -> Array:
    """(features,) weights; those masked with 0 stay 0."""
    weights = np.array(SECOND_STAGE) * mask
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


def let_through(examples: Sequence[Example], weights: Array) -> list[Example]:
    """What the first stage leaves of each question's passages."""
    kept = []
    for example in examples:
        order = np.argsort(-(example.features @ weights), kind="stable")
        taken: Counter[int] = Counter()
        best: list[int] = []
        spare: list[int] = []
        for place in order:
            article = int(example.article[place])
            taken[article] += 1
            (best if taken[article] <= OF_ONE else spare).append(int(place))
        read = (best + spare)[:READ]
        kept.append(Example(example.features[read], example.right[read], example.article[read]))
    return kept


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
    found = [examples_of(*pair) for pair in pairs]
    first = learn(found, KNOWN_FIRST)
    _print_weights("FIRST_STAGE", first)
    sets = [let_through(part, first) for part in found]
    _print_weights("SECOND_STAGE", learn(sets, KNOWN_SECOND))
    rows = {
        "there is at best": [np.full(len(AT), _reachable(part)) for part in sets],
        "first stage": [found_at(part, first) for part in found],
        "second, as it stands": [found_at(part, np.array(SECOND_STAGE)) for part in sets],
        "second, cross-validated": cross_validated(sets, KNOWN_SECOND),
    }
    for place, name in enumerate(Features._fields if wanted.each else ()):
        mask = KNOWN_SECOND.copy()
        mask[place] = 0
        if KNOWN_SECOND[place]:
            rows[f"without {name}"] = cross_validated(sets, mask)
    for label, shares in rows.items():
        sys.stdout.write(f"{label:24} {'  '.join(map(_shown, shares))}\n")


def _print_weights(name: str, weights: Array) -> None:
    sys.stdout.write(f"{name}\n")
    for field, weight in zip(Features._fields, weights, strict=True):
        if weight:
            sys.stdout.write(f"    {field}={weight:.2f},\n")


def _reachable(examples: Sequence[Example]) -> float:
    return float(np.mean([example.right.any() for example in examples]))


def _shown(shares: Array) -> str:
    return "/".join(f"{share:.3f}" for share in shares)


if __name__ == "__main__":
    main()

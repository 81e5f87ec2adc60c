"""Learn the number behind `strong`, `weak` and `none`, and where to draw the lines.

    python tests/benchmarks/learn_confidence.py ARCHIVE JUDGED.jsonl [--check ARCHIVE JUDGED.jsonl]

A question is answerable when an article that answers it is in the archive, so an archive of half
the articles that a set of questions is about gives as many of either kind. A logistic regression
on the best passage's features (`FEATURES`), trained on a random half of the questions; what is
printed is measured on the other half: the area under the ROC curve, and for each threshold the
shares of unanswerable and of answerable questions above it. `--check`: another set, never trained
on.
"""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.archive import Archive
from retrieval.answering import Answerer
from retrieval.evaluation import read_judged
from retrieval.index import Index
from retrieval.question import understand

SEED = 20210127
MOST = 4000
FEATURES = ("coverage", "passage")
STEPS, STEP, PENALTY = 4000, 0.5, 0.001
THRESHOLDS = (0.01, 0.02, 0.05, 0.1, 0.5, 0.6, 0.7, 0.8)

Array = NDArray[np.float64]


def examples_of(folder: Path, judged_file: Path) -> tuple[Array, Array]:
    """(questions, features) of the best passage, 0 where there is none; (questions,) 1 or 0."""
    judged = read_judged(judged_file)
    order = np.random.default_rng(SEED).permutation(len(judged))[:MOST]
    rows, answerable = [], []
    with Archive(folder) as archive:
        index = Index(archive, "tantivy")
        answerer = Answerer(archive, index)
        held = {change.id for change in archive.changes_since(0)}
        for place in order:
            one = judged[place]
            asked_at = datetime.fromisoformat(one.asked_at) if one.asked_at else datetime.now(UTC)
            ranked = answerer.candidates(understand(one.question, asked_at)).ranked
            values = [getattr(ranked[0].features, name) if ranked else 0.0 for name in FEATURES]
            rows.append(values)
            answerable.append(float(one.answerable and not held.isdisjoint(one.articles)))
        index.close()
    return np.array(rows), np.array(answerable)


def learn(features: Array, answerable: Array) -> Array:
    """(features + 1,) coefficients, the last one constant."""
    mean, spread = features.mean(0), features.std(0) + 1e-9
    scaled = np.c_[(features - mean) / spread, np.ones(len(features))]
    weights = np.zeros(scaled.shape[1])
    for _ in range(STEPS):
        wrong = answerable - 1 / (1 + np.exp(-scaled @ weights))
        weights += STEP * (scaled.T @ wrong / len(wrong) - PENALTY * weights)
    plain = weights[:-1] / spread
    return np.append(plain, weights[-1] - plain @ mean)


def area(scores: Array, answerable: Array) -> float:
    """Under the ROC curve: how often an answerable question is above another, ties half."""
    above = scores[answerable == 1][:, None] - scores[answerable == 0][None, :]
    return float((above > 0).mean() + (above == 0).mean() / 2)


def report(label: str, features: Array, answerable: Array, weights: Array) -> None:
    chance = 1 / (1 + np.exp(-(features @ weights[:-1] + weights[-1])))
    sys.stdout.write(f"{label}: area {area(chance, answerable):.3f}\n")
    for threshold in THRESHOLDS:
        shares = [(chance[answerable == kind] >= threshold).mean() for kind in (0, 1)]
        sys.stdout.write(
            f"  >= {threshold}: {shares[0]:.3f} of the unanswerable, {shares[1]:.3f} of the rest\n"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("archive", type=Path)
    parser.add_argument("judged", type=Path)
    parser.add_argument("--check", type=Path, nargs=2, metavar=("ARCHIVE", "JUDGED.jsonl"))
    wanted = parser.parse_args()
    features, answerable = examples_of(wanted.archive, wanted.judged)
    half = len(features) // 2
    weights = learn(features[:half], answerable[:half])
    names = (*FEATURES, "constant")
    for name, weight in zip(names, weights, strict=True):
        sys.stdout.write(f"{name} {weight:+.2f}\n")
    report("held out", features[half:], answerable[half:], weights)
    if wanted.check:
        report("check", *examples_of(*wanted.check), weights)


if __name__ == "__main__":
    main()

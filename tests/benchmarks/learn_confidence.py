"""Learn the number behind `strong`, `weak` and `none`, and where to draw the lines.

    python tests/benchmarks/learn_confidence.py ARTICLES.jsonl JUDGED.jsonl

The articles' titles are their topics. Archives of some topics are made, of several sizes, for the
number has to mean the same in a small archive and in a large one; each is asked about its own
topics and as often about others, to which it has no answer. A logistic regression on
`strength.features_of_confidence`, in which every size counts alike. It is trained on archives of
one half of the topics and measured on archives of the other half: the area under the ROC curve,
and for each threshold the shares of unanswerable and of answerable questions above it.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.archive.archive import Archive
from corpus.files import read_files
from corpus.readers import Defaults, Finished
from retrieval.answering import Answerer
from retrieval.evaluation.judged import Judged, read_judged
from retrieval.index.index import Index
from retrieval.question.understand import understand
from retrieval.ranking.stages import one_an_article
from retrieval.ranking.strength import features_of_confidence

SEED = 20210127
SIZES = {"half": (24, 1), "three": (3, 8), "one": (1, 8)}  # topics an archive, and archives
MOST = 1000  # questions of either kind and size
STEPS, STEP, PENALTY = 4000, 0.5, 0.001
THRESHOLDS = (0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
FEATURES = ("coverage", "sentence", "verbatim", "held", "constant")

Array = NDArray[np.float64]


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


def examples_of(inside: Sequence[Topic], outside: Sequence[Topic], most: int) -> list[Array]:
    """(questions, features) of the best passage of an archive of `inside`: its own, others."""
    random = np.random.default_rng(SEED)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "articles.jsonl")
        file.write_text("".join(f"{line}\n" for topic in inside for line in topic.lines), "utf-8")
        read = read_files([file], Defaults())
        with Archive(Path(folder), create=True) as archive:
            with archive.writing():
                archive.add([item.article for item in read if isinstance(item, Finished)])
            index = Index(archive, "tantivy")
            answerer = Answerer(archive, index)
            examples = []
            for topics in (outside, inside):
                asked = [question for topic in topics for question in topic.questions]
                chosen = random.permutation(len(asked))[:most]
                rows = [features_of(answerer, asked[place].question) for place in chosen]
                examples.append(np.array(rows))
            index.close()
    return examples


def features_of(answerer: Answerer, question: str) -> list[float]:
    found = answerer.candidates(understand(question, datetime.now(UTC)))
    best = one_an_article(found.ranked)[:1]
    if not best:
        return [0.0] * (len(FEATURES) - 1)
    return list(features_of_confidence(best[0].features))


def examples_by_size(topics: list[Topic], others: list[Topic]) -> dict[str, list[Array]]:
    """[unanswerable, answerable] features by size of archive."""
    random = np.random.default_rng(SEED)
    found = {}
    for size, (count, archives) in SIZES.items():
        parts = []
        for _ in range(archives):
            inside = [topics[place] for place in random.permutation(len(topics))[:count]]
            parts.append(examples_of(inside, others, MOST // archives))
        found[size] = [np.concatenate([part[kind] for part in parts]) for kind in (0, 1)]
    return found


def learn(examples: dict[str, list[Array]]) -> Array:
    """(features + 1,) coefficients, the last one constant."""
    groups = [group for pair in examples.values() for group in pair]
    features = np.concatenate(groups)
    kinds = [kind for _ in examples for kind in (0.0, 1.0)]
    answerable = np.concatenate(
        [np.full(len(group), kind) for group, kind in zip(groups, kinds, strict=True)]
    )
    counts = np.concatenate([np.full(len(group), 1 / len(group)) for group in groups])
    counts /= counts.sum()
    mean, spread = features.mean(0), features.std(0) + 1e-9
    scaled = np.c_[(features - mean) / spread, np.ones(len(features))]
    weights = np.zeros(scaled.shape[1])
    for _ in range(STEPS):
        wrong = (answerable - 1 / (1 + np.exp(-scaled @ weights))) * counts
        weights += STEP * (scaled.T @ wrong - PENALTY * weights)
    plain = weights[:-1] / spread
    return np.append(plain, weights[-1] - plain @ mean)


def area(below: Array, above: Array) -> float:
    """Under the ROC curve: how often an answerable question is above another, ties half."""
    difference = above[:, None] - below[None, :]
    return float((difference > 0).mean() + (difference == 0).mean() / 2)


def report(label: str, pair: list[Array], weights: Array) -> None:
    chances = [1 / (1 + np.exp(-(kind @ weights[:-1] + weights[-1]))) for kind in pair]
    sys.stdout.write(f"{label}: area {area(*chances):.3f}\n")
    for threshold in THRESHOLDS:
        shares = [(kind >= threshold).mean() for kind in chances]
        sys.stdout.write(
            f"  >= {threshold}: {shares[0]:.3f} of the unanswerable, {shares[1]:.3f} of the rest\n"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("articles", type=Path)
    parser.add_argument("judged", type=Path)
    wanted = parser.parse_args()
    topics = topics_of(wanted.articles, wanted.judged)
    weights = learn(examples_by_size(topics[::2], topics[1::2]))
    for name, weight in zip(FEATURES, weights, strict=True):
        sys.stdout.write(f"{name} {weight:+.2f}\n")
    for size, pair in examples_by_size(topics[1::2], topics[::2]).items():
        report(f"held out, {size}", pair, weights)


if __name__ == "__main__":
    main()

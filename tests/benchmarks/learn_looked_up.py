"""Learn which words that sound like talk are looked up, and show where to draw the line.

    python tests/benchmarks/learn_looked_up.py NEWS [CHECKED.jsonl …]

NEWS is an archive of what the look-ups of `chats.jsonl` are about, which holds short messages as
people type them, half of them talk. A logistic regression on `talk.Signs`. Prints the weights; and
at each threshold how much of the talk is answered and of the look-ups silenced, where every message
is judged by weights that did not see it. Messages of CHECKED, of the same form, are no part of what
is learned; all weights judge them.
"""

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from corpus.archive.archive import Archive
from retrieval.answering import Answerer
from retrieval.index.index import Index
from retrieval.question.kinds import Kind
from retrieval.strength.talk import Signs, signs
from tests.benchmarks.kinds import texts
from tests.benchmarks.learn_confidence import regression

CHATS = Path(__file__).with_name("chats.jsonl")
NOW = datetime(2026, 8, 1, tzinfo=UTC)
FOLDS = 10
THRESHOLDS = (0.0, 0.5, 0.8, 1.0, 1.2, 1.5, 2.0)  # nats

Array = NDArray[np.float64]


class Message(NamedTuple):
    """`signs`: None where its words decide; then it is silenced, or not, whatever is found."""

    signs: Signs | None
    is_talk: bool
    is_silenced: bool
    fold: int


def read(file: Path, answerer: Answerer) -> list[Message]:
    found = []
    for kind in (Kind.CHATTER, Kind.QUESTION):
        for text in texts(file, kind):
            question = answerer.understand(text, NOW)
            is_weighed = question.talk > 0 and question.kind is not Kind.CHATTER
            best = answerer.candidates(question) if is_weighed else None
            found.append(
                Message(
                    signs(question, best.ranked, best.evidences.main) if best else None,
                    kind is Kind.CHATTER,
                    question.kind is Kind.CHATTER,
                    crc32(text.encode()) % FOLDS,
                )
            )
    return found


def learned(messages: Sequence[Message]) -> Array:
    """(signs + 1,) weights, the last one constant."""
    weighed = [one for one in messages if one.signs]
    return regression(
        np.array([one.signs for one in weighed], float),
        np.array([one.is_talk for one in weighed], float),
        np.ones(len(weighed)),
    )


def odds(message: Message, weights: Array) -> float:
    """Of talk, in nats."""
    if message.signs is None:
        return float("inf") if message.is_silenced else float("-inf")
    return float(np.array(message.signs) @ weights[:-1] + weights[-1])


def report(name: str, judged: Sequence[tuple[bool, float]]) -> None:
    sys.stdout.write(f"{name}\n")
    talk = [nats for is_talk, nats in judged if is_talk]
    asked = [nats for is_talk, nats in judged if not is_talk]
    for threshold in THRESHOLDS:
        looked_up = sum(nats <= threshold for nats in talk)
        silenced = sum(nats > threshold for nats in asked)
        sys.stdout.write(
            f"  > {threshold}: looked up {looked_up} of {len(talk)} pieces of talk, "
            f"silenced {silenced} of {len(asked)} questions\n"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("news", type=Path)
    parser.add_argument("checked", type=Path, nargs="*")
    wanted = parser.parse_args()
    with Archive(wanted.news) as archive:
        index = Index(archive, "tantivy")
        answerer = Answerer(archive, index)
        chats, *others = (read(file, answerer) for file in (CHATS, *wanted.checked))
        index.close()
    weights = learned(chats)
    for name, weight in zip((*Signs._fields, "constant"), weights, strict=True):
        sys.stdout.write(f"{name}={weight:.2f}\n")
    judged = []
    for fold in range(FOLDS):
        unseen = learned([one for one in chats if one.fold != fold])
        judged += [(one.is_talk, odds(one, unseen)) for one in chats if one.fold == fold]
    report(CHATS.name, judged)
    for file, messages in zip(wanted.checked, others, strict=True):
        report(file.name, [(one.is_talk, odds(one, weights)) for one in messages])


if __name__ == "__main__":
    main()

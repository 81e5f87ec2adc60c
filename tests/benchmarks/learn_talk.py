"""Learn what tells talk from what is looked up: `retrieval/question/kinds/english_talk.txt`.

    python tests/benchmarks/learn_talk.py --talk TALK.txt … --asked ASKED.txt …
        --headlines HEADLINES.txt [--write]

Files have one message, question or headline a line, of people who talk to each other and of people
who look something up. Among the latter are our own natural questions, `OWN` times each, as they are
few and most like what comes, and words of headlines in everyday wordings (`everyday.txt`: … is some
words of one, “…” a whole one), as nobody is to be sent away who asks as he talks. How people begin
and end what they write, whether they talk or ask, stands there too (‹…› is what they write), so
that "hey guys" and "lol" tell nothing. Half of all are read in small letters and without their last
mark, as people type. A tenth is left out and told of; `--write` then learns from all and writes the
file.

The weights are found by FTRL-Proximal (McMahan et al., Ad Click Prediction: a View from the
Trenches, 2013), one example after another, which leaves most of them 0; none for talk grows beyond
`MOST`, so that no word decides alone.
"""

import argparse
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from math import copysign, exp, sqrt
from pathlib import Path
from random import Random
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2]))

from rich.console import Console

from retrieval.question.kinds import talk
from retrieval.question.kinds.chatter import TALK
from retrieval.question.kinds.talk import BIAS, LEARNED, signs_of
from retrieval.text.analyser import analyser
from retrieval.text.letters import one_apostrophe
from tests.benchmarks.kinds import texts

LANGUAGE = "en"
NATURAL = Path(__file__).with_name("natural.jsonl")
TARGET = Path(talk.__file__).with_name(f"{LEARNED[LANGUAGE]}_talk.txt")
EVERYDAY = Path(__file__).with_name("everyday.txt")
WHOLE = "‹…›"
OWN = 8
WRAPPED = 45_000  # examples
OPENED = 20_000  # of each
LONGEST_HEADLINE = 10  # words
FEWEST = 20  # examples that have a sign; rarer ones are not learned
RATE, SMOOTH, L1, L2 = 0.1, 1.0, 5.0, 1.0  # the paper's alpha, beta, lambda 1 and 2
MOST, MOST_ASKED = 1.8, 3.0  # of a weight for talk, and against it
LEAST = 0.15  # what a weight must be to be kept
COST = 1.5  # of a question that is lost, in pieces of talk that are looked up
ROUNDS = 4
LEFT_OUT = 10  # one in so many
SEED = 1


class Example(NamedTuple):
    signs: tuple[str, ...]
    is_talk: bool


def typed(text: str, random: Random) -> str:
    """Half of them as they are."""
    text = " ".join(one_apostrophe(text).split())
    return text.lower().rstrip(" .?!") if random.random() < 0.5 else text


def read(files: Sequence[Path], random: Random, *, is_talk: bool) -> Iterator[Example]:
    for file in files:
        for line in dict.fromkeys(file.read_text("utf-8").splitlines()):
            yield Example(tuple(sorted(signs_of(typed(line, random), LANGUAGE))), is_talk)


def own(random: Random) -> Iterator[Example]:
    for text in texts(NATURAL) * OWN:
        yield Example(tuple(sorted(signs_of(typed(text, random), LANGUAGE))), is_talk=False)


def wrapped(headlines: Sequence[str], random: Random) -> Iterator[Example]:
    """Everyday wordings, filled."""
    some = list(parts_of(headlines, random))
    short = [one for one in headlines if len(one.split()) <= LONGEST_HEADLINE]
    wordings = [line for line in EVERYDAY.read_text("utf-8").splitlines() if WHOLE not in line]
    for _ in range(WRAPPED):
        text = random.choice(wordings).replace("“…”", random.choice(short))
        while "…" in text:
            text = text.replace("…", random.choice(some), 1)
        yield Example(tuple(sorted(signs_of(typed(text.lower(), random), LANGUAGE))), is_talk=False)


def opened(files: Sequence[Path], random: Random, *, is_talk: bool) -> Iterator[Example]:
    """Some of what they hold, as people begin and end it."""
    texts = [line for file in files for line in file.read_text("utf-8").splitlines()]
    wordings = [line for line in EVERYDAY.read_text("utf-8").splitlines() if WHOLE in line]
    for _ in range(OPENED):
        written = typed(random.choice(texts), random).rstrip(" .?!")
        text = random.choice(wordings).replace(WHOLE, written)
        yield Example(tuple(sorted(signs_of(text, LANGUAGE))), is_talk)


def parts_of(headlines: Sequence[str], random: Random) -> Iterator[str]:
    """One to three words of each, neither the first nor the last a stop word."""
    terms = analyser(LANGUAGE).terms
    for headline in headlines:
        words = re.findall(r"[\w'$%-]+", headline.lower())
        count = random.choice((1, 1, 2, 2, 3))
        start = random.randrange(max(1, len(words) - count + 1))
        part = words[start : start + count]
        if part and terms(part[0]) and terms(part[-1]):
            yield " ".join(part)


class Learner:
    """`_sums` and `_squares`: the paper's z and n."""

    def __init__(self) -> None:
        self._sums: defaultdict[str, float] = defaultdict(float)
        self._squares: defaultdict[str, float] = defaultdict(float)

    def weight(self, sign: str) -> float:
        total, l1 = self._sums[sign], 0.0 if sign == BIAS else L1
        if abs(total) <= l1:
            return 0.0
        step = (SMOOTH + sqrt(self._squares[sign])) / RATE + L2
        weight = -(total - copysign(l1, total)) / step
        return weight if sign == BIAS else max(-MOST_ASKED, min(MOST, weight))

    def learn(self, example: Example) -> None:
        signs = (*example.signs, BIAS)
        weights = list(map(self.weight, signs))
        slope = 1 / (1 + exp(-sum(weights))) - example.is_talk
        slope *= 1.0 if example.is_talk else COST
        for sign, weight in zip(signs, weights, strict=True):
            square = self._squares[sign]
            rate = (sqrt(square + slope * slope) - sqrt(square)) / RATE
            self._sums[sign] += slope - rate * weight
            self._squares[sign] = square + slope * slope

    def weights(self) -> dict[str, float]:
        """Rounded, those that are left: the highest first."""
        every = {sign: round(self.weight(sign), 2) for sign in self._sums}
        return {
            sign: every[sign]
            for sign in sorted(every, key=lambda one: (-every[one], one))
            if abs(every[sign]) >= LEAST or sign == BIAS
        }


def learned(examples: Sequence[Example]) -> dict[str, float]:
    counts = Counter(sign for example in examples for sign in example.signs)
    kept = [
        Example(tuple(sign for sign in one.signs if counts[sign] >= FEWEST), one.is_talk)
        for one in examples
    ]
    learner, random = Learner(), Random(SEED)
    for _ in range(ROUNDS):
        random.shuffle(kept)
        for example in kept:
            learner.learn(example)
    return learner.weights()


def called_talk(examples: Sequence[Example], weights: dict[str, float]) -> float:
    """The share of them."""
    told = [sum(weights.get(sign, 0.0) for sign in one.signs) + weights[BIAS] for one in examples]
    return sum(1 / (1 + exp(-one)) >= TALK for one in told) / len(examples)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--talk", type=Path, nargs="+", required=True)
    parser.add_argument("--asked", type=Path, nargs="+", required=True)
    parser.add_argument("--headlines", type=Path, required=True)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    random = Random(SEED)
    said = [
        *read(options.talk, random, is_talk=True),
        *opened(options.talk, random, is_talk=True),
    ]
    headlines = [one_apostrophe(one) for one in options.headlines.read_text("utf-8").splitlines()]
    asked = [
        *read(options.asked, random, is_talk=False),
        *opened(options.asked, random, is_talk=False),
        *own(random),
        *wrapped(headlines, random),
    ]
    random.shuffle(said)
    random.shuffle(asked)
    cuts = len(said) // LEFT_OUT, len(asked) // LEFT_OUT
    weights = learned([*said[cuts[0] :], *asked[cuts[1] :]])
    for name, kept in (("talk", said[: cuts[0]]), ("asked", asked[: cuts[1]])):
        Console().print(f"{name}: {called_talk(kept, weights):.3f} of {len(kept)} called talk")
    if options.write:
        lines = (f"{weight} {sign}\n" for sign, weight in learned([*said, *asked]).items())
        TARGET.write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    main()

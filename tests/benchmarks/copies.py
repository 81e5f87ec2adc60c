"""How often an answer shows one story twice: headlines of stories that stand in several articles.

    python tests/benchmarks/copies.py ARCHIVE --most 200

What is one story is decided here by the articles' words alone, without paragraphs or what the
archive knows of them: half of the shorter article's runs of five words stand in the other too,
which is at most 14 days apart.
"""

import argparse
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from functools import cache
from itertools import combinations
from pathlib import Path
from random import Random
from zlib import crc32

sys.path.insert(0, str(Path(__file__).parents[2]))

from corpus.archive.archive import Archive
from corpus.article import Article, instant
from retrieval.answering import Answerer
from retrieval.index.index import Index

RUN = 5  # words
ONE_STORY = 0.5  # of the shorter article's runs
APART = timedelta(days=14)
SAMPLED = 32  # one word in so many begins a run by which pairs are found
IN_COMMON = 4  # such runs, for a pair to be looked at
FREQUENT = 20  # articles: a run that more have finds nothing
HEADLINE = 5  # words that a headline has to have to be asked
SEED = 7

Runs = frozenset[tuple[str, ...]]


def words_of(article: Article) -> list[list[str]]:
    return [re.findall(r"\w+", text.lower()) for text in article.paragraphs]


def runs_of(article: Article) -> Runs:
    return frozenset(
        tuple(words[at : at + RUN])
        for words in words_of(article)
        for at in range(len(words) - RUN + 1)
    )


@cache
def is_sampled(word: str) -> bool:
    return crc32(word.encode()) % SAMPLED == 0


def sampled_runs(article: Article) -> Iterator[int]:
    for words in words_of(article):
        for at in range(len(words) - RUN + 1):
            if is_sampled(words[at]):
                yield hash(tuple(words[at : at + RUN]))


def are_one_story(one: Article, other: Article) -> bool:
    if abs(instant(one.published) - instant(other.published)) > APART:
        return False
    runs, others = runs_of(one), runs_of(other)
    shorter = min(len(runs), len(others))
    return shorter > 0 and len(runs & others) >= ONE_STORY * shorter


def told_twice(archive: Archive) -> list[Article]:
    """Articles of which another tells the story."""
    days: dict[int, datetime] = {}
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for change in archive.changes_since(0):
        if change.article is not None:
            days[change.seq] = instant(change.article.published)
            for run in set(sampled_runs(change.article)):
                holders[run].append(change.seq)
    shared = Counter(
        pair
        for seqs in holders.values()
        if len(seqs) <= FREQUENT
        for pair in combinations(seqs, 2)
        if abs(days[pair[0]] - days[pair[1]]) <= APART
    )
    found: dict[int, Article] = {}
    for (seq, other), count in shared.items():
        one, two = archive.version(seq), archive.version(other)
        if count >= IN_COMMON and one and two and are_one_story(one, two):
            found |= {seq: one, other: two}
    return [found[seq] for seq in sorted(found)]


def shows_one_story_twice(answerer: Answerer, article: Article) -> bool:
    asked_at = datetime.combine(article.day, time(12), UTC) + APART
    quotes = answerer.ask(article.title, asked_at=asked_at).quotes
    return any(are_one_story(one.article, two.article) for one, two in combinations(quotes, 2))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("archive", type=Path)
    parser.add_argument("--most", type=int, default=200)
    wanted = parser.parse_args()
    with Archive(wanted.archive) as archive:
        stories = [one for one in told_twice(archive) if len(one.title.split()) >= HEADLINE]
        asked = Random(SEED).sample(stories, min(wanted.most, len(stories)))
        index = Index(archive, "tantivy")
        answerer = Answerer(archive, index)
        twice = [one for one in asked if shows_one_story_twice(answerer, one)]
        index.close()
    sys.stdout.write(f"{len(stories):,} articles of which another tells the story\n")
    sys.stdout.write(f"{len(asked):,} headlines asked: {len(twice):,} answers show one twice\n")
    for one in twice:
        sys.stdout.write(f"  {one.day} {one.title}\n")


if __name__ == "__main__":
    main()

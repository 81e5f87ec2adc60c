"""When articles are copies of one another, and when a paragraph is boilerplate. Pure rules.

Both look at fingerprints only, so no word of any language is needed, and at sets of them, so it
does not matter in what order articles came.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import combinations, compress, islice
from typing import Any, NamedTuple

from corpus.article import Article, instant

CONTAINED = 0.5  # share of the smaller article's paragraphs that the other has too
RETOLD = 0.45  # the same of its runs of words: those across a joint of paragraphs are never shared
RUN = 5  # words
SPARED = 2  # one run of so many is looked at
SAMPLES, SAMPLE = 16, 32  # pieces of a text that are looked for first, and their characters
FEWEST_SAMPLES = 2  # of them that a retelling has
FEWEST = 5  # such runs in common, of some twenty words: less is chance
WORD = re.compile(r"\w+")
APART = timedelta(days=14)  # what comes later is another story in the old words

# Measured on 26,760 articles: of 404 paragraphs that are so frequent in one of three outlets,
# 363 are boilerplate by the share below, of which about one in a hundred belongs to a story.
LEAST_ARTICLES = 8  # of one outlet
LEAST_DAYS = 5
COMPARED = 10  # of these articles, the first
AGREEING = 0.3  # share of their pairs that have something else in common


class Holder(NamedTuple):
    """What has to be known of an article that has a paragraph."""

    id: str
    source: str
    published: datetime | date

    @property
    def day(self) -> date:
        return self.published.date() if isinstance(self.published, datetime) else self.published


def contained(one: Set[Any], other: Set[Any]) -> float:
    """The share of the smaller set that stands in the other, 0 to 1; 1 where it is empty."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 1.0


def are_near(one: datetime | date, other: datetime | date) -> bool:
    """Whether two articles were published within the days in which copies follow a story."""
    return abs(instant(one) - instant(other)) <= APART


def are_copies(one: Article, other: Article, told: Set[int], also_told: Set[int]) -> bool:
    """Whether two articles are one story; `told` are their fingerprints without boilerplate."""
    return (
        are_near(one.published, other.published)
        and not told.isdisjoint(also_told)
        and contained(told, also_told) >= CONTAINED
    )


def retell(one: Article, other: Article) -> bool:
    """Whether one article has about half of the other's runs of words, however they are parted.

    It takes both texts, so it is for a few articles; `are_copies` needs no text. Most are told
    apart by samples, of which a retelling has several.
    """
    shorter, longer = sorted((_plain(one), _plain(other)), key=len)
    starts = range(0, len(shorter), max(SAMPLE, len(shorter) // SAMPLES))
    found = (True for start in starts if shorter[start : start + SAMPLE] in longer)
    if len(list(islice(found, FEWEST_SAMPLES))) < FEWEST_SAMPLES:
        return False
    runs, others = _runs_of(one), _runs_of(other)
    shared = len(runs & others)
    return shared >= FEWEST and shared >= RETOLD * min(len(runs), len(others))


@lru_cache(maxsize=128)  # of some answers, 10 kB each
def _plain(article: Article) -> str:
    folded = " ".join(map(str.casefold, article.paragraphs))  # one by one: most are plain ASCII
    is_even = folded.isprintable() and "  " not in folded  # as nearly all, with single spaces only
    return folded if is_even else " ".join(folded.split())


@lru_cache(maxsize=128)  # the same, 50 kB each
def _runs_of(article: Article) -> frozenset[int]:
    """Hashes of runs of words of an article: about half of all, by their words.

    A run counts where its first word has an even number of letters, so that of the same text the
    same are left.

    Source: Broder, On the resemblance and containment of documents (1997), for leaving out.
    """
    words = WORD.findall(_plain(article))
    runs = zip(*(words[first:] for first in range(RUN)), strict=False)
    return frozenset(map(hash, compress(runs, (not len(word) % SPARED for word in words))))


def frequent_in_one_outlet(holders: Mapping[int, Holder]) -> list[int]:
    """Of a paragraph's articles those of an outlet that has it again and again, the first.

    In the order in which they were published; none where no outlet has.
    """
    outlets = defaultdict(list)
    for seq, holder in holders.items():
        outlets[holder.source].append(seq)
    again = [
        seqs
        for _, seqs in sorted(outlets.items())
        if len(seqs) >= LEAST_ARTICLES and len({holders[seq].day for seq in seqs}) >= LEAST_DAYS
    ]
    most = max(again, key=len, default=[])
    return sorted(most, key=lambda seq: (instant(holders[seq].published), holders[seq].id))[
        :COMPARED
    ]


def hardly_agree(others: Iterable[Set[int]], rare: Set[int]) -> bool:
    """Whether articles have little in common but one paragraph; `others` are their other ones.

    A pair agrees that has another one in common which is `rare`, or half of all.
    """
    pairs = [
        not rare.isdisjoint(one & other) or contained(one, other) >= CONTAINED
        for one, other in combinations(others, 2)
    ]
    return sum(pairs) <= AGREEING * len(pairs)

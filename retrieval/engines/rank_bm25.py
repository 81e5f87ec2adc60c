"""The reference engine: `rank_bm25.BM25Okapi`, in memory, read plainly off the formula.

For small archives, and to hold the other engines to. Its known faults are guarded: it divides by
zero on an empty corpus, scores words that stand in most texts negative, and ranks texts without
any of the words too.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from math import log
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

from corpus.article import paragraph_number
from retrieval.engines.engine import (
    K1,
    B,
    Entry,
    Found,
    Held,
    Hit,
    Search,
    Share,
    View,
    Wording,
    in_order,
)


class _Okapi(BM25Okapi):  # type: ignore[misc]
    """BM25Okapi with an idf that is never negative."""

    def _calc_idf(self, nd: dict[str, int]) -> None:
        for term, df in nd.items():
            self.idf[term] = log(1 + (self.corpus_size - df + 0.5) / (df + 0.5))


class _Field:
    """One field of all documents, scored for a question."""

    def __init__(self, texts: Sequence[Sequence[str]]) -> None:
        self._model = _Okapi(texts, k1=K1, b=B) if any(texts) else None
        self.size = len(texts)

    def scores(self, terms: Sequence[str]) -> NDArray[np.float64]:
        """(documents,) BM25 sums, 0 where no term stands."""
        if self._model is None:
            return np.zeros(self.size)
        scores: NDArray[np.float64] = self._model.get_scores(terms)
        return scores

    def frequency(self, term: str) -> int:
        """In how many documents a term stands."""
        if self._model is None:
            return 0
        return sum(term in document for document in self._model.doc_freqs)


class _View:
    """`View` over four `BM25Okapi`: passages, headlines, leads, whole articles."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = entries
        self._passages = [terms for entry in entries for terms in entry.paragraphs]
        self._owners = [i for i, entry in enumerate(entries) for _ in entry.paragraphs]
        self._numbers = [
            paragraph_number(entry.seq, position)
            for entry in entries
            for position in range(len(entry.paragraphs))
        ]
        self._body = _Field(self._passages)
        self._titles = _Field([entry.title for entry in entries])
        self._leads = _Field([entry.lead() for entry in entries])
        self._wholes = _Field([entry.whole() for entry in entries])

    def held(self) -> Held:
        return Held(self._numbers, [entry.seq for entry in self.entries])

    def passage_count(self) -> int:
        return len(self._numbers)

    def search(self, search: Search, limit: int) -> Found:
        scores = self._body.scores(search.terms)
        articles = self._leads.scores(search.terms) + self._wholes.scores(search.terms)
        timely = search.timely and search.among_timely(search.timely)
        further = search.timely.limit if search.timely else 0
        if search.phrases or search.excluded:
            kept = self._matching(scores, search)[:limit]
            kept += self._matching(scores, timely)[:further] if timely else []
            best = {self._owners[place] for place in kept}
        else:
            best = {*self._best_articles(articles, search)}
            others = {*self._best_articles(articles, timely)} - best if timely else set()
            kept = [*islice(self._of(best, scores), limit)]
            kept += islice(self._of(others, scores), further)
            best |= others
        return Found(
            hits=in_order({self._hit(place, float(scores[place])) for place in kept}),
            titles=self._by_seq(self._titles.scores(search.terms), best),
            articles=self._by_seq(articles, best),
            frequencies={term: self._body.frequency(term) for term in search.terms},
            passages=len(self._numbers),
        )

    def _best_articles(self, scores: NDArray[np.float64], search: Search) -> list[int]:
        wanted = [place for place in _best(scores) if _passes(self.entries[place], search)]
        return wanted[: search.articles]

    def _of(self, articles: set[int], scores: NDArray[np.float64]) -> Iterator[int]:
        """Their passages, best first."""
        return (place for place in _best(scores) if self._owners[place] in articles)

    def _matching(self, scores: NDArray[np.float64], search: Search) -> list[int]:
        """The passages of articles that are wanted, with every phrase and nothing excluded."""
        return [
            place
            for place in _best(scores)
            if _passes(self.entries[self._owners[place]], search)
            and _matches(self._passages[place], search)
        ]

    def _hit(self, place: int, score: float) -> Hit:
        return Hit(self._numbers[place], score, self.entries[self._owners[place]].day)

    def _by_seq(self, scores: NDArray[np.float64], places: Iterable[int]) -> dict[int, float]:
        """What is above zero, by the articles' `seq`."""
        return {self.entries[p].seq: float(scores[p]) for p in places if scores[p] > 0}

    def leads(self, search: Search, limit: int) -> list[Hit]:
        scores = self._titles.scores(search.terms)
        wanted = [
            (-scores[place], -entry.day.toordinal() if not search.terms else 0, entry)
            for place, entry in enumerate(self.entries)
            if (scores[place] > 0 or not search.terms)
            and _passes(entry, search)
            and _has_phrases(entry.title, search)
        ]
        best = sorted(wanted, key=lambda one: (*one[:2], one[2].seq))
        return [Hit(paragraph_number(entry.seq, 0), 0.0, entry.day) for *_, entry in best[:limit]]

    def days(self, search: Search, wordings: Sequence[Wording]) -> Mapping[date, int]:
        return Counter(
            entry.day
            for entry in self.entries
            if _passes(entry, search)
            and set(search.excluded).isdisjoint(lead := set(entry.lead()))
            and (not wordings or any(_is_worded(one, lead, entry) for one in wordings))
        )

    def vocabulary(self, prefixes: Iterable[str], near: Iterable[str]) -> dict[str, int]:
        begins = tuple(prefixes)
        counts = Counter(term for terms in self._passages for term in set(terms))
        return {term: count for term, count in counts.items() if term.startswith(begins)}

    def examples(self, terms: Iterable[str]) -> dict[str, int]:
        best = {term: next(_best(self._body.scores([term])), None) for term in terms}
        return {term: self._numbers[place] for term, place in best.items() if place is not None}

    def explain(self, search: Search, numbers: Iterable[int]) -> dict[int, tuple[Share, ...]]:
        return {number: tuple(self._shares(search, number)) for number in numbers}

    def _shares(self, search: Search, number: int) -> Iterator[Share]:
        passage = self._numbers.index(number)
        article = self._owners[passage]
        places = (
            ("passage", self._body, passage),
            ("headline", self._titles, article),
            ("lead", self._leads, article),
            ("article", self._wholes, article),
        )
        for name, field, place in places:
            for term in search.terms:
                if (score := float(field.scores([term])[place])) > 0:
                    yield Share(term, name, score)


class RankBm25Engine:
    """`Engine` in memory: every commit makes a new view of all that is held."""

    name = "rank-bm25"

    def __init__(self, _directory: Path | None = None) -> None:
        self._entries: dict[str, Entry] = {}
        self._last_seq = 0
        self.commit()

    def last_seq(self, at_least: int = 0) -> int:
        return max(self._last_seq, at_least)

    def article_count(self) -> int:
        return len(self._view.entries)

    def add(self, entry: Entry) -> None:
        if entry.seq > self._last_seq:
            self._entries[entry.article] = entry

    def remove(self, article: str, before: int) -> None:
        entry = self._entries.get(article)
        if entry is not None and entry.seq < before:
            del self._entries[article]

    def commit(self) -> None:
        entries = sorted(self._entries.values(), key=lambda entry: entry.seq)
        self._last_seq = max((entry.seq for entry in entries), default=self._last_seq)
        self._view = _View(entries)

    def roll_back(self) -> None:
        self._entries = {entry.article: entry for entry in self._view.entries}

    def reload(self) -> None:
        """Nothing to do: the index is this process's own."""

    def view(self) -> View:
        return self._view

    def close(self) -> None:
        self._entries.clear()


def _best(scores: NDArray[np.float64]) -> Iterator[int]:
    """Places with a score above zero, best first, equal scores in order."""
    for place in np.argsort(-scores, kind="stable"):
        if scores[place] <= 0:
            return
        yield int(place)


def _is_worded(wording: Wording, lead: set[str], entry: Entry) -> bool:
    return lead.issuperset(wording.lead) and set(entry.title).issuperset(wording.title)


def _passes(entry: Entry, search: Search) -> bool:
    return (
        (search.since is None or entry.day >= search.since)
        and (search.until is None or entry.day <= search.until)
        and (not search.labels or not set(search.labels).isdisjoint(entry.labels))
        and set(search.without).isdisjoint(entry.labels)
    )


def _matches(terms: Sequence[str], search: Search) -> bool:
    if not set(search.excluded).isdisjoint(terms):
        return False
    return _has_phrases(terms, search)


def _has_phrases(terms: Sequence[str], search: Search) -> bool:
    return all(
        any(_holds(terms, phrase) for phrase in alternatives) for alternatives in search.phrases
    )


def _holds(terms: Sequence[str], phrase: tuple[str, ...]) -> bool:
    return any(
        tuple(terms[start : start + len(phrase)]) == phrase
        for start in range(len(terms) - len(phrase) + 1)
    )

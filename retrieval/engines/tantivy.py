"""The default engine: tantivy, on disk, mapped into memory, several processes at once.

Two indexes lie in the folder, `passages` and `articles`, because BM25 counts documents and mean
lengths per index. Each takes a commit whole or not at all; the highest `seq` in it says where it
stands, so what one of them missed is added again to that one only.

tantivy keeps a text's length in one byte: exact up to 40 terms, rounded down beyond. Documents
removed count in its statistics until their segment is merged.
"""

import contextlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from msgspec import Struct

from corpus.article import paragraph_number, place_of
from retrieval.engines.engine import (
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
from retrieval.engines.tantivy_days import per_day
from retrieval.engines.tantivy_level import Level, LevelView, translated
from retrieval.errors import IndexUnusableError

BODY = "body"
TITLE = "title"
LEAD = "lead"
WHOLE = "whole"


class _View(Struct, frozen=True):
    """`View` over both indexes."""

    passages: LevelView
    articles: LevelView
    directory: Path

    def passage_count(self) -> int:
        return int(self.passages.searcher.num_docs)

    def search(self, search: Search, limit: int) -> Found:
        if not search.terms:
            return Found(passages=self.passage_count())
        with translated(self.directory):
            by_passage = search.phrases or search.excluded
            found = (
                self._by_passage(search, limit) if by_passage else self._by_article(search, limit)
            )
            frequency = self.passages.searcher.doc_freq
            return replace(
                found,
                frequencies={term: frequency(BODY, term) for term in search.terms},
                passages=self.passage_count(),
            )

    def _by_article(self, search: Search, limit: int) -> Found:
        """The best articles, then the best of their passages."""
        articles = self.articles.best([LEAD, WHOLE], search, search.articles)
        timely: dict[int, float] = {}
        if search.timely is not None and len(articles) == search.articles:
            among = search.among_timely(search.timely)
            timely = self.articles.best([LEAD, WHOLE], among, search.articles)
        hits = self.passages.hits(BODY, search, limit, of=list(articles))
        if search.timely is not None and (others := [seq for seq in timely if seq not in articles]):
            hits += self.passages.hits(BODY, search, search.timely.limit, of=others)
        articles |= timely
        return Found(
            hits=in_order(hits),
            titles=self.articles.best([TITLE], search, len(articles) or 1, of=list(articles)),
            articles=articles,
        )

    def _by_passage(self, search: Search, limit: int) -> Found:
        """The best passages, then their articles."""
        hits = self.passages.hits(BODY, search, limit)
        if search.timely is not None and len(hits) == limit:
            timely = search.among_timely(search.timely)
            hits += self.passages.hits(BODY, timely, search.timely.limit)
        of = list({place_of(hit.number)[0] for hit in hits})
        if not search.articles:
            return Found(hits=in_order(set(hits)))
        return Found(
            hits=in_order(set(hits)),
            titles=self.articles.best([TITLE], search, len(of) or 1, of=of),
            articles=self.articles.best([LEAD, WHOLE], search, len(of) or 1, of=of),
        )

    def leads(self, search: Search, limit: int) -> list[Hit]:
        with translated(self.directory):
            return [
                Hit(paragraph_number(hit.number, 0), 0.0, hit.day)
                for hit in self.articles.newest(TITLE, search, limit)
            ]

    def days(self, search: Search, wordings: Sequence[Wording]) -> Mapping[date, int]:
        fields = [{LEAD: one.lead, TITLE: one.title} for one in wordings]
        with translated(self.directory):
            return per_day(self.articles, search, fields, excluded_in=LEAD)

    def held(self) -> Held:
        with translated(self.directory):
            return Held(self.passages.numbers(), self.articles.numbers())

    def vocabulary(self, prefixes: Iterable[str], near: Iterable[str]) -> dict[str, int]:
        with translated(self.directory):
            return {
                term: count
                for prefix in prefixes
                for term, count in self.passages.searcher.terms_with_prefix(BODY, prefix)
            }

    def examples(self, terms: Iterable[str]) -> dict[str, int]:
        with translated(self.directory):
            return {
                term: number
                for term in terms
                for number in self.passages.best([BODY], Search((term,)), 1)
            }

    def explain(self, search: Search, numbers: Iterable[int]) -> dict[int, tuple[Share, ...]]:
        with translated(self.directory):
            return {number: tuple(self._shares(search, number)) for number in numbers}

    def _shares(self, search: Search, number: int) -> Iterator[Share]:
        seq, _ = place_of(number)
        places = (
            ("passage", self.passages, BODY, number),
            ("headline", self.articles, TITLE, seq),
            ("lead", self.articles, LEAD, seq),
            ("article", self.articles, WHOLE, seq),
        )
        for name, level, field, document in places:
            for term in search.terms:
                if (score := level.score(field, term, document)) > 0:
                    yield Share(term, name, score)


class TantivyEngine:
    """`Engine` over two tantivy indexes in one folder."""

    name = "tantivy"

    def __init__(self, directory: Path) -> None:
        with translated(directory):
            self._passages = Level(directory / "passages", BODY)
            self._articles = Level(directory / "articles", TITLE, LEAD, WHOLE)
        self._directory = directory
        self._held: tuple[int, int] | None = None

    def last_seq(self, at_least: int = 0) -> int:
        return min(self._last_seqs(at_least))

    def _last_seqs(self, at_least: int) -> tuple[int, int]:
        """Of the passages and of the articles; a crash between their commits sets them apart."""
        if self._held is None or min(self._held) < at_least:
            with translated(self._directory):
                passage = self._passages.newest(paragraph_number(at_least + 1, 0) - 1)
                article = self._articles.newest(at_least)
            self._held = (place_of(passage)[0] if passage else at_least, article or at_least)
        return self._held

    def article_count(self) -> int:
        return int(self._articles.view.searcher.num_docs)

    def add(self, entry: Entry) -> None:
        passages, articles = self._last_seqs(0)
        with translated(self._directory):
            if entry.seq > passages:
                for position, terms in enumerate(entry.paragraphs):
                    number = paragraph_number(entry.seq, position)
                    self._passages.put(number, entry, {BODY: " ".join(terms)})
            if entry.seq > articles:
                texts = {
                    TITLE: " ".join(entry.title),
                    LEAD: " ".join(entry.lead()),
                    WHOLE: " ".join(entry.whole()),
                }
                self._articles.put(entry.seq, entry, texts)

    def remove(self, article: str, before: int) -> None:
        with translated(self._directory):
            self._passages.delete(article, paragraph_number(before, 0))
            self._articles.delete(article, before)

    def commit(self) -> None:
        levels = (self._passages, self._articles)
        self._held = None
        with translated(self._directory):
            for level in levels:
                level.commit()  # from here on other processes see it
            for level in levels:
                level.end_writing()

    def roll_back(self) -> None:
        for level in (self._passages, self._articles):
            with contextlib.suppress(IndexUnusableError), translated(self._directory):
                level.drop_writer()

    def reload(self) -> None:
        self._held = None
        with translated(self._directory):
            self._passages.reload()
            self._articles.reload()

    def view(self) -> View:
        return _View(self._passages.view, self._articles.view, self._directory)

    def close(self) -> None:
        """Drops changes that were not committed."""
        self.roll_back()

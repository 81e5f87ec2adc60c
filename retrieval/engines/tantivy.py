"""The default engine: tantivy, on disk, mapped into memory, several processes at once.

Two indexes lie in the folder, `passages` and `articles`, because BM25 counts documents and mean
lengths per index. Each takes a commit whole or not at all; the highest `seq` in it says where it
stands, so what one of them missed is added again to that one only.

tantivy keeps a text's length in one byte: exact up to 40 terms, rounded down beyond. Documents
removed count in its statistics until their segment is merged.
"""

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date
from itertools import islice
from pathlib import Path

import tantivy
from tantivy import Occur, Query

from corpus.article import paragraph_number, place_of
from retrieval.engines.engine import BEST_ARTICLES, Entry, Found, Hit, Search, Share
from retrieval.errors import IndexUnusableError

WRITER_HEAP = 96_000_000  # bytes, for each of the two indexes
DAYS_IN_A_SET = 366  # of so many days the postings are read faster than a range of the column
NUMBER = "number"
ARTICLE = "article"
DAY = "day"
LABEL = "label"
VERSION = "version"
BODY = "body"
TITLE = "title"
LEAD = "lead"
WHOLE = "whole"


class _Level:
    """One tantivy index: documents with a number, filters, and text fields of terms."""

    def __init__(self, directory: Path, *fields: str) -> None:
        builder = tantivy.SchemaBuilder()
        builder.add_integer_field(NUMBER, fast=True, indexed=True)
        builder.add_text_field(ARTICLE, tokenizer_name="raw", index_option="basic")
        builder.add_text_field(VERSION, tokenizer_name="raw", index_option="basic")
        builder.add_integer_field(DAY, fast=True, indexed=True)
        builder.add_text_field(LABEL, tokenizer_name="raw", index_option="basic")
        for field in fields:
            builder.add_text_field(field, tokenizer_name="terms", index_option="position")
        self.schema = builder.build()
        directory.mkdir(parents=True, exist_ok=True)
        self._index = tantivy.Index(self.schema, path=str(directory))
        whitespace = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
        self._index.register_tokenizer("terms", whitespace)
        self._index.config_reader("manual")
        self._writer: tantivy.IndexWriter | None = None
        self.reload()

    def reload(self) -> None:
        self._index.reload()
        self.searcher = self._index.searcher()
        newest = self.searcher.search(Query.all_query(), 1, count=False, order_by_field=NUMBER)
        self.last_number = int(newest.hits[0][0]) if newest.hits else -1

    def writer(self) -> tantivy.IndexWriter:
        if self._writer is None:
            self._writer = self._index.writer(WRITER_HEAP, 1)
        return self._writer

    def commit(self) -> None:
        if self._writer is not None:
            self._writer.commit()

    def end_writing(self) -> None:
        """Wait for segments to be merged, and let go of the lock that keeps other writers out."""
        if self._writer is not None:
            try:
                self._writer.wait_merging_threads()
            finally:
                self._writer = None
            self.reload()

    def delete(self, article: str, before: int) -> None:
        older = Query.range_query(
            self.schema,
            NUMBER,
            tantivy.FieldType.Integer,
            upper_bound=before,
            include_upper=False,
        )
        self.writer().delete_documents_by_query(
            Query.boolean_query([(Occur.Must, self.term(ARTICLE, article)), (Occur.Must, older)])
        )

    def drop_writer(self) -> None:
        if self._writer is not None:
            self._writer.rollback()
            self._writer = None

    def term(self, field: str, term: str) -> Query:
        return Query.term_query(self.schema, field, term)

    def best(self, fields: Sequence[str], search: Search, limit: int) -> dict[int, float]:
        """Score, summed over fields, by number of the best documents, best first.

        Phrases and exclusions do not matter.
        """
        any_term = self._any_term(fields, search)
        query = self._only(any_term, [(Occur.Must, query) for query in self._filters(search)])
        searcher = self.searcher  # one view: another thread may reload
        found = searcher.search(query, limit, count=False).hits
        numbers = searcher.fast_field_values(NUMBER, [address for _, address in found])
        return {_int(number): score for number, (score, _) in zip(numbers, found, strict=True)}

    def hits(
        self, field: str, search: Search, limit: int, *, of: Sequence[int] | None = None
    ) -> dict[int, Hit]:
        """The best documents that meet the whole search, by number; `of`: of these versions."""
        conditions = [(Occur.Must, query) for query in self._filters(search)]
        conditions += [(Occur.Must, self._phrase(field, phrase)) for phrase in search.phrases]
        conditions += [(Occur.MustNot, self.term(field, term)) for term in search.excluded]
        if of is not None:
            versions = Query.term_set_query(self.schema, VERSION, list(map(str, of)))
            conditions.append((Occur.Must, versions))
        searcher = self.searcher
        query = self._only(self._any_term([field], search), conditions)
        found = searcher.search(query, limit, count=False).hits
        addresses = [address for _, address in found]
        numbers = map(_int, searcher.fast_field_values(NUMBER, addresses))
        days = map(_day, searcher.fast_field_values(DAY, addresses))
        scores = [score for score, _ in found]
        return {hit.number: hit for hit in map(Hit, numbers, scores, days)}

    def _any_term(self, fields: Sequence[str], search: Search) -> Query:
        return Query.boolean_query(
            [(Occur.Should, self.term(field, term)) for field in fields for term in search.terms]
        )

    def _only(self, query: Query, conditions: Sequence[tuple[Occur, Query]]) -> Query:
        """The query where the conditions hold, which give no score."""
        if not conditions:
            return query  # by itself, tantivy can skip what cannot reach the top
        unscored = [
            (occur, held if occur == Occur.MustNot else Query.const_score_query(held, 0.0))
            for occur, held in conditions
        ]
        return Query.boolean_query([(Occur.Must, query), *unscored])

    def _phrase(self, field: str, phrase: tuple[str, ...]) -> Query:
        if len(phrase) == 1:
            return self.term(field, phrase[0])
        return Query.phrase_query(self.schema, field, list(phrase))

    def _filters(self, search: Search) -> Iterator[Query]:
        since = search.since.toordinal() if search.since else None
        until = search.until.toordinal() if search.until else None
        if since and until and until - since <= DAYS_IN_A_SET:
            yield Query.term_set_query(self.schema, DAY, list(range(since, until + 1)))
        elif since or until:
            yield Query.range_query(self.schema, DAY, tantivy.FieldType.Integer, since, until)
        if search.labels:
            yield Query.term_set_query(self.schema, LABEL, list(search.labels))

    def explain(self, field: str, term: str, number: int) -> float:
        """What one term gives one document; 0 where it does not stand there."""
        only = Query.term_query(self.schema, NUMBER, number)
        found = self.searcher.search(
            Query.boolean_query(
                [
                    (Occur.Must, self.term(field, term)),
                    (Occur.Must, Query.const_score_query(only, 0.0)),
                ]
            ),
            1,
            count=False,
        ).hits
        return float(found[0][0]) if found else 0.0


class TantivyEngine:
    """`Engine` over two tantivy indexes in one folder."""

    name = "tantivy"

    def __init__(self, directory: Path) -> None:
        with _translated(directory):
            self._passages = _Level(directory / "passages", BODY)
            self._articles = _Level(directory / "articles", TITLE, LEAD, WHOLE)
        self._directory = directory
        # Ends with the engine: one that was closed still answers those who were asking.
        self._aside = ThreadPoolExecutor(2, thread_name_prefix="engine")

    def last_seq(self) -> int:
        passages = place_of(max(self._passages.last_number, 0))[0]
        return min(passages, max(self._articles.last_number, 0))

    def passage_count(self) -> int:
        return int(self._passages.searcher.num_docs)

    def article_count(self) -> int:
        return int(self._articles.searcher.num_docs)

    def add(self, entry: Entry) -> None:
        with _translated(self._directory):
            if entry.seq > place_of(max(self._passages.last_number, 0))[0]:
                for position, terms in enumerate(entry.paragraphs):
                    number = paragraph_number(entry.seq, position)
                    _put(self._passages, number, entry, {BODY: " ".join(terms)})
            if entry.seq > self._articles.last_number:
                texts = {
                    TITLE: " ".join(entry.title),
                    LEAD: " ".join(entry.lead()),
                    WHOLE: " ".join(entry.whole()),
                }
                _put(self._articles, entry.seq, entry, texts)

    def remove(self, article: str, before: int) -> None:
        with _translated(self._directory):
            self._passages.delete(article, paragraph_number(before, 0))
            self._articles.delete(article, before)

    def commit(self) -> None:
        levels = (self._passages, self._articles)
        with _translated(self._directory):
            for level in levels:
                level.commit()  # from here on other processes see it
            for level in levels:
                level.end_writing()

    def reload(self) -> None:
        with _translated(self._directory):
            self._passages.reload()
            self._articles.reload()

    def search(self, search: Search, limit: int) -> Found:
        if not search.terms:
            return Found(passages=self.passage_count())
        with _translated(self._directory):
            by_article = self._aside.submit(self._by_article, search, limit)
            hits = self._passages.hits(BODY, search, limit)
            titles = self._articles.best([TITLE], search, limit)
            articles, of_these = by_article.result()
            hits |= of_these
            return Found(
                hits=tuple(sorted(hits.values(), key=lambda hit: (-hit.score, hit.number))),
                titles=titles,
                articles=articles,
                frequencies=self.frequencies(search.terms),
                passages=self.passage_count(),
            )

    def _by_article(self, search: Search, limit: int) -> tuple[dict[int, float], dict[int, Hit]]:
        """The best articles, and the best passages of the very best."""
        articles = self._articles.best([LEAD, WHOLE], search, limit)
        best = list(islice(articles, BEST_ARTICLES))
        return articles, self._passages.hits(BODY, search, limit, of=best)

    def frequencies(self, terms: Sequence[str]) -> dict[str, int]:
        with _translated(self._directory):
            searcher = self._passages.searcher
            return {term: searcher.doc_freq(BODY, term) for term in terms}

    def vocabulary(self, prefix: str) -> dict[str, int]:
        with _translated(self._directory):
            return dict(self._passages.searcher.terms_with_prefix(BODY, prefix))

    def explain(self, search: Search, number: int) -> tuple[Share, ...]:
        seq, _ = place_of(number)
        places = (
            ("passage", self._passages, BODY, number),
            ("headline", self._articles, TITLE, seq),
            ("lead", self._articles, LEAD, seq),
            ("article", self._articles, WHOLE, seq),
        )
        with _translated(self._directory):
            shares = (
                Share(term, name, level.explain(field, term, place))
                for name, level, field, place in places
                for term in search.terms
            )
            return tuple(share for share in shares if share.score > 0)

    def close(self) -> None:
        """Drops changes that were not committed."""
        self._passages.drop_writer()
        self._articles.drop_writer()


def _int(value: float | None) -> int:
    """A fast field's value; every document has them all."""
    return int(value or 0)


def _day(value: float | None) -> date:
    return date.fromordinal(_int(value))


def _put(level: _Level, number: int, entry: Entry, texts: Mapping[str, str]) -> None:
    document = tantivy.Document()
    document.add_integer(NUMBER, number)
    document.add_text(ARTICLE, entry.article)
    document.add_text(VERSION, str(entry.seq))
    document.add_integer(DAY, entry.day.toordinal())
    for label in entry.labels:
        document.add_text(LABEL, label)
    for field, text in texts.items():
        document.add_text(field, text)
    level.writer().add_document(document)


@contextmanager
def _translated(directory: Path) -> Iterator[None]:
    """tantivy raises ValueError for nearly everything, OSError for the rest."""
    try:
        yield
    except (ValueError, OSError) as error:
        raise _unusable(directory, error) from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # how a panic of tantivy's arrives
            raise _unusable(directory, error) from error
        raise


def _unusable(directory: Path, error: BaseException) -> IndexUnusableError:
    reason = (str(error).splitlines() or ["no reason given"])[0]
    return IndexUnusableError(f"the index in {directory} cannot be used: {reason}")

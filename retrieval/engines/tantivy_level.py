"""One tantivy index: its schema, its one writer, and views of what is committed."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import tantivy
from tantivy import Occur, Query

from retrieval.engines.engine import Entry, Hit, Search
from retrieval.errors import IndexUnusableError

WRITER_HEAP = 96_000_000  # bytes
DAYS_IN_A_SET = 366  # of so many days the postings are read faster than a range of the column
NUMBER = "number"
ARTICLE = "article"
DAY = "day"
LABEL = "label"
VERSION = "version"


@dataclass(frozen=True, slots=True)
class LevelView:
    """The documents committed at one moment: each a number, filters, and text fields of terms."""

    schema: tantivy.Schema
    searcher: tantivy.Searcher

    def term(self, field: str, term: str) -> Query:
        return Query.term_query(self.schema, field, term)

    def best(self, fields: Sequence[str], search: Search, limit: int) -> dict[int, float]:
        """Score, summed over fields, by number of the best documents, best first.

        Phrases and exclusions do not matter.
        """
        any_term = self._any_term(fields, search)
        query = self._only(any_term, [(Occur.Must, query) for query in self._filters(search)])
        found = self.searcher.search(query, limit, count=False).hits
        numbers = self.searcher.fast_field_values(NUMBER, [address for _, address in found])
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
        query = self._only(self._any_term([field], search), conditions)
        found = self.searcher.search(query, limit, count=False).hits
        addresses = [address for _, address in found]
        numbers = map(_int, self.searcher.fast_field_values(NUMBER, addresses))
        days = map(_day, self.searcher.fast_field_values(DAY, addresses))
        scores = [score for score, _ in found]
        return {hit.number: hit for hit in map(Hit, numbers, scores, days)}

    def found(self, field: str, search: Search, limit: int) -> list[Hit]:
        """Documents by this field's terms and phrases alone; without terms the newest first."""
        conditions = [(Occur.Must, query) for query in self._filters(search)]
        conditions += [(Occur.Must, self._phrase(field, phrase)) for phrase in search.phrases]
        if search.terms:
            query = self._only(self._any_term([field], search), conditions)
            hits = self.searcher.search(query, limit, count=False).hits
        else:
            query = self._only(Query.all_query(), conditions)
            hits = self.searcher.search(query, limit, count=False, order_by_field=DAY).hits
        addresses = [address for _, address in hits]
        numbers = map(_int, self.searcher.fast_field_values(NUMBER, addresses))
        days = map(_day, self.searcher.fast_field_values(DAY, addresses))
        return [Hit(number, 0.0, day) for number, day in zip(numbers, days, strict=True)]

    def score(self, field: str, term: str, number: int) -> float:
        """What one term gives one document; 0 where it does not stand there."""
        only = Query.const_score_query(Query.term_query(self.schema, NUMBER, number), 0.0)
        both = Query.boolean_query([(Occur.Must, self.term(field, term)), (Occur.Must, only)])
        found = self.searcher.search(both, 1, count=False).hits
        return float(found[0][0]) if found else 0.0

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

    def _phrase(self, field: str, alternatives: Sequence[Sequence[str]]) -> Query:
        return Query.boolean_query(
            [
                (
                    Occur.Should,
                    self.term(field, phrase[0])
                    if len(phrase) == 1
                    else Query.phrase_query(self.schema, field, list(phrase)),
                )
                for phrase in alternatives
            ]
        )

    def _filters(self, search: Search) -> Iterator[Query]:
        since = search.since.toordinal() if search.since else None
        until = search.until.toordinal() if search.until else None
        if since and until and until - since <= DAYS_IN_A_SET:
            yield Query.term_set_query(self.schema, DAY, list(range(since, until + 1)))
        elif since or until:
            yield Query.range_query(self.schema, DAY, tantivy.FieldType.Integer, since, until)
        if search.labels:
            yield Query.term_set_query(self.schema, LABEL, list(search.labels))


class Level:
    """A tantivy index in a folder, and `view` of what is committed there."""

    def __init__(self, directory: Path, *fields: str) -> None:
        builder = tantivy.SchemaBuilder()
        builder.add_integer_field(NUMBER, fast=True, indexed=True)
        builder.add_text_field(ARTICLE, tokenizer_name="raw", index_option="basic")
        builder.add_text_field(VERSION, tokenizer_name="raw", index_option="basic")
        builder.add_integer_field(DAY, fast=True, indexed=True)
        builder.add_text_field(LABEL, tokenizer_name="raw", index_option="basic")
        for field in fields:
            builder.add_text_field(field, tokenizer_name="terms", index_option="position")
        self._schema = builder.build()
        directory.mkdir(parents=True, exist_ok=True)
        self._index = tantivy.Index(self._schema, path=str(directory))
        whitespace = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
        self._index.register_tokenizer("terms", whitespace)
        self._index.config_reader("manual")
        self._writer: tantivy.IndexWriter | None = None
        self.reload()

    def reload(self) -> None:
        """Take a new view, with what was committed since."""
        self._index.reload()
        searcher = self._index.searcher()
        newest = searcher.search(Query.all_query(), 1, count=False, order_by_field=NUMBER)
        self.last_number = int(newest.hits[0][0]) if newest.hits else -1
        self.view = LevelView(self._schema, searcher)

    def put(self, number: int, entry: Entry, texts: Mapping[str, str]) -> None:
        document = tantivy.Document()
        document.add_integer(NUMBER, number)
        document.add_text(ARTICLE, entry.article)
        document.add_text(VERSION, str(entry.seq))
        document.add_integer(DAY, entry.day.toordinal())
        for label in entry.labels:
            document.add_text(LABEL, label)
        for field, text in texts.items():
            document.add_text(field, text)
        self._open_writer().add_document(document)

    def delete(self, article: str, before: int) -> None:
        """Forget an article's documents whose number is smaller."""
        older = Query.range_query(
            self._schema,
            NUMBER,
            tantivy.FieldType.Integer,
            upper_bound=before,
            include_upper=False,
        )
        named = self.view.term(ARTICLE, article)
        both = Query.boolean_query([(Occur.Must, named), (Occur.Must, older)])
        self._open_writer().delete_documents_by_query(both)

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

    def drop_writer(self) -> None:
        if self._writer is not None:
            self._writer.rollback()
            self._writer = None

    def _open_writer(self) -> tantivy.IndexWriter:
        if self._writer is None:
            self._writer = self._index.writer(WRITER_HEAP, 1)
        return self._writer


@contextmanager
def translated(directory: Path) -> Iterator[None]:
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


def _int(value: float | None) -> int:
    """A fast field's value; every document has them all."""
    return int(value or 0)


def _day(value: float | None) -> date:
    return date.fromordinal(_int(value))

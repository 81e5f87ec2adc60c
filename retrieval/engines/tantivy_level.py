"""One tantivy index: its schema, its one writer, and views of what is committed."""

import errno
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import tantivy
from msgspec import Struct
from tantivy import Occur, Query

from corpus.archive.keeping.faults import is_full
from retrieval.engines.engine import Entry, Hit, Search
from retrieval.engines.tantivy_order import NUMBER, Ranked, first, values
from retrieval.errors import IndexNoRoomError, IndexUnusableError

WRITER_HEAP = 1_000_000_000  # bytes at most; what is written at once becomes one segment
DAYS_IN_A_SET = 366  # of so many days the postings are read faster than a range of the column
FEW = 64  # values that are asked for one by one faster than by an automaton of them
NO_ROOM = f"os error {errno.ENOSPC}"
WRITER_DIED = "writer was killed"
ROOM = 1 << 24  # bytes that a writer may need at once
NEWEST = 10**12  # versions are named by what is left to this; another name is another FORMAT
ARTICLE = "article"
DAY = "day"
LABEL = "label"
VERSION = "version"


class LevelView(Struct, frozen=True):
    """The documents committed at one moment: each a number, filters, and text fields of terms."""

    schema: tantivy.Schema
    searcher: tantivy.Searcher

    def term(self, field: str, term: str) -> Query:
        return Query.term_query(self.schema, field, term, index_option="freq")

    def best(
        self, fields: Sequence[str], search: Search, limit: int, *, of: Sequence[int] | None = None
    ) -> dict[int, float]:
        """Score, summed over fields, by number of the best documents, best first.

        Phrases and exclusions do not matter. `of`: only of these versions.
        """
        _, numbers, scores = self._found(fields, search, [*self.filters(search, of)], limit)
        return dict(zip(numbers, scores, strict=True))

    def hits(
        self, field: str, search: Search, limit: int, *, of: Sequence[int] | None = None
    ) -> list[Hit]:
        """The best documents that meet the whole search, best first; `of`: of these versions."""
        conditions = [
            *self.filters(search, of),
            *((Occur.Must, self._phrase(field, phrase)) for phrase in search.phrases),
            *((Occur.MustNot, self.term(field, term)) for term in search.excluded),
        ]
        addresses, numbers, scores = self._found([field], search, conditions, limit)
        ordinals = values(self.searcher, DAY, addresses)
        days = {ordinal: date.fromordinal(ordinal) for ordinal in set(ordinals)}
        return list(map(Hit, numbers, scores, map(days.__getitem__, ordinals)))

    def numbers(self) -> list[int]:
        """Of all documents."""
        query, count = Query.all_query(), self.searcher.num_docs
        found = self.searcher.search(query, count, count=False).hits if count else []
        return values(self.searcher, NUMBER, [address for _, address in found])

    def _found(
        self,
        fields: Sequence[str],
        search: Search,
        conditions: Sequence[tuple[Occur, Query]],
        limit: int,
    ) -> Ranked:
        """The best documents with one of the terms."""
        return first(self.searcher, self._only(self._any_term(fields, search), conditions), limit)

    def newest(self, field: str, search: Search, limit: int) -> list[Hit]:
        """Documents whose field has one of the terms, best first, or without terms the newest.

        Phrases are looked for in that field; exclusions do not matter, and scores are 0.
        """
        conditions = [
            *self.filters(search, None),
            *((Occur.Must, self._phrase(field, phrase)) for phrase in search.phrases),
        ]
        if search.terms:
            addresses, numbers, _ = self._found([field], search, conditions, limit)
        else:
            query = self._only(Query.all_query(), conditions)
            addresses, numbers, _ = first(self.searcher, query, limit, by=DAY)
        days = map(date.fromordinal, values(self.searcher, DAY, addresses))
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

    def filters(
        self, search: Search, of: Sequence[int] | None = None
    ) -> Iterator[tuple[Occur, Query]]:
        """The search's days and outlets, and which versions, as conditions."""
        since = search.since.toordinal() if search.since else None
        until = search.until.toordinal() if search.until else None
        if since and until and until - since <= DAYS_IN_A_SET:
            yield Occur.Must, self._any_of(DAY, range(since, until + 1))
        elif since or until:
            days = Query.range_query(self.schema, DAY, tantivy.FieldType.Integer, since, until)
            yield Occur.Must, days
        if search.labels:
            yield Occur.Must, self._any_of(LABEL, search.labels)
        if search.without:
            yield Occur.MustNot, self._any_of(LABEL, search.without)
        if of is not None:
            yield Occur.Must, self._any_of(VERSION, list(map(_version, of)))

    def _any_of(self, field: str, values: Sequence[str] | Sequence[int]) -> Query:
        if len(values) > FEW:
            return Query.term_set_query(self.schema, field, list(values))
        return Query.boolean_query(
            [
                (Occur.Should, Query.term_query(self.schema, field, value, index_option="basic"))
                for value in values
            ]
        )


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
            # Phrases are looked for in the first field only.
            option = "position" if field == fields[0] else "freq"
            builder.add_text_field(field, tokenizer_name="terms", index_option=option)
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
        self.view = LevelView(self._schema, searcher)

    def newest(self, above: int) -> int | None:
        """The highest number of a document, if it is higher than `above`.

        Quick where there is none, else linear in the number of documents.
        """
        higher = Query.range_query(
            self._schema, NUMBER, tantivy.FieldType.Integer, above, include_lower=False
        )
        found = self.view.searcher.aggregate(higher, {"newest": {"max": {"field": NUMBER}}})
        value = found["newest"]["value"]
        return None if value is None else int(value)

    def put(self, number: int, entry: Entry, texts: Mapping[str, str]) -> None:
        document = tantivy.Document()
        document.add_integer(NUMBER, number)
        document.add_text(ARTICLE, entry.article)
        document.add_text(VERSION, _version(entry.seq))
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
        """Drop what was not committed, and the files of it."""
        writer, self._writer = self._writer, None
        if writer is not None:
            writer.rollback()
            writer.garbage_collect_files()

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
    if _is_full(directory, error):
        return IndexNoRoomError(f"the disk is full: the index in {directory} cannot be written")
    reason = (str(error).splitlines() or ["no reason given"])[0]
    return IndexUnusableError(f"the index in {directory} cannot be used: {reason}")


def _is_full(directory: Path, error: BaseException) -> bool:
    """Also where a thread that wrote ended, which does not say why, and there is no room."""
    if NO_ROOM in str(error) or is_full(error):
        return True
    return WRITER_DIED in str(error) and shutil.disk_usage(directory).free < ROOM


def _version(seq: int) -> str:
    return f"{NEWEST - seq:012}"

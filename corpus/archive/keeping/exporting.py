"""Articles of an archive as JSON Lines, as an import reads them.

Each line carries the digest of its article: an import that finds it true takes the line as it is,
so that nothing of it is taken for what a page puts around an article.
"""

import gzip
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec

from corpus.archive.keeping.faults import translated
from corpus.archive.keeping.new_files import in_place_of
from corpus.archive.reading import ReadableArchive
from corpus.archive.rows import digest
from corpus.article import Article

Write = Callable[[bytes], object]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which articles: days included, None is open; of these outlets or agencies, or of all."""

    since: date | None = None
    until: date | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """An article that is damaged, and so is not given out."""

    id: str


class Line(msgspec.Struct, omit_defaults=True):
    """One article as it is written."""

    id: str
    title: str
    published: str
    source: str
    paragraphs: Sequence[str]
    digest: str
    language: str
    url: str | None = None
    updated: str | None = None
    agency: str | None = None
    authors: Sequence[str] = ()
    section: str | None = None


def newest(archive: ReadableArchive, wanted: Wanted) -> list[int]:
    """The newest versions of the articles wanted, in the order in which they were stored.

    Raises ArchiveUnusableError.
    """
    with translated(archive.path):
        return _seqs(archive.connections.here(), wanted)


def articles(archive: ReadableArchive, seqs: Iterable[int]) -> Iterator[Article | Unread]:
    """Those versions, in place of a damaged one its id; those removed since are left out."""
    for seq in seqs:
        article = archive.version(seq)
        if article is not None:
            yield article
        else:
            yield from map(Unread, archive.damaged([seq]).values())


def _seqs(connection: sqlite3.Connection, wanted: Wanted) -> list[int]:
    conditions, values = ["digest IS NOT NULL"], []
    if wanted.since is not None:
        conditions.append("substr(published, 1, 10) >= ?")
        values.append(wanted.since.isoformat())
    if wanted.until is not None:
        conditions.append("substr(published, 1, 10) <= ?")
        values.append(wanted.until.isoformat())
    if wanted.sources:
        marks = ",".join("?" * len(wanted.sources))
        conditions.append(f"(source IN ({marks}) OR agency IN ({marks}))")
        values += [*wanted.sources, *wanted.sources]
    rows = connection.execute(
        f"SELECT seq FROM current JOIN version USING (seq) WHERE {' AND '.join(conditions)}"  # noqa: S608 (our own words)
        " ORDER BY seq",
        values,
    )
    return [seq for (seq,) in rows]


def line_of(article: Article) -> bytes:
    """One line of JSON, its end included."""
    line = Line(
        id=article.id,
        title=article.title,
        published=article.published.isoformat(),
        source=article.source,
        paragraphs=article.paragraphs,
        digest=digest(article).hex(),
        language=article.language,
        url=article.url,
        updated=article.updated.isoformat() if article.updated else None,
        agency=article.agency,
        authors=article.authors,
        section=article.section,
    )
    return msgspec.json.encode(line) + b"\n"


@contextmanager
def writing_to(path: Path) -> Iterator[Write]:
    """Write lines to a file, which is there whole or not at all; .gz in its name compresses it.

    What is no file, as a pipe, is written to as it is. Raises ArchiveUnusableError, DiskFullError.
    """
    if path.exists() and not path.is_file():
        with translated(path), path.open("wb") as stream:
            yield stream.write
        return
    with in_place_of(path) as new, new.open("wb") as stream:
        if path.name.lower().endswith(".gz"):
            with gzip.open(stream, "wb", 6) as packed:
                yield packed.write
        else:
            yield stream.write

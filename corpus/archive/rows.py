"""An `Article` as rows of the archive, and back.

What comes back is what was stored, or nothing: a version of which any character, date or name was
altered on disk no longer has its digest and is left out (`damaged` in `reading.py` tells it from
one that was removed).
"""

import contextlib
import hashlib
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

import msgspec
from msgspec import Struct

from corpus.archive.keeping.faults import is_damage
from corpus.article import Article, paragraph_number
from corpus.copies.fingerprints import fingerprints
from corpus.copies.table import forget, record
from corpus.errors import DamagedError

COLUMNS = (
    "seq, article, title, published, updated, source, agency, authors, url, section, language, "
    "paragraphs, digest"
)

NOT_AN_ARTICLE = (ValueError, TypeError, msgspec.MsgspecError)  # what altered rows end in


class Provenance(Struct, frozen=True):
    """Of one version: its run, the file or address it came from, when it was first seen.

    `faults` are what spoke against its dates then. None of it is known of versions that came
    before archives kept it.
    """

    run: int | None = None
    origin: str | None = None
    seen: datetime | None = None
    faults: tuple[str, ...] = ()


_encode = msgspec.json.Encoder().encode
_authors = msgspec.json.Decoder(tuple[str, ...]).decode


def read_versions(
    connection: sqlite3.Connection, condition: str, *values: str | int
) -> dict[int, Article]:
    """Versions by `seq`, in its order, where an SQL condition on `version` holds.

    Without removals, and without versions that are no longer what was stored.
    """
    versions = {}
    for row in _rows(connection, condition, *values):
        with contextlib.suppress(DamagedError):
            versions[row[0]] = as_stored(row, _texts(connection, row[0]))
    return versions


def read_damaged(connection: sqlite3.Connection, seq: int) -> Article | None:
    """A version as it stands, be it altered; only to be searched, never to be shown.

    None where no article can be made of it.
    """
    try:
        (row,) = _rows(connection, "seq = ?", seq)
        article = _article(row, _texts(connection, seq))
    except (*NOT_AN_ARTICLE, DamagedError):
        return None
    texts = (article.title, article.source, article.language, *article.paragraphs)
    return article if all(isinstance(text, str) for text in texts) else None


def as_stored(row: tuple[Any, ...], paragraphs: tuple[str, ...]) -> Article:
    """The article that a row of `COLUMNS` is. Raises DamagedError where it was another one."""
    *_, count, stored = row
    try:
        article = _article(row, paragraphs)
        is_whole = len(paragraphs) == count and digest(article) == stored
    except NOT_AN_ARTICLE as error:
        raise DamagedError(str(row[0])) from error
    if not is_whole:
        raise DamagedError(str(row[0]))
    return article


def _rows(
    connection: sqlite3.Connection, condition: str, *values: str | int
) -> list[tuple[Any, ...]]:
    return connection.execute(
        f"SELECT {COLUMNS} FROM version WHERE {condition} AND digest IS NOT NULL ORDER BY seq",  # noqa: S608 (conditions are this package's own)
        values,
    ).fetchall()


def _texts(connection: sqlite3.Connection, seq: int) -> tuple[str, ...]:
    """A version's paragraphs. Raises DamagedError where the file cannot be read there."""
    first = paragraph_number(seq, 0)
    try:
        rows = connection.execute(
            "SELECT number, text FROM paragraph WHERE number >= ? AND number < ? ORDER BY number",
            (first, paragraph_number(seq + 1, 0)),
        ).fetchall()
    except sqlite3.Error as error:
        if is_damage(error):
            raise DamagedError(str(seq)) from error
        raise
    if rows and rows[-1][0] != first + len(rows) - 1:
        raise DamagedError(str(seq))
    return tuple([text for _, text in rows])


def read_digests(connection: sqlite3.Connection, article_id: str) -> dict[int, bytes]:
    """Digests of an article's versions, by `seq`."""
    return dict(
        connection.execute(
            "SELECT seq, digest FROM version WHERE article = ? AND digest IS NOT NULL",
            (article_id,),
        ).fetchall()
    )


class Newest(NamedTuple):
    """The newest version of an article, and the file or address and the run it came from."""

    seq: int
    article: Article
    origin: str | None
    run: int | None


def newest(connection: sqlite3.Connection, article: str) -> Newest | None:
    row = connection.execute(
        "SELECT seq, origin, run FROM current JOIN version USING (seq) WHERE current.article = ?",
        (article,),
    ).fetchone()
    versions = read_versions(connection, "seq = ?", row[0]) if row else {}
    return Newest(row[0], versions[row[0]], *row[1:]) if versions else None


def read_provenance(
    connection: sqlite3.Connection, condition: str, *values: str | int
) -> dict[int, Provenance]:
    """Where versions came from, by `seq`, where an SQL condition on `version` holds."""
    rows = connection.execute(
        "SELECT seq, run, origin, seen, faults FROM version"  # noqa: S608 (conditions are this package's own)
        f" WHERE {condition} AND digest IS NOT NULL ORDER BY seq",
        values,
    )
    return {
        seq: Provenance(
            run,
            origin,
            datetime.fromisoformat(seen) if seen else None,
            tuple((faults or "").split()),
        )
        for seq, run, origin, seen, faults in rows
    }


def insert(
    connection: sqlite3.Connection,
    article: Article,
    provenance: Provenance,
    its_digest: bytes | None = None,
    hashes: Sequence[int] | None = None,
) -> None:
    """Add a version, which is now the article's newest.

    Its digest, and the `hashes` of its paragraphs in their order, are found if not given.
    """
    seq = connection.execute(
        "INSERT INTO version (article, digest, title, published, updated, source, agency, authors,"
        " url, section, language, paragraphs, run, origin, seen, faults)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            article.id,
            its_digest or digest(article),
            article.title,
            article.published.isoformat(),
            article.updated.isoformat() if article.updated else None,
            article.source,
            article.agency,
            _encode(article.authors).decode(),
            article.url,
            article.section,
            article.language,
            len(article.paragraphs),
            provenance.run,
            provenance.origin,
            provenance.seen.isoformat(timespec="seconds") if provenance.seen else None,
            " ".join(provenance.faults) or None,
        ),
    ).lastrowid
    assert seq is not None  # noqa: S101 (an INSERT always has one)
    first = paragraph_number(seq, 0)
    connection.executemany(
        "INSERT INTO paragraph (number, text) VALUES (?, ?)", enumerate(article.paragraphs, first)
    )
    for (replaced,) in connection.execute(
        "SELECT seq FROM current WHERE article = ?", (article.id,)
    ).fetchall():
        _forget(connection, replaced)
    if hashes is None:
        hashes = sorted(fingerprints(article.paragraphs))
    record(connection, seq, hashes)
    _point_at(connection, article.id, seq)


def erase(connection: sqlite3.Connection, article: str) -> bool:
    """Delete all versions of one article and leave a removal. False where there is none."""
    rows = connection.execute(
        "SELECT seq FROM version WHERE article = ? AND digest IS NOT NULL", (article,)
    ).fetchall()
    if not rows:
        return False
    connection.execute("DELETE FROM current WHERE article = ?", (article,))
    erase_versions(connection, [seq for (seq,) in rows])
    connection.execute("DELETE FROM version WHERE article = ?", (article,))
    connection.execute("DELETE FROM name WHERE article = ?", (article,))
    removal = connection.execute("INSERT INTO version (article) VALUES (?)", (article,)).lastrowid
    assert removal is not None  # noqa: S101 (an INSERT always has one)
    _point_at(connection, article, removal)
    return True


def erase_versions(connection: sqlite3.Connection, seqs: Iterable[int]) -> None:
    """Delete single versions and their texts."""
    for seq in seqs:
        _forget(connection, seq)
        connection.execute(
            "DELETE FROM paragraph WHERE number >= ? AND number < ?",
            (paragraph_number(seq, 0), paragraph_number(seq + 1, 0)),
        )
        connection.execute("DELETE FROM version WHERE seq = ?", (seq,))


def _forget(connection: sqlite3.Connection, seq: int) -> None:
    """Take a version out of the table of fingerprints, as far as its text can be read."""
    with contextlib.suppress(DamagedError):
        forget(connection, seq, _texts(connection, seq))


def stored_date(text: str | None) -> datetime | date | None:
    """A stored date: with a time where the text has one."""
    if not text:
        return None
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def stored_day(text: str) -> date | None:
    """The day of a stored date; None where it is damaged."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _point_at(connection: sqlite3.Connection, article: str, seq: int) -> None:
    connection.execute(
        "INSERT INTO current (article, seq) VALUES (?, ?)"  # REPLACE would call no trigger
        " ON CONFLICT (article) DO UPDATE SET seq = excluded.seq",
        (article, seq),
    )


def digest(article: Article) -> bytes:
    """Of all that the article says: two versions with the same one are the same."""
    return hashlib.blake2b(as_bytes(article), digest_size=16).digest()


def as_bytes(article: Article) -> bytes:
    """All that the article says, as its digest is made of it."""
    return _encode(article)


def _article(row: tuple[Any, ...], paragraphs: tuple[str, ...]) -> Article:
    _, article, title, published, updated, source, agency, authors, url, section, language, *_ = row
    first = stored_date(published)
    if first is None:
        raise ValueError("published")
    return Article(
        id=article,
        title=title,
        published=first,
        source=source,
        paragraphs=paragraphs,
        url=url,
        updated=stored_date(updated),
        agency=agency,
        authors=_authors(authors),
        section=section,
        language=language,
    )

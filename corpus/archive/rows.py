"""An `Article` as rows of the archive, and back."""

import hashlib
import sqlite3
from datetime import date, datetime

import msgspec

from corpus.article import Article, paragraph_number

COLUMNS = (
    "seq, article, title, published, updated, source, agency, authors, url, section, language, "
    "paragraphs"
)

_encode = msgspec.json.Encoder().encode
_authors = msgspec.json.Decoder(tuple[str, ...]).decode


def read_versions(
    connection: sqlite3.Connection, condition: str, *values: str | int
) -> dict[int, Article]:
    """Versions by `seq`, in its order, where an SQL condition on `version` holds; no removals."""
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM version WHERE {condition} AND digest IS NOT NULL ORDER BY seq",  # noqa: S608 (conditions are this package's own)
        values,
    ).fetchall()
    versions = {}
    for row in rows:
        texts = tuple(
            text
            for (text,) in connection.execute(
                "SELECT text FROM paragraph WHERE number >= ? AND number < ? ORDER BY number",
                (paragraph_number(row[0], 0), paragraph_number(row[0] + 1, 0)),
            )
        )
        if len(texts) == row[11]:  # else removed between the two statements
            versions[row[0]] = _article(row, texts)
    return versions


def read_digests(connection: sqlite3.Connection, article_id: str) -> dict[int, bytes]:
    """Digests of an article's versions, by `seq`."""
    return dict(
        connection.execute(
            "SELECT seq, digest FROM version WHERE article = ? AND digest IS NOT NULL",
            (article_id,),
        ).fetchall()
    )


def insert(connection: sqlite3.Connection, article: Article) -> None:
    """Add a version, which is now the article's newest."""
    seq = connection.execute(
        "INSERT INTO version (article, digest, title, published, updated, source, agency, authors,"
        " url, section, language, paragraphs) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            article.id,
            digest(article),
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
        ),
    ).lastrowid
    assert seq is not None  # noqa: S101 (an INSERT always has one)
    first = paragraph_number(seq, 0)
    connection.executemany(
        "INSERT INTO paragraph (number, text) VALUES (?, ?)", enumerate(article.paragraphs, first)
    )
    _point_at(connection, article.id, seq)


def erase(connection: sqlite3.Connection, article: str) -> bool:
    """Delete all versions of one article and leave a removal. False where there is none."""
    rows = connection.execute(
        "SELECT seq FROM version WHERE article = ? AND digest IS NOT NULL", (article,)
    ).fetchall()
    if not rows:
        return False
    for (seq,) in rows:
        connection.execute(
            "DELETE FROM paragraph WHERE number >= ? AND number < ?",
            (paragraph_number(seq, 0), paragraph_number(seq + 1, 0)),
        )
    connection.execute("DELETE FROM current WHERE article = ?", (article,))
    connection.execute("DELETE FROM version WHERE article = ?", (article,))
    connection.execute("DELETE FROM alias WHERE article = ?", (article,))
    removal = connection.execute("INSERT INTO version (article) VALUES (?)", (article,)).lastrowid
    assert removal is not None  # noqa: S101 (an INSERT always has one)
    _point_at(connection, article, removal)
    return True


def stored_date(text: str | None) -> datetime | date | None:
    """A stored date: with a time where the text has one."""
    if not text:
        return None
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def _point_at(connection: sqlite3.Connection, article: str, seq: int) -> None:
    connection.execute(
        "INSERT OR REPLACE INTO current (article, seq) VALUES (?, ?)", (article, seq)
    )


def digest(article: Article) -> bytes:
    """Of all that the article says: two versions with the same one are the same."""
    return hashlib.blake2b(_encode(article), digest_size=16).digest()


def _article(row: tuple[str, ...], paragraphs: tuple[str, ...]) -> Article:
    _, article, title, published, updated, source, agency, authors, url, section, language, _ = row
    first = stored_date(published)
    assert first is not None  # noqa: S101 (the column is NOT NULL, and empty for removals only)
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

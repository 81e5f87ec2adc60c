"""An `Article` as rows of the archive, and back."""

import hashlib
import sqlite3
from dataclasses import replace
from datetime import date, datetime

import msgspec

from corpus.archive.identity import filled, is_named_by_hash, may_be_one
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
    found = {}
    for row in rows:
        texts = tuple(
            text
            for (text,) in connection.execute(
                "SELECT text FROM paragraph WHERE number >= ? AND number < ? ORDER BY number",
                (paragraph_number(row[0], 0), paragraph_number(row[0] + 1, 0)),
            )
        )
        if len(texts) == row[11]:  # else removed between the two statements
            found[row[0]] = _article(row, texts)
    return found


def store(connection: sqlite3.Connection, article: Article, back: dict[str, int]) -> str:
    """Add one version, unless it says nothing new. Returns `new`, `changed` or `unchanged`.

    Where it says what an older version does, the article is noted in `back` with that version,
    until it comes again: see `put_back`.
    """
    digests = _digests(connection, article.id)
    if not digests and is_named_by_hash(article):
        article = replace(article, id=_other_name(connection, article) or article.id)
        digests = _digests(connection, article.id)
    back.pop(article.id, None)
    if not digests:
        _insert(connection, article)
        return "new"
    newest = max(digests)
    if digests[newest] == _digest(article):  # by far the most frequent, so without reading texts
        return "unchanged"
    versions = read_versions(connection, "article = ?", article.id)
    same = [seq for seq in versions if _digest(filled(article, versions[seq])) == digests[seq]]
    if not same:
        _insert(connection, filled(article, versions[newest]))
        return "changed"
    if same[-1] != newest:
        back[article.id] = same[-1]
    return "unchanged"


def put_back(connection: sqlite3.Connection, article_id: str, seq: int) -> None:
    """Make an older version the newest again, as a change of its own."""
    versions = read_versions(connection, "article = ?", article_id)
    _insert(connection, filled(versions[seq], versions[max(versions)]))


def _digests(connection: sqlite3.Connection, article_id: str) -> dict[int, bytes]:
    """Digests of an article's versions, by `seq`."""
    return dict(
        connection.execute(
            "SELECT seq, digest FROM version WHERE article = ? AND digest IS NOT NULL",
            (article_id,),
        ).fetchall()
    )


def _other_name(connection: sqlite3.Connection, article: Article) -> str | None:
    """The name under which the archive has the article already; found once, it is kept."""
    alias = connection.execute("SELECT article FROM alias WHERE id = ?", (article.id,)).fetchone()
    if alias:
        return str(alias[0])
    names = connection.execute(
        "SELECT DISTINCT article FROM version WHERE title = ? AND url IS NULL"
        " AND digest IS NOT NULL AND published >= ? AND published < ?",
        (article.title, f"{article.day}", f"{article.day}U"),  # with or without a "T" and a time
    ).fetchall()
    found = [name for (name,) in names if _is_one(connection, article, name)]
    if len(found) != 1:
        return None
    connection.execute("INSERT INTO alias (id, article) VALUES (?, ?)", (article.id, found[0]))
    return str(found[0])


def _is_one(connection: sqlite3.Connection, article: Article, name: str) -> bool:
    versions = list(read_versions(connection, "article = ?", name).values())
    return any(map(is_named_by_hash, versions)) and may_be_one(article, versions[-1])


def _insert(connection: sqlite3.Connection, article: Article) -> None:
    seq = connection.execute(
        "INSERT INTO version (article, digest, title, published, updated, source, agency, authors,"
        " url, section, language, paragraphs) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            article.id,
            _digest(article),
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


def moment(text: str | None) -> datetime | date | None:
    """A stored date: with a time where the text has one."""
    if not text:
        return None
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def _point_at(connection: sqlite3.Connection, article: str, seq: int) -> None:
    connection.execute(
        "INSERT OR REPLACE INTO current (article, seq) VALUES (?, ?)", (article, seq)
    )


def _digest(article: Article) -> bytes:
    return hashlib.blake2b(_encode(article), digest_size=16).digest()


def _article(row: tuple[str, ...], paragraphs: tuple[str, ...]) -> Article:
    _, article, title, published, updated, source, agency, authors, url, section, language, _ = row
    first = moment(published)
    assert first is not None  # noqa: S101 (the column is NOT NULL, and empty for removals only)
    return Article(
        id=article,
        title=title,
        published=first,
        source=source,
        paragraphs=paragraphs,
        url=url,
        updated=moment(updated),
        agency=agency,
        authors=_authors(authors),
        section=section,
        language=language,
    )

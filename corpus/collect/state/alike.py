"""A text that many of a source's pages share is none of theirs: it asks for consent, or excuses."""

import sqlite3

from corpus.article import Article
from corpus.copies.fingerprints import fingerprint, fingerprints

MANY = 3  # pages that a text is let pass for
NAMES = 2  # that a page gives to an article: its id and its address
MOST = 50  # that are looked at
TOLD = "substr(published, 1, 10) || ' ' || title"
HAVING = (
    "SELECT seq FROM fingerprint WHERE hash = :hash"
    " UNION SELECT seq FROM fresh_fingerprint WHERE hash = :hash"
)


def taken_from_many(connection: sqlite3.Connection, article: Article) -> list[str]:
    """Where articles of the outlet stand that were taken from other pages with the same text.

    Empty where these are a few, and for a text of a few words. An article of the same headline
    and day is this one, and counts for as many pages as it was taken from.
    """
    own = fingerprints(article.paragraphs)
    first = next((one for text in article.paragraphs if (one := fingerprint(text))), None)
    if first is None:
        return []
    rows = connection.execute(
        f"SELECT version.seq, article, coalesce(url, article), {TOLD}"  # noqa: S608 (our own words)
        f" FROM version JOIN current USING (seq, article) WHERE version.seq IN ({HAVING})"
        " AND digest IS NOT NULL AND source = :source AND article != :article"
        " ORDER BY version.seq LIMIT :most",
        {"hash": first, "source": article.source, "article": article.id, "most": MOST},
    )
    places, pages = [], 0
    for seq, name, place, told in rows:
        if fingerprints(_paragraphs(connection, seq)) == own:
            is_same = told == f"{article.day.isoformat()} {article.title}"
            pages += _pages(connection, name) if is_same else 1
            places.append(place)
    return places if pages >= MANY else []


def _pages(connection: sqlite3.Connection, article: str) -> int:
    """From how many pages an article was taken, about."""
    row = connection.execute("SELECT count(*) FROM name WHERE article = ?", (article,)).fetchone()
    return int(row[0]) // NAMES


def _paragraphs(connection: sqlite3.Connection, seq: int) -> list[str]:
    rows = connection.execute(
        "SELECT text FROM paragraph WHERE number BETWEEN :seq * 65536 AND :seq * 65536 + 65535",
        {"seq": seq},
    )
    return [text for (text,) in rows]

"""An archive of before: its articles get their names, and those that are one page become one."""

import sqlite3
from datetime import UTC, datetime

from corpus.archive.identity import ThisRun, filled, known_article
from corpus.archive.provenance.arrival import Arrival
from corpus.archive.provenance.names import Kind, Name, learn, name_of, names_of
from corpus.archive.provenance.preparing import prepared
from corpus.archive.rows import (
    Provenance,
    digest,
    erase,
    insert,
    newest,
    read_versions,
    stored_date,
)
from corpus.article import Article
from corpus.date_faults import date_faults


def name_articles(connection: sqlite3.Connection) -> None:
    """Learn all names, and the faults of all dates. Reads the whole archive once.

    An article that is another one at a second address is folded into the first: its texts become
    that one's newest, its id and address lead there.
    """
    articles = connection.execute(
        "SELECT article FROM version WHERE digest IS NOT NULL GROUP BY article ORDER BY min(seq)"
    ).fetchall()
    for (name,) in articles:
        versions = list(read_versions(connection, "article = ?", name).values())
        if not versions:
            continue
        given = prepared(versions[-1])
        known = known_article(connection, given, ThisRun())
        if known is not None:
            _fold(connection, versions, known)
            learn(connection, known.id, given.names, None)
        else:
            learn(connection, name, _of_all(versions), None)
    for alias, name in connection.execute("SELECT id, article FROM alias").fetchall():
        learn(connection, name, [name_of(Kind.ID, alias)], None)
    connection.execute("DROP TABLE alias")
    _tell_faults(connection)


def _of_all(versions: list[Article]) -> list[Name]:
    names = dict.fromkeys(name for each in versions for name in names_of(Arrival(each)))
    return [name for name in names if name.kind is not Kind.ID]


def _fold(connection: sqlite3.Connection, versions: list[Article], known: Article) -> None:
    erase(connection, versions[-1].id)
    for version in versions:
        article = filled(version, known)
        found = newest(connection, known.id)
        if found is None or digest(article) != digest(found.article):
            insert(connection, article, Provenance())


def _tell_faults(connection: sqlite3.Connection) -> None:
    now = datetime.now(UTC)
    rows = connection.execute("SELECT seq, published, updated FROM version WHERE digest NOT NULL")
    for seq, published, updated in rows.fetchall():
        first = stored_date(published)
        faults = date_faults(first, stored_date(updated), now=now) if first else ()
        if faults:
            connection.execute(
                "UPDATE version SET faults = ? WHERE seq = ?", (" ".join(faults), seq)
            )

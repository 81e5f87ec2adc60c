"""Archives as they were before this version of the program."""

import sqlite3
from pathlib import Path

from corpus.archive.archive import FILE_NAME
from corpus.archive.rows import digest
from corpus.archive.schema import APPLICATION_ID, FILLED, MIGRATIONS
from corpus.article import Article, paragraph_number
from corpus.copies.fingerprints import fingerprint

STEPS = Path(__file__).parents[1] / "corpus" / "archive" / "migrations"


def older_archive(folder: Path, version: int, *articles: Article) -> None:
    """An archive whose tables are those of an earlier version; each article in one text."""
    database = sqlite3.connect(folder / FILE_NAME)
    database.create_function("fingerprint", 1, fingerprint)
    _step(database, MIGRATIONS[0])
    database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    database.execute(f"PRAGMA user_version = {version}")
    for seq, each in enumerate(articles, 1):
        database.execute(
            "INSERT INTO version (seq, article, digest, title, published, source, agency, url,"
            " language, paragraphs) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (seq, each.id, digest(each), each.title, each.published.isoformat(), each.source,
             each.agency, each.url, each.language, len(each.paragraphs)),
        )  # fmt: skip
        database.executemany(
            "INSERT INTO paragraph VALUES (?, ?)",
            enumerate(each.paragraphs, paragraph_number(seq, 0)),
        )
        database.execute("INSERT OR REPLACE INTO current VALUES (?, ?)", (each.id, seq))
    for name in MIGRATIONS[1:version]:
        _step(database, name)
    database.commit()
    database.close()


def _step(database: sqlite3.Connection, name: str) -> None:
    database.executescript((STEPS / f"{name}.sql").read_text("utf-8"))
    if name in FILLED:
        FILLED[name](database)

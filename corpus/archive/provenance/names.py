"""The names of an article: whatever tells that something that comes in is one that is there.

A name is stored as a hash of 16 bytes, so that the memory of what was removed holds no word of it.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from enum import StrEnum
from hashlib import blake2b
from typing import NamedTuple

from corpus.addresses import address_key
from corpus.archive.provenance.arrival import Arrival
from corpus.article import Article, article_id

MOST_CANDIDATES = 50  # articles of one name that are looked at: all galleries of one caption


class Kind(StrEnum):
    """What a name is made of, the surest first."""

    ID = "id"
    ADDRESS = "address"
    GIVEN = "given"  # the paper's own number of it
    FILE = "file"  # the only article of its file
    TEXT = "text"  # headline and text
    BODY = "body"  # the text alone, of what was removed: see `texts`
    PART = "part"  # a paragraph under its outlet and headline, of what was removed
    HEADLINE = "headline"  # with its day, for an article that has no other name


class Name(NamedTuple):
    kind: Kind
    hash: bytes


def name_of(kind: Kind, *parts: str) -> Name:
    told = "\x1f".join((kind, *parts)).encode("utf-8", "surrogatepass")
    return Name(kind, blake2b(told, digest_size=16).digest())


def names_of(arrival: Arrival) -> list[Name]:
    """All names of what comes in, the surest first."""
    article = arrival.article
    names = [name_of(Kind.ID, article.id)]
    keys = dict.fromkeys(map(address_key, (article.url or article.id, *arrival.names)))
    names += [name_of(Kind.ADDRESS, key) for key in keys if tells_page(key)]
    names += [name_of(Kind.GIVEN, each) for each in arrival.names if not address_key(each)]
    if arrival.is_whole and arrival.origin:
        names.append(name_of(Kind.FILE, arrival.origin))
    names.append(name_of(Kind.TEXT, article.title, *article.paragraphs))
    if article.title and is_named_by_hash(article):
        names.append(name_of(Kind.HEADLINE, article.title, article.day.isoformat()))
    return names


def names_for(given: str) -> list[Name]:
    """What somebody may mean who names an article: its id, an address, the paper's number."""
    names = [name_of(Kind.ID, given), name_of(Kind.GIVEN, given)]
    key = address_key(given)
    return [*names, name_of(Kind.ADDRESS, key)] if tells_page(key) else names


def tells_page(key: str) -> bool:
    """Whether an address is one of an article, not that of a whole site."""
    return "/" in key[2:] or "?" in key or "#" in key


def is_named_by_hash(article: Article) -> bool:
    """Whether nobody gave the article a name: only outlet, date and headline tell it apart, or,
    where there is no headline or another has it, its text."""
    if article.url is not None:
        return False
    return is_named_by_headline(article) or article.id == id_by_text(article)


def is_named_by_headline(article: Article) -> bool:
    told = article.source, article.published, article.title
    return article.id == article_id(None, *told, paragraphs=article.paragraphs)


def id_by_text(article: Article) -> str:
    """The id of an article beside another of its outlet, date and headline."""
    told = article.title, *article.paragraphs
    return article_id(None, article.source, article.published, "", paragraphs=told)


def has_own_id(article: Article) -> bool:
    """Whether the archive that it comes from names it, by something else than an address."""
    is_address = article.id == article.url or tells_page(address_key(article.id))
    return not (is_address or is_named_by_hash(article))


def candidates(connection: sqlite3.Connection, names: Iterable[Name]) -> Iterator[tuple[Kind, str]]:
    """Articles known by these names, by the surest name first."""
    kinds = {name.hash: name.kind for name in names}
    found = connection.execute(
        f"SELECT name, article FROM name WHERE name IN ({_marks(kinds)}) LIMIT ?",  # noqa: S608 (marks)
        (*kinds, MOST_CANDIDATES),
    ).fetchall()
    if found:
        order = list(Kind)
        told = {(order.index(kinds[name]), article): kinds[name] for name, article in found}
        yield from ((told[each], each[1]) for each in sorted(told))


def resolve(connection: sqlite3.Connection, given: str) -> str | None:
    """The id of the article that somebody names; None where there is none, or no more."""
    is_there = "SELECT digest FROM current JOIN version USING (seq) WHERE current.article = ?"
    row = connection.execute(is_there, (given,)).fetchone()
    if row and row[0]:
        return given
    return next((article for _, article in candidates(connection, names_for(given))), None)


def learn(
    connection: sqlite3.Connection, article: str, names: Iterable[Name], run: int | None
) -> None:
    """Let the names lead to an article. A file's name leads to the last one that it held."""
    for name in names:
        if name.kind is Kind.FILE:
            connection.execute(
                "DELETE FROM name WHERE name = ? AND article <> ?", (name.hash, article)
            )
    connection.executemany(
        "INSERT OR IGNORE INTO name (name, article, run) VALUES (?, ?, ?)",
        [(name.hash, article, run) for name in names],
    )


def _marks(values: Iterable[object]) -> str:
    return ",".join("?" for _ in values)

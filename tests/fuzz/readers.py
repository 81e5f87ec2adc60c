"""Every reader of what others wrote, called with anything; what it must never do."""

from collections.abc import Iterator
from io import BytesIO
from random import Random
from time import process_time

from corpus.archive.rows import digest
from corpus.collect.listings.discovery import discover
from corpus.collect.listings.reading import read_listing
from corpus.pages import NoArticle, Page, read_page
from corpus.readers import Defaults, Finished, Origin, Rejected
from corpus.readers.crew import Job
from corpus.readers.formats import FORMATS, read_articles
from tests.fuzz.mutations import mutated
from tests.fuzz.seeds import HOST, SEEDS

LONGEST = 2.0  # seconds of a processor
KINDS = tuple(SEEDS)
TYPES = (None, "text/html", "text/html; charset=utf-8", "text/xml; charset=utf-16", "x/y;;=", "")


class BrokenPromiseError(AssertionError):
    """What no input may bring about."""


def case(number: int) -> tuple[str, bytes]:
    """The kind and the bytes of a case; every number is another one, and always the same."""
    random = Random(number)  # noqa: S311 (the same case again)
    kind = KINDS[number % len(KINDS)]
    return kind, mutated(random, SEEDS[kind])


def try_case(number: int) -> str:
    """Read it; what came of it, in a word. Raises BrokenPromiseError, or what the reader raised."""
    kind, data = case(number)
    started = process_time()
    outcome = _read(kind, data, TYPES[number % len(TYPES)])
    if (seconds := process_time() - started) > LONGEST:
        raise BrokenPromiseError(f"took {seconds:.1f} s")
    return outcome


def _read(kind: str, data: bytes, content_type: str | None) -> str:
    if kind == "page":
        article = read_page(Page(data, f"{HOST}/2024/ferry", content_type))
        if isinstance(article, NoArticle):
            _tells(article.reason)
            return "rejected"
        return "read"
    if kind in FORMATS:
        work = read_articles(BytesIO(data), Origin(f"a{kind}", "x"), FORMATS[kind], Defaults())
        return _checked(
            result
            for item in work
            for result in (item.results() if isinstance(item, Job) else [item])
        )
    discover(data, HOST, content_type)
    listing = read_listing(data, f"{HOST}/feed", content_type)
    for entry in listing.entries if listing else ():
        (entry.address or "").encode()
    return "read" if listing else "rejected"


def _checked(items: Iterator[Finished | Rejected]) -> str:
    outcome = "nothing"
    for item in items:
        if isinstance(item, Rejected):
            _tells(item.reason)
            outcome = "rejected" if outcome == "nothing" else outcome
            continue
        outcome = "read"
        article = item.article
        digest(article)
        for text in (article.title, article.source, *article.authors, *article.paragraphs):
            if text != text.strip() or any(ord(sign) < 32 for sign in text):
                raise BrokenPromiseError(f"stored {text[:80]!r}")
            text.encode()  # as SQLite and Telegram do
        if not article.paragraphs or not all(article.paragraphs):
            raise BrokenPromiseError("an article without text")
    return outcome


def _tells(reason: str) -> None:
    if not reason.strip() or len(reason) > 1_000:
        raise BrokenPromiseError(f"rejected because of {reason[:200]!r}")

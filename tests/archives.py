"""Small archives for tests; every word in them is invented."""

from datetime import date, datetime
from pathlib import Path

from corpus.archive import Archive
from corpus.article import Article


def article(  # noqa: PLR0913 (an article has that many parts)
    id: str,  # noqa: A002 (the field's name)
    *paragraphs: str,
    title: str = "",
    published: datetime | date = date(2021, 1, 27),
    source: str = "Nemunas Herald",
    agency: str | None = None,
    url: str | None = None,
) -> Article:
    return Article(
        id=id,
        title=title,
        published=published,
        source=source,
        paragraphs=paragraphs,
        url=url,
        agency=agency,
    )


def archive_of(directory: Path, *articles: Article) -> Archive:
    """A new archive, or more articles for one that is there; close it."""
    archive = Archive(directory, create=True)
    with archive.writing():
        archive.add(articles)
    return archive

"""Small archives for tests; every word in them is invented."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

from corpus.archive.archive import Archive
from corpus.article import Article

NOBODY = 65534  # a user of no rights


def article(  # noqa: PLR0913 (an article has that many parts)
    id: str,  # noqa: A002 (the field's name)
    *paragraphs: str,
    title: str = "",
    published: datetime | date = date(2021, 1, 27),
    source: str = "Nemunas Herald",
    agency: str | None = None,
    url: str | None = None,
    language: str = "en",
) -> Article:
    return Article(
        id=id,
        title=title,
        published=published,
        source=source,
        paragraphs=paragraphs,
        url=url,
        agency=agency,
        language=language,
    )


def archive_of(directory: Path, *articles: Article) -> Archive:
    """A new archive, or more articles for one that is there; close it."""
    archive = Archive(directory, create=True)
    with archive.writing():
        archive.add(articles)
    return archive


@contextmanager
def without_rights() -> Iterator[None]:
    """Inside, modes of files count for this process, also where it is the superuser's."""
    is_root = os.getuid() == 0
    if is_root:
        os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        if is_root:
            os.setresuid(0, 0, 0)


@contextmanager
def nothing_may_be_written(folder: Path) -> Iterator[None]:
    """Inside, this process may read the folder and no more."""
    places = [folder, *folder.rglob("*")]
    modes = {place: place.stat().st_mode for place in places}
    for place, mode in modes.items():
        place.chmod(mode & 0o555 | 0o444)
    try:
        with without_rights():
            yield
    finally:
        for place, mode in modes.items():
            place.chmod(mode)

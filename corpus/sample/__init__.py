"""The bundled archive of invented articles: everything can be tried without network or token."""

import hashlib
from importlib.resources import files
from pathlib import Path

from corpus.archive.archive import Archive
from corpus.article import Article
from corpus.files import read_files
from corpus.readers.draft import Defaults, Finished


def articles_file() -> Path:
    """Where the sample's articles lie, as JSON Lines."""
    return Path(str(files(__name__) / "articles.jsonl"))


def read_sample() -> list[Article]:
    """All articles of the sample."""
    items = read_files([articles_file()], Defaults())
    return [item.article for item in items if isinstance(item, Finished)]


def sample_archive(parent: Path) -> Archive:
    """The sample as an archive below `parent`, made there the first time.

    Raises ArchiveUnusableError when `parent` cannot be written to.
    """
    edition = hashlib.blake2b(articles_file().read_bytes(), digest_size=4).hexdigest()
    archive = Archive(parent / f"sample-{edition}", create=True)
    if archive.last_seq() == 0:
        with archive.writing():
            archive.add(read_sample())
    return archive

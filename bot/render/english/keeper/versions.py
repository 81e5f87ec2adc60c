"""The words about an article's versions."""

from datetime import datetime

from bot.render.english.dates import counted, published_and_updated, when
from corpus.versions.version import Version

# An article's fields that a version may change, in the order of showing.
FIELDS = {
    "title": "headline",
    "published": "published",
    "updated": "updated",
    "source": "outlet",
    "agency": "agency",
    "authors": "authors",
    "section": "section",
    "language": "language",
    "url": "address",
}


def version_line(number: int, version: Version) -> str:
    """`2. published …, updated …, first seen …`."""
    article = version.article
    told = published_and_updated(article.published, article.updated)
    seen = f", first seen {when(version.seen)}" if version.seen else ""
    return f"{number}. {told}{seen}"


def kept_line(paragraphs: int) -> str:
    """For paragraphs that are left out, as they did not change."""
    return f"… {counted(paragraphs, 'paragraph')} as before"


def not_yet_line(article: str, moment: datetime) -> str:
    return f"{article} was not published yet on {when(moment)}"

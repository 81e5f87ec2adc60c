"""When two texts are one article, although one of them was told less about it.

A text export names neither its outlet nor its zone. Imported without `--source` and `--timezone`,
and then with them, it has two names by hash, and is still one article.
"""

from dataclasses import replace
from datetime import date, datetime

from corpus.article import UNKNOWN_OUTLET, Article, article_id
from corpus.names import same_name


def is_named_by_hash(article: Article) -> bool:
    """Whether nobody gave the article a name: only its outlet, date and headline tell it apart."""
    name = article_id(None, article.source, article.published, article.title)
    return article.url is None and article.title != "" and article.id == name


def may_be_one(article: Article, other: Article) -> bool:
    """Same headline and printed day, a paragraph in common, and no outlet or time against it."""
    return (
        article.title == other.title
        and article.day == other.day
        and (article.source == other.source or UNKNOWN_OUTLET in (article.source, other.source))
        and (
            str(article.published) == str(other.published)
            or not isinstance(article.published, datetime)
            or not isinstance(other.published, datetime)
        )
        and not set(article.paragraphs).isdisjoint(other.paragraphs)
    )


def filled(article: Article, known: Article) -> Article:
    """The article with the outlet and the times of day that only an earlier import was told."""
    source = known.source if article.source == UNKNOWN_OUTLET else article.source
    return replace(
        article,
        source=source,
        agency=None if same_name(article.agency or "", source) else article.agency,
        published=_timed(article.published, known.published) or article.published,
        updated=_timed(article.updated, known.updated),
    )


def _timed(day: datetime | date | None, known: datetime | date | None) -> datetime | date | None:
    """The known time, where it is one of just that day."""
    is_plain = day is not None and not isinstance(day, datetime)
    return known if is_plain and isinstance(known, datetime) and known.date() == day else day

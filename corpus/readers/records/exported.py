"""Lines that an export wrote: articles that were finished before, and need no reading again."""

from datetime import date, datetime

from corpus.archive.rows import digest, stored_date
from corpus.article import MAX_PARAGRAPHS, Article
from corpus.lines.characters import one_line
from corpus.readers.reading import Draft


def exported(draft: Draft) -> Article | None:
    """The article of a line whose digest is true of it; None for any other line.

    Its paragraphs are all of its lines, as what a page puts around an article went when it was
    first taken in; and no byline is looked for in them.
    """
    published, updated = _date(draft.published), _date(draft.updated)
    if not draft.digest or draft.id is None or published is None or not draft.lines:
        return None
    article = Article(
        id=draft.id,
        title=one_line(draft.title),
        published=published,
        source=one_line(draft.source),
        paragraphs=tuple([line.text for line in draft.lines]),
        url=one_line(draft.url) or None,
        updated=updated,
        agency=one_line(draft.agency) or None,
        authors=tuple(map(one_line, draft.authors)),
        section=one_line(draft.section) or None,
        language=one_line(draft.language),
    )
    if len(article.paragraphs) > MAX_PARAGRAPHS or not all(article.paragraphs):
        return None
    return article if digest(article).hex() == draft.digest else None


def _date(text: str | None) -> datetime | date | None:
    """A date as an archive stores it: a moment with its zone, or a day."""
    try:
        found = stored_date(text)
    except ValueError:
        return None
    return None if isinstance(found, datetime) and found.tzinfo is None else found

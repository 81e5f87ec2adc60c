"""An archive against the newspaper that it was collected from."""

from collections import Counter
from collections.abc import Iterator

from corpus.archive.archive import Archive
from corpus.article import Article
from tests.newspaper.pages import FREE
from tests.newspaper.server import Newspaper
from tests.newspaper.story import Oddity, Story


def differences(archive: Archive, paper: Newspaper) -> list[str]:
    """A line for each article that is missing, doubled, one too many, or wrong in a field."""
    return list(_differences(archive, paper))


def collected(archive: Archive) -> list[Article]:
    """All articles, in the order in which they came."""
    return [change.article for change in archive.changes_since(0) if change.article]


def _differences(archive: Archive, paper: Newspaper) -> Iterator[str]:
    found = collected(archive)
    by_title = {article.title: article for article in found}
    for title, count in Counter(article.title for article in found).items():
        if count > 1:
            yield f"{count} times: {title}"
    stories = {story.title: story for story in paper.articles()}
    for title in by_title.keys() - stories.keys():
        yield f"none of the paper's: {title!r}, {by_title[title].url}"
    for title, story in stories.items():
        if title not in by_title:
            yield f"missing: {story.path}, {story.oddity}"
        else:
            yield from _fields(by_title[title], story, paper.url)


def _fields(article: Article, story: Story, base: str) -> Iterator[str]:
    is_paywalled = story.oddity is Oddity.PAYWALLED
    fields = {
        "paragraphs": (
            article.paragraphs,
            story.paragraphs[:FREE] if is_paywalled else story.paragraphs,
        ),
        # As text: of an hour that comes twice no two zones' times are equal; source: PEP 495.
        "published": (article.published.isoformat(), story.published.isoformat()),
        "authors": (article.authors, story.authors),
        "agency": (article.agency, story.agency),
        "url": (article.url, base + story.path),
    }
    for name, (found, wanted) in fields.items():
        if found != wanted:
            yield f"{name} of {story.path} ({story.layout}; {story.oddity}): {found} for {wanted}"

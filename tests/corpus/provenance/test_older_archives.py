"""An archive of an older version learns the names of its articles."""

from datetime import date
from pathlib import Path

from corpus.archive.archive import Added
from corpus.article import Article
from tests.archives import archive_of, article
from tests.older_archives import older_archive

URL = "https://news.example.org/2021/ferry-stops"


def page(url: str, text: str) -> Article:
    return article(url, text, "A second line.", title="Ferry stops", url=url)


def test_an_article_of_before_is_known_at_another_spelling_of_its_address(tmp_path: Path) -> None:
    older_archive(tmp_path, 2, page(URL, "The ferry stopped."))
    with archive_of(tmp_path) as archive:
        again = page(f"{URL}/?utm_source=chat", "The ferry stopped.")
        assert archive.add([again]) == Added(unchanged=1)


def test_articles_of_before_that_are_one_page_become_one_in_its_last_text(tmp_path: Path) -> None:
    first, last = page(URL, "The ferry stopped."), page(f"{URL}/index.html", "It sails again.")
    older_archive(tmp_path, 2, first, article("x", "Another."), last)
    with archive_of(tmp_path) as archive:
        assert archive.holdings().articles == 2
        found = archive.article(last.id)
        assert found is not None
        assert (found.id, found.url, found.paragraphs[0]) == (URL, URL, "It sails again.")
        assert [each.article.paragraphs[0] for each in archive.versions(URL)] == [
            "The ferry stopped.",
            "It sails again.",
        ]
        changes = {each.id: each for each in archive.changes_since(3)}
        assert changes[last.id].article is None
        assert changes[URL].article == found
        assert archive.add([first, last]) == Added(unchanged=2)


def test_faults_of_dates_of_before_are_found(tmp_path: Path) -> None:
    far = article("far", "Text.", published=date(8997, 1, 1))
    older_archive(tmp_path, 2, far, article("x", "Another."))
    with archive_of(tmp_path) as archive:
        assert archive.holdings().date_faults == {"far": 1, "future": 1}

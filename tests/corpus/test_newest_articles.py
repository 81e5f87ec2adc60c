"""The articles that were published last."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from corpus.archive.archive import Archive
from corpus.archive.newest import newest
from tests.archives import archive_of, article

TODAY = date(2021, 1, 27)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    archive = archive_of(
        tmp_path,
        article("old", "Dam.", published=date(2019, 1, 1)),
        article("evening", "Dam.", published=datetime(2021, 1, 26, 18, tzinfo=UTC)),
        article("morning", "Dam.", published=datetime(2021, 1, 26, 6, tzinfo=UTC), source="Post"),
        article("someday", "Dam.", published=date(2021, 1, 26), agency="BNS"),
        article("future", "Dam.", published=date(2091, 1, 1)),
    )
    yield archive
    archive.close()


def ids(archive: Archive, count: int, source: str | None = None) -> list[str]:
    return [one.id for one in newest(archive, count, until=TODAY, source=source)]


def test_the_newest_come_first_and_no_more_than_asked_for(archive: Archive) -> None:
    assert ids(archive, 9) == ["evening", "morning", "someday", "old"]
    assert ids(archive, 2) == ["evening", "morning"]


def test_those_of_an_outlet_or_an_agency_are_picked_out(archive: Archive) -> None:
    assert (ids(archive, 9, "Post"), ids(archive, 9, "BNS")) == (["morning"], ["someday"])
    assert ids(archive, 9, "Nobody") == []


def test_of_an_article_that_changed_it_is_what_it_says_now(archive: Archive) -> None:
    with archive.writing():
        archive.add([article("old", "Bridge.", published=date(2021, 1, 27))])
        archive.remove("evening")
    first, *_ = newest(archive, 9, until=TODAY)
    assert (first.id, first.paragraphs) == ("old", ("Bridge.",))
    assert "evening" not in ids(archive, 9)
